import { strFromU8, strToU8, unzipSync } from 'fflate'
import { keyOfWords } from '#content/sentences.ts'
import { zipSteadily } from './guides/steady.ts'
import type { Speech } from './speech.ts'
import { escapedValue } from './template/plain-xml.ts'

/** The sheets of each workbook by the names they have in the program. */
export const roadmapSheets = [
  'Summary',
  'Tasks',
  'Gantt',
  'Load',
  'RACI',
  'Costs',
  'Roles',
  'Days off',
  'Assumptions',
] as const

export const caseSheets = [
  'Read me',
  'Settings',
  'Inputs',
  'Lines',
  'Timing',
  'Cash flow',
  'Scenarios',
  'Weights',
  'Sensitivity',
] as const

/** What sheets are called in the language of a document. */
export function sheetNames({ say }: Speech, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, say(`sheet.${keyOfWords(name)}`)]))
}

/**
 * A workbook with its sheets under other names: in the list of sheets, in named ranges, and in every formula of cells, charts,
 * validations and conditional formats, so that all of them still find their cells. Text in cells is left as it is.
 */
export function nameSheets(bytes: Uint8Array, names: ReadonlyMap<string, string>): Uint8Array {
  if ([...names].every(([from, to]) => from === to)) return bytes
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/(workbook|worksheets\/[^/]+|charts\/[^/]+)\.xml$/.test(name))
      parts[name] = strToU8(renamed(strFromU8(part), names))
  return zipSteadily(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.endsWith('/'))))
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(/(<sheet\b[^>]* name=")([^"]*)(")/g, (whole, before: string, name: string, after: string) => {
      const to = names.get(name)
      return to === undefined ? whole : `${before}${escapedValue(to)}${after}`
    })
    .replaceAll(
      /(<((?:\w+:)?(?:f|formula|formula1|formula2|definedName))(?:\s[^>]*)?>)([^<]*)(<\/\2>)/g,
      (_, before: string, __: string, formula: string, after: string) =>
        `${before}${inFormula(formula, names)}${after}`,
    )
}

/** References to sheets, with and without quotes, outside of texts: those stand between quotes of their own. */
function inFormula(formula: string, names: ReadonlyMap<string, string>): string {
  return formula
    .split(/(&quot;.*?&quot;|".*?")/)
    .map((piece) =>
      /^(?:&quot;|")/.test(piece)
        ? piece
        : piece.replaceAll(/(?:'|&apos;)([^'&]+)(?:'|&apos;)!|\b([A-Za-z]\w*)!/g, (whole, quoted, plain) => {
            const to = names.get(quoted ?? plain)
            return to === undefined ? whole : `'${escapedValue(to.replaceAll("'", "''"))}'!`
          }),
    )
    .join('')
}
