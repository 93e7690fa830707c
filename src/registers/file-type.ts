import { Refusal } from '#base/refusal.ts'

/** What a file holds, told by its bytes: the words for people, and the type it is handed out as. */
export type FileType = Readonly<{ kind: Kind; says: string; type: string }>
export type Kind = keyof typeof types

const plainBytes = 'application/octet-stream'

/** Handed out as plain bytes is what a browser could run: it is kept as evidence, and never shown in a page. */
const types = {
  pdf: { says: 'a PDF', type: 'application/pdf' },
  png: { says: 'a PNG image', type: 'image/png' },
  jpeg: { says: 'a JPEG image', type: 'image/jpeg' },
  gif: { says: 'a GIF image', type: 'image/gif' },
  webp: { says: 'a WebP image', type: 'image/webp' },
  tiff: { says: 'a TIFF image', type: 'image/tiff' },
  docx: {
    says: 'a Word document',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    says: 'an Excel workbook',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    says: 'a PowerPoint presentation',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  opendocument: { says: 'an OpenDocument file', type: plainBytes },
  office: { says: 'an older or protected Office file', type: plainBytes },
  zip: { says: 'a zip archive', type: 'application/zip' },
  archive: { says: 'a packed archive', type: plainBytes },
  rtf: { says: 'a rich text', type: 'application/rtf' },
  video: { says: 'a video', type: plainBytes },
  svg: { says: 'an SVG drawing', type: plainBytes },
  html: { says: 'a web page (HTML)', type: plainBytes },
  xml: { says: 'XML', type: plainBytes },
  text: { says: 'plain text', type: 'text/plain; charset=utf-8' },
  program: { says: 'a program', type: plainBytes },
  unknown: { says: 'of a kind that is not known', type: plainBytes },
} as const satisfies Record<string, { says: string; type: string }>

/** How the first bytes of a file look, in hexadecimal. */
const beginnings: readonly (readonly [RegExp, Kind])[] = [
  [/^255044462d/, 'pdf'],
  [/^89504e470d0a1a0a/, 'png'],
  [/^ffd8ff/, 'jpeg'],
  [/^47494638(?:37|39)61/, 'gif'],
  [/^52494646.{8}57454250/, 'webp'],
  [/^(?:49492a00|4d4d002a)/, 'tiff'],
  [/^7b5c727466/, 'rtf'],
  [/^d0cf11e0a1b11ae1/, 'office'],
  [/^(?:1f8b|377abcaf271c|52617221|425a68|fd377a585a)/, 'archive'],
  [/^.{8}66747970/, 'video'],
  // Windows, Linux, scripts, Java, macOS, WebAssembly, links of Windows.
  [/^(?:4d5a|7f454c46|2321|cafebabe|c[ef]faedfe|feedfac[ef]|0061736d|4c0000000114)/, 'program'],
]

/** Tells from the beginning and the end of a file what it is; its name has no say. */
export function fileType(head: Buffer, tail: Buffer): FileType {
  const kind = kindOf(head, tail)
  return { kind, ...types[kind] }
}

function kindOf(head: Buffer, tail: Buffer): Kind {
  const start = head.toString('hex', 0, 32)
  if (start.startsWith('504b0304')) return zipKind(head.toString('latin1'), tail.toString('latin1'))
  const known = beginnings.find(([look]) => look.test(start))?.[1]
  return known ?? (isText(head) ? textKind(head) : 'unknown')
}

/** Office files are zip archives: what is in them is named in the list at their end. */
function zipKind(start: string, end: string): Kind {
  if (start.slice(30).startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'opendocument'
  const names = start + end
  if (!names.includes('[Content_Types].xml')) return 'zip'
  if (names.includes('word/')) return 'docx'
  if (names.includes('xl/')) return 'xlsx'
  return names.includes('ppt/') ? 'pptx' : 'zip'
}

/** No control characters but tabs, line ends and escapes, unless it says that it is UTF-16. */
function isText(head: Buffer): boolean {
  if (isWide(head)) return true
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))
}

function isWide(head: Buffer): boolean {
  const mark = head.toString('hex', 0, 2)
  return mark === 'fffe' || mark === 'feff'
}

const page = /<(?:!doctype\s+html|html|head|body|script|iframe|object|embed|form|meta|link|style|base)\b/i

function textKind(head: Buffer): Kind {
  const text = isWide(head) ? head.toString('latin1').replaceAll('\0', '') : head.toString('utf8')
  if (/<svg\b/i.test(text)) return 'svg'
  if (page.test(text)) return 'html'
  return /^\P{L}{0,3}\s*<(?:\?xml|!DOCTYPE|[a-z][\w:-]*[\s>])/iu.test(text) ? 'xml' : 'text'
}

const zipped: readonly Kind[] = ['zip']
const old: readonly Kind[] = ['office']
const texts: readonly Kind[] = ['text', 'html', 'svg', 'xml']

/** What a file may hold whose name ends like this; other endings promise nothing. */
const endings: Readonly<Record<string, readonly Kind[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  tif: ['tiff'],
  tiff: ['tiff'],
  docx: ['docx', ...old],
  xlsx: ['xlsx', ...old],
  pptx: ['pptx', ...old],
  doc: [...old, 'rtf'],
  xls: old,
  ppt: old,
  msg: old,
  odt: ['opendocument'],
  ods: ['opendocument'],
  odp: ['opendocument'],
  rtf: ['rtf'],
  zip: zipped,
  txt: texts,
  csv: texts,
  md: texts,
  json: texts,
  log: texts,
  svg: ['svg'],
  xml: ['xml', 'svg'],
  html: ['html'],
  htm: ['html'],
}

/** Refuses what cannot be evidence: nothing, programs, and files that hold something else than their name says. */
export function demandHonest(name: string, bytes: number, { kind, says }: FileType): void {
  if (bytes === 0)
    throw new Refusal('invalid', `${name} is empty. Choose the file again; its copy may have failed.`)
  if (kind === 'program')
    throw new Refusal('invalid', `${name} is a program. Attach what it shows, not the program itself.`)
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const promised = endings[ending]
  if (!promised || promised.includes(kind)) return
  throw new Refusal(
    'invalid',
    `${name} ends like .${ending} and is ${says}. Name it after what it is, or save it in the form its name says.`,
  )
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longestName = 150

/** A name under which a file can be saved anywhere: without folders, control and direction characters, and of bearable length. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? ''
  const stem = [...clean.slice(0, clean.length - ending.length)]
    .slice(0, longestName - ending.length)
    .join('')
  const short = `${stem}${ending}`
  if (short === '') return 'file'
  return reserved.test(short) ? `_${short}` : short
}
