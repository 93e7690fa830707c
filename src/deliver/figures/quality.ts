import { capital, heading, plain } from '#base/format.ts'
import type { Speech } from '../speech.ts'
import type { GapReportInput } from './input.ts'

/** What is wrong in the data, where, and how well the fields are filled. */
export type Quality = {
  readonly says: string
  readonly problems: readonly Problem[]
  readonly fillTypes: readonly { readonly title: string; readonly n: string }[]
  readonly fill: readonly { readonly column: string; readonly cells: readonly FillCell[] }[]
  readonly fillNote: string
}

/** A kind of problem: how often, and where it was seen first. */
export type Problem = {
  readonly level: string
  readonly code: string
  readonly message: string
  readonly count: string
  readonly places: readonly string[]
}

/** How well one field is filled in one ticket type; share is for the tint, from 0 to 1, and absent where no ticket is. */
export type FillCell = { readonly text: string; readonly share: number | undefined }

const levels = { error: 0, warning: 1, note: 2 } as const
const shownPlaces = 3
const shownTypes = 8

/** The figures of the data quality chapter. */
export function qualityOf({ ingested, speech }: GapReportInput): Quality {
  const problems = ingested.problems.toSorted(
    (a, b) => levels[a.level] - levels[b.level] || b.count - a.count || (a.code < b.code ? -1 : 1),
  )
  const occurrences = problems.reduce((sum, problem) => sum + problem.count, 0)
  return {
    says:
      problems.length === 0
        ? speech.say('quality.none')
        : speech.many('quality.says', problems.length, {
            occurrences: speech.many('quality.occurrences', occurrences),
          }),
    problems: problems.map((problem) => ({
      level: speech.terms.level[problem.level],
      code: problem.code,
      message: capital(withoutCount(problem)),
      count: speech.count(problem.count),
      places: placesOf(problem, speech),
    })),
    ...fillOf(ingested, speech),
  }
}

/** The message without the number it begins with, which stands in a column of its own. */
function withoutCount({ message, count: total }: GapReportInput['ingested']['problems'][number]): string {
  const number = `${total} `
  return message.startsWith(number) ? message.slice(number.length) : message
}

function placesOf(
  { sample, where, count: total }: GapReportInput['ingested']['problems'][number],
  { say }: Speech,
): readonly string[] {
  const places = sample.length > 0 ? sample.slice(0, shownPlaces) : [{ ...where, detail: '' }]
  const said = places.map(({ file, line, ticket, detail }) =>
    [line === undefined ? nameOf(file) : `${nameOf(file)}:${line}`, ticket, detail]
      .filter(Boolean)
      .join(', '),
  )
  const more = total - said.length
  return more > 0 && sample.length > 0 ? [...said, say('quality.more', { count: more })] : said
}

/** A file by its own name, wherever it lay. */
function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** Fields by ticket type; the types with most tickets first, fields that no ticket fills in one sentence. */
function fillOf(
  { fill }: GapReportInput['ingested'],
  speech: Speech,
): Pick<Quality, 'fillTypes' | 'fill' | 'fillNote'> {
  const sizes = new Map(fill.map(({ type, of }) => [type, of]))
  const types = [...sizes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type]) => type)
  const main = types.slice(0, shownTypes)
  const columns = [...new Set(fill.map(({ column }) => column))]
  const isFilled = (column: string) => fill.some((each) => each.column === column && each.filled > 0)
  const empty = columns.filter((column) => !isFilled(column)).map(plain)
  const notes = [
    empty.length === 0 ? '' : speech.say('quality.empty', { fields: empty.join(', ') }),
    types.length > main.length
      ? speech.say('quality.types', { types: types.slice(shownTypes).map(plain).join(', ') })
      : '',
  ]
  return {
    fillTypes: main.map((type) => ({ title: heading(type), n: speech.count(sizes.get(type) ?? 0) })),
    fill: columns.filter(isFilled).map((column) => ({
      column: plain(column),
      cells: main.map((type) =>
        cellOf(
          fill.find((each) => each.type === type && each.column === column),
          speech,
        ),
      ),
    })),
    fillNote: notes.filter((note) => note !== '').join(' '),
  }
}

function cellOf(
  entry: { readonly filled: number; readonly of: number } | undefined,
  { say, percent, partOf }: Speech,
): FillCell {
  if (!entry || entry.of === 0) return { text: say('quality.no-tickets'), share: undefined }
  if (entry.filled === 0) return { text: say('quality.nowhere'), share: 0 }
  if (entry.of < 10) return { text: partOf(entry.filled, entry.of), share: entry.filled / entry.of }
  return { text: percent(entry.filled / entry.of), share: entry.filled / entry.of }
}
