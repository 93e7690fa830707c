import { clauseOf, isRatedByItself, type Requirement } from '#content/requirement.ts'
import { headWords, plain, ratingOf } from './gap-list-words.ts'
import type { Rating } from './rating.ts'

/** One line of a table as people wrote it. */
export type Line = Readonly<{ line: number; cells: readonly string[] }>

/** What a line says about one requirement, or why it cannot be used. */
export type GapRow = Readonly<{
  line: number
  requirement: string
  rating: Rating | undefined
  comment: string
  wrong: string | undefined
}>

type Places = Readonly<{ requirement: number; rating: number; comment: number | undefined }>

/** Heads are looked for in the first lines: people put a title above them. */
const headLines = 20

/** Where the columns of a gap list stand; undefined when no line names a requirement and a rating. */
export function findHead(lines: readonly Line[]): { at: number; places: Places } | undefined {
  for (const [at, { cells }] of lines.slice(0, headLines).entries()) {
    const heads = plainHeads(cells)
    const placeOf = (words: readonly string[]) => {
      const found = words.map((word) => heads.indexOf(word)).find((place) => place >= 0)
      return found
    }
    const requirement = placeOf(headWords.requirement)
    const rating = placeOf(headWords.rating)
    if (requirement === undefined || rating === undefined) continue
    return { at, places: { requirement, rating, comment: placeOf(headWords.comment) } }
  }
  return undefined
}

/** The heads of columns as they are compared: small letters, no accents, no signs. */
export function plainHeads(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => plain(cell).replaceAll(/[.-]/g, ' ').trim())
}

/**
 * What the lines of a gap list say, requirement by requirement. A line that names a clause speaks for each of its
 * requirements that no line names itself.
 */
export function readGapList(
  lines: readonly Line[],
  requirements: readonly Requirement[],
): readonly GapRow[] | undefined {
  const head = findHead(lines)
  if (!head) return undefined
  const rows = lines.slice(head.at + 1).flatMap((line) => readLine(line, head.places))
  const named = new Set(rows.map(({ number }) => number))
  const byClause = Map.groupBy(requirements.filter(isRatedByItself), clauseOf)
  const known = new Set(requirements.map(({ id }) => id))
  const said = new Map<string, number>()
  return rows.flatMap(({ number, ...row }) => {
    if (known.has(number)) return [once(said, { ...row, requirement: number })]
    const inClause = (byClause.get(number) ?? []).filter(({ id }) => !named.has(id))
    if (inClause.length > 0) return inClause.map(({ id }) => once(said, { ...row, requirement: id }))
    const wrong = byClause.has(number)
      ? `Every requirement of ${number} has a line of its own.`
      : `There is no requirement or clause ${number}. Write it as 8.6.1-a, or 8.6.1.`
    return [{ ...row, requirement: number, wrong }]
  })
}

/** The second line about a requirement contradicts the first one, or repeats it. */
function once(said: Map<string, number>, row: GapRow): GapRow {
  const before = said.get(row.requirement)
  if (before !== undefined)
    return { ...row, wrong: `Line ${before} speaks of the same requirement. Keep one of them.` }
  said.set(row.requirement, row.line)
  return row
}

type NumberedRow = Omit<GapRow, 'requirement'> & Readonly<{ number: string }>

/** A line without a number or without a rating says nothing: a heading, an empty line, a requirement still open. */
function readLine({ line, cells }: Line, places: Places): readonly NumberedRow[] {
  const number = numberIn(cells[places.requirement] ?? '')
  const word = (cells[places.rating] ?? '').trim()
  if (number === '' || word === '') return []
  const rating = ratingOf(word)
  const comment = (places.comment === undefined ? '' : (cells[places.comment] ?? '')).trim().slice(0, 4000)
  const wrong =
    rating === undefined
      ? `"${word.slice(0, 60)}" is no rating. Write conforming, opportunity, partially, minor, major, not applicable or not assessed.`
      : undefined
  return [{ line, number, rating, comment, wrong }]
}

/** 8.6.1-a out of "8.6.1 a)", "Clause 8.6.1-a", "8.6.1.a"; 8.6 out of "8.6 Resolution". */
function numberIn(cell: string): string {
  const found = /(?<![\d.])((?:[4-9]|10)(?:\.\d+)*)(?!\d|\.\d)(?:\s*[-.( ]?\s*([a-z])(?![a-z]))?/i.exec(
    cell.trim(),
  )
  if (!found) return cell.trim() === '' ? '' : cell.trim().slice(0, 40)
  const [, clause = '', letter] = found
  return letter === undefined ? clause : `${clause}-${letter.toLowerCase()}`
}
