import { detectEncoding, hasMark } from './encoding.ts'

/** What a file is, by its content first and its name second. */
export type Kind =
  | 'csv'
  | 'json'
  | 'ndjson'
  | 'xes'
  | 'ocel-json'
  | 'ocel-xml'
  | 'sqlite'
  | 'parquet'
  | 'gzip'
  | 'zip'
  | 'empty'

/** A kind, or why the file is none that can be read and what to do about it. */
export type Sniffed = Readonly<{ kind: Kind }> | Readonly<{ foreign: string; advice: string }>

/** How many bytes of each end are needed to recognise a file. */
export const ENDS = 1 << 18

const magics: readonly (readonly [string, Kind])[] = [
  ['1f8b', 'gzip'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['50415231', 'parquet'],
  [Buffer.from('SQLite format 3\0').toString('hex'), 'sqlite'],
]

const unpack = 'Unpack it, or pack it as .zip or .gz, and import it again'
const export_ = 'Export the tickets as CSV, XLSX, JSON, Parquet, XES or OCEL'

const foreigners: readonly (readonly [string, string, string])[] = [
  ['89504e47', 'a PNG picture', export_],
  ['ffd8ff', 'a JPEG picture', export_],
  ['47494638', 'a GIF picture', export_],
  ['25504446', 'a PDF document', export_],
  ['7f454c46', 'a program (ELF)', export_],
  ['4d5a9000', 'a program (Windows)', export_],
  [
    'd0cf11e0a1b11ae1',
    'an old Office file (.xls) or a workbook with a password',
    'Save it as .xlsx without a password',
  ],
  ['50415245', 'an encrypted Parquet file', 'Export it without encryption'],
  ['377abcaf271c', 'a 7z archive', unpack],
  ['526172211a07', 'a RAR archive', unpack],
  ['425a68', 'a bzip2 archive', unpack],
  ['fd377a585a00', 'an xz archive', unpack],
  ['28b52ffd', 'a zstd archive', unpack],
]

/** Says what a file is from its first and last bytes; `name` decides only where both readings are possible. */
export function sniff(head: Buffer, tail: Buffer, name: string): Sniffed {
  const hex = head.toString('hex', 0, 16)
  const magic = magics.find(([start]) => hex.startsWith(start))
  if (magic) return { kind: magic[1] }
  const foreigner = foreigners.find(([start]) => hex.startsWith(start))
  if (foreigner) return { foreign: `it is ${foreigner[1]}, not a table`, advice: foreigner[2] }
  if (head.toString('latin1', 257, 262) === 'ustar') return { foreign: 'it is a tar archive', advice: unpack }
  const binary = binaryAt(head)
  if (binary !== undefined) return { foreign: `it is binary, not text (byte ${binary + 1})`, advice: export_ }
  return sniffText(textOf(head), textOf(tail), name)
}

/** Where text ceases to be text: a NUL byte outside UTF-16, or control characters by the dozen. */
function binaryAt(head: Buffer): number | undefined {
  if (detectEncoding(head) !== 'utf-8') return undefined
  const controls: number[] = []
  for (let at = 0; at < Math.min(head.length, 4096); at += 1) {
    const byte = head[at] ?? 32
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls.push(at)
  }
  const [first] = controls
  return controls.length > Math.max(1, Math.min(head.length, 4096) / 50) ? first : undefined
}

function textOf(bytes: Buffer): string {
  const encoding = detectEncoding(bytes)
  if (encoding === 'utf-8') return bytes.toString('utf8', hasMark(bytes) ? 3 : 0)
  return new TextDecoder(encoding).decode(bytes)
}

function sniffText(head: string, tail: string, name: string): Sniffed {
  const start = head.trimStart()
  if (start === '') return { kind: 'empty' }
  if (start.startsWith('<')) return sniffMarkup(start, name)
  if (start.startsWith('{') || startsJsonArray(start)) return { kind: jsonKind(start, tail, name) }
  return { kind: 'csv' }
}

function startsJsonArray(start: string): boolean {
  return /^\[\s*(?:[[{"\]]|-?\d|true|false|null)/.test(start)
}

function sniffMarkup(start: string, name: string): Sniffed {
  if (/<!doctype html|<html|<table/i.test(start.slice(0, 4096))) {
    return {
      foreign: 'it is an HTML page, not a table',
      advice: 'Export the list as CSV or XLSX; a login page may have been saved instead',
    }
  }
  if (/<(?:object-types|event-types|objects|events)[\s/>]/.test(start)) return { kind: 'ocel-xml' }
  if (/<(?:trace|extension|classifier|global)[\s/>]|xes\.version|xes-standard/.test(start))
    return { kind: 'xes' }
  if (/\.(?:xmlocel|ocel\.xml)(?:\.gz)?$/i.test(name)) return { kind: 'ocel-xml' }
  if (/\.xes(?:\.gz)?$/i.test(name) || /<log[\s/>]/.test(start)) return { kind: 'xes' }
  return {
    foreign: 'it is XML, but neither XES nor OCEL',
    advice: 'Export the tickets as CSV or JSON instead',
  }
}

function jsonKind(start: string, tail: string, name: string): Kind {
  if (/\.jsonocel(?:\.gz)?$/i.test(name)) return 'ocel-json'
  const ends = [start.slice(0, ENDS), tail]
  if (start.startsWith('{') && ends.some((text) => /"ocel:(?:global-log|events|objects)"\s*:/.test(text)))
    return 'ocel-json'
  const joined = ends.join('\n')
  if (/"objectTypes"\s*:/.test(joined) && /"eventTypes"\s*:/.test(joined)) return 'ocel-json'
  if (/\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(name)) return 'ndjson'
  return isJsonLines(start) ? 'ndjson' : 'json'
}

/** Whether the first line is a whole object and another begins on the next. */
function isJsonLines(start: string): boolean {
  const end = start.indexOf('\n')
  if (end === -1 || !start.startsWith('{') || !start.slice(end).trimStart().startsWith('{')) return false
  try {
    JSON.parse(start.slice(0, end))
    return true
  } catch {
    return false
  }
}
