import type { TemplateKind } from '#base/brand.ts'
import { type Link, linked, type OfficePackage, textOf } from './office-package.ts'
import { unescaped } from './plain-xml.ts'
import { refused } from './refuse.ts'
import { shown } from './unzip.ts'

/** The part that a package is about, and which of the three kinds of document it makes. */
export type Main = Readonly<{ kind: TemplateKind; main: string }>

/** Types of the main part: documents and templates of both, without macros. */
const mains: readonly (readonly [RegExp, TemplateKind])[] = [
  [/wordprocessingml\.(document|template)\.main\+xml$/, 'docx'],
  [/presentationml\.(presentation|template|slideshow)\.main\+xml$/, 'pptx'],
  [/spreadsheetml\.(sheet|template)\.main\+xml$/, 'xlsx'],
]

/** What could run or fetch, by the type or the name of a part, in words. */
const active: readonly (readonly [RegExp, string])[] = [
  [/macroEnabled|vbaProject|vbaData|macrosheet|dialogsheet|sheet\.binary/i, 'macros'],
  [/activeX|controlproperties|ctrlProps\//i, 'ActiveX controls'],
  [/oleObject/i, 'an embedded object (OLE)'],
  [/customUI|attachedToolbars|keyMapCustomizations|webextension|taskpanes/i, 'an add-in'],
  [/externalLink|connections\+xml|queryTable|\/connections\.xml/i, 'links to other files or data'],
]

/** Links that may not lead anywhere, not even to a part. */
const forbiddenLinks =
  /\/(attachedTemplate|oleObject|control|vbaProject|aFChunk|afChunk|subDocument|frame|externalLink\w*|mailMerge\w*|recipientData|xlMacrosheet|customUI|extensibility|webextension\w*|ui\/\w+)$/

/** Tells what a package is, and refuses one that could run or load anything, lead out of itself, or is damaged. */
export function demandSafe(pack: OfficePackage): Main {
  const about = mainOf(pack)
  for (const [name, type] of pack.types) demandQuiet(`${type} ${name}`, name)
  for (const [source, links] of pack.links) for (const link of links) demandInside(pack, source, link)
  for (const [name, part] of pack.parts) demandHonestPart(pack, name, part)
  for (const name of pack.parts.keys()) if (name.endsWith('.xml')) demandNothingRuns(name, textOf(pack, name))
  return about
}

function mainOf(pack: OfficePackage): Main {
  if (pack.parts.size === 0)
    throw refused('is an empty package', 'Choose the file again; its copy may have failed.')
  const [link] = linked(pack, '', 'officeDocument')
  if (!link || !pack.parts.has(link.target))
    throw refused('is no document of Office: its package names none', 'Save it as DOCX, PPTX or XLSX.')
  if (link.type.startsWith('http://purl.oclc.org/ooxml/'))
    throw refused('is written as Strict Open XML', 'Save it as the usual DOCX, PPTX or XLSX (transitional).')
  const type = pack.types.get(link.target) ?? ''
  demandQuiet(type, link.target)
  const kind = mains.find(([look]) => look.test(type))?.[1]
  if (!kind)
    throw refused(
      `says that it holds ${shown(type)}, which is no document, presentation or workbook`,
      'Save it as DOCX, PPTX or XLSX.',
    )
  return { kind, main: link.target }
}

function demandQuiet(told: string, name: string): void {
  const found = active.find(([look]) => look.test(told))
  if (found)
    throw refused(`holds ${found[1]} (${shown(name)})`, 'Save it without them, as DOCX, PPTX or XLSX.')
}

/** Links lead to parts. Only what people click, a page or a mail address, may lead out. */
function demandInside({ parts }: OfficePackage, source: string, { type, target, isExternal }: Link): void {
  const kind = type.slice(type.lastIndexOf('/') + 1)
  if (forbiddenLinks.test(type))
    throw refused(
      `holds a link of the kind ${shown(kind)} to ${shown(target)}`,
      'Take it out and save it anew.',
    )
  if (!isExternal) {
    if (parts.has(target)) return
    throw refused(
      `is damaged: ${shown(source)} leads to ${shown(target)}, which is not there`,
      'Save it anew.',
    )
  }
  if (kind === 'hyperlink' && /^(https?:\/\/|mailto:)/i.test(target)) return
  throw refused(
    `leads out of itself: ${shown(kind)} in ${shown(source)} to ${shown(target)}`,
    'Embed what is linked, or take the link out.',
  )
}

const pictures: readonly (readonly [RegExp, RegExp])[] = [
  [/\.png$/i, /^89504e470d0a1a0a/],
  [/\.jpe?g$/i, /^ffd8ff/],
  [/\.gif$/i, /^474946383[79]61/],
]

/** What a part holds is what its name says, and no program or package of another kind. */
function demandHonestPart(pack: OfficePackage, name: string, part: Uint8Array): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const start = bytes.toString('hex', 0, 8)
  if (/^(d0cf11e0|4d5a|7f454c46)/.test(start))
    throw refused(`holds a program or an object in ${shown(name)}`, 'Take it out and save it anew.')
  if (start.startsWith('504b0304')) demandPlainBook(pack, name, bytes)
  const picture = pictures.find(([ending]) => ending.test(name))
  if (picture && !picture[1].test(start))
    throw refused(`holds ${shown(name)}, which is no such picture`, 'Put the picture in anew.')
  if (/\.svg$/i.test(name) && runsInSvg.test(bytes.toString('utf8')))
    throw refused(`holds the drawing ${shown(name)}, which could run or load something`, 'Put it in as PNG.')
}

const runsInSvg =
  /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|<!DOCTYPE|@import|href\s*=\s*["'](?!#|data:image\/(?:png|jpeg))/i

/** A package in a package is the workbook behind a chart, and nothing else. */
function demandPlainBook(pack: OfficePackage, name: string, bytes: Buffer): void {
  const readers = [...pack.links].filter(([, links]) => links.some(({ target }) => target === name))
  const isBehindChart =
    readers.length > 0 && readers.every(([source]) => pack.types.get(source)?.includes('chart+xml'))
  const names = bytes.toString('latin1')
  if (!isBehindChart || /vbaProject|externalLink|activeX|oleObject/i.test(names))
    throw refused(`holds a file of its own in ${shown(name)}`, 'Take it out and save it anew.')
}

const fields =
  /(?:^|[\s"{])(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|DATABASE|EMBED|RD|IMPORT)\b/i
const calls =
  /\b(WEBSERVICE|FILTERXML|RTD|CALL|REGISTER|REGISTER\.ID|EXEC|IMAGE|STOCKHISTORY)\s*\(|[A-Za-z]\|'|\bAuto_(?:Open|Close)\b/i

/** Fields, formulas and clicks that would start or fetch something. */
function demandNothingRuns(name: string, text: string): void {
  const coded = [
    ...text.matchAll(/<w:instrText\b[^>]*>([^<]*)</g),
    ...text.matchAll(/<w:fldSimple\b[^>]*? w:instr="([^"]*)"/g),
  ]
  const field = fields.exec(unescaped(coded.map(([, code]) => code).join('')))
  if (field) throw refused(`holds the field ${field[1]} in ${shown(name)}`, 'Take it out and save it anew.')
  for (const [, formula = ''] of text.matchAll(
    /<(?:\w+:)?(?:f|formula[12]?|definedName)(?:\s[^>]*)?>([^<]*)</g,
  ))
    if (calls.test(unescaped(formula)))
      throw refused(`holds the formula ${shown(unescaped(formula))}`, 'Take it out and save it anew.')
  for (const [, name] of text.matchAll(/<definedName\b[^>]*? name="([^"]*)"/g))
    if (name !== undefined && calls.test(name)) throw refused(`holds the name ${shown(name)}`, 'Take it out.')
  const action = /ppaction:\/\/(program|macro|ole|hlinkfile)[^"]*/.exec(text)
  if (action)
    throw refused(`starts something when it is clicked (${shown(action[0])})`, 'Take the action out.')
}
