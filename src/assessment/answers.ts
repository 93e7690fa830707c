import type { Problem } from '#base/problem.ts'
import type { Requirement } from '#content/requirement.ts'
import { type AnswerColumn, answerColumns, columnHelp } from './questionnaire.ts'
import { Day, Practice, Statement } from './statement.ts'

/** One filled row as it was read from a file: cells by column. */
export type AnswerRow = Readonly<Record<string, unknown>>

/** Where the rows come from; firstRow is the number of the first one in the file, on the day of reading. */
export type AnswerSource = {
  readonly file: string
  readonly firstRow: number
  readonly on: string
  readonly requirements: readonly Pick<Requirement, 'id'>[]
}

/** The statements in the rows, with a problem for each cell that could not be used. */
export type Answers = { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] }

type Cell<T> = { readonly value?: T; readonly wrong?: string }

/** Turns filled rows into statements. A row without an answer says nothing; a row with a bad cell is left out whole. */
export function readAnswers(rows: readonly AnswerRow[], source: AnswerSource): Answers {
  const known = new Set(source.requirements.map((requirement) => requirement.id))
  const statements: Statement[] = []
  const problems: Problem[] = []
  rows.forEach((row, index) => {
    if (!isAnswered(row)) return
    const read = readRow(row, known, source.on)
    if (read.statement && read.wrong.length === 0) statements.push(read.statement)
    problems.push(...read.wrong.map(([column, message]) => toProblem(column, message, source, index)))
  })
  return { statements, problems }
}

type Wrong = readonly [column: string, message: string]

function readRow(
  row: AnswerRow,
  known: ReadonlySet<string>,
  today: string,
): { statement?: Statement; wrong: readonly Wrong[] } {
  const id = textOf(row.id)
  const on = readDay(textOf(row.on) || today)
  const practice = readPractice(textOf(row.practice))
  const since = readSince(textOf(row.since), on.value ?? today)
  const documented = readDocumented(textOf(row.documented))
  const applies = readYesNo(textOf(row.applies))
  const exercised = readYesNo(textOf(row.exercised))
  const who = textOf(row.who)
  const wrong: Wrong[] = []
  if (!known.has(id)) wrong.push(['id', `There is no requirement "${id}". Do not change the first columns.`])
  if (who === '') wrong.push(['who', 'An answer needs the name of the person who gave it. Fill in who.'])
  const cells = { on, practice, since, documented, applies, exercised }
  for (const [column, cell] of Object.entries(cells)) if (cell.wrong) wrong.push([column, cell.wrong])
  if (wrong.length > 0) return { wrong }
  const reference = textOf(row.reference)
  const candidate = {
    requirement: id,
    practice: practice.value,
    since: since.value,
    document: documented.value && { ...documented.value, ...(reference === '' ? {} : { reference }) },
    records: textOf(row.records),
    applies: applies.value,
    exercised: exercised.value,
    comment: textOf(row.comment),
    who,
    role: textOf(row.role),
    on: on.value,
  }
  const given = Object.entries(candidate).filter(([, value]) => value !== undefined && value !== '')
  return { statement: Statement.parse(Object.fromEntries(given)), wrong }
}

/** Who and when alone are no answer: people fill these columns down in one go. */
function isAnswered(row: AnswerRow): boolean {
  const aboutPerson: readonly AnswerColumn[] = ['who', 'role', 'on']
  return answerColumns.some((column) => !aboutPerson.includes(column) && textOf(row[column]) !== '')
}

function readPractice(text: string): Cell<Practice> {
  if (text === '') return {}
  const plain = text
    .toLowerCase()
    .replaceAll('practiced', 'practised')
    .replaceAll(/[\s_-]+/g, ' ')
  const practice = Practice.safeParse(plain)
  return practice.success ? { value: practice.data } : { wrong: badCell('practice', text) }
}

function readDocumented(text: string): Cell<{ exists: boolean; approved?: boolean }> {
  const plain = text.toLowerCase()
  if (plain === '') return {}
  if (plain === 'no' || plain === 'false') return { value: { exists: false } }
  if (plain === 'yes' || plain === 'true' || plain === 'exists') return { value: { exists: true } }
  if (plain === 'draft') return { value: { exists: true, approved: false } }
  if (plain === 'approved') return { value: { exists: true, approved: true } }
  return { wrong: badCell('documented', text) }
}

function readYesNo(text: string): Cell<boolean> {
  const plain = text.toLowerCase()
  if (plain === '') return {}
  if (plain === 'yes' || plain === 'true') return { value: true }
  if (plain === 'no' || plain === 'false') return { value: false }
  return { wrong: `"${text}" is neither yes nor no. Write one of them, or leave the cell empty.` }
}

function readDay(text: string): Cell<string> {
  const day = Day.safeParse(text.slice(0, 10))
  return day.success ? { value: day.data } : { wrong: `"${text}" is not a day. Write it as 2026-03-31.` }
}

/** A day, a month, or a number of months before the day of the answer. */
function readSince(text: string, on: string): Cell<string> {
  if (text === '') return {}
  const months = /^(\d{1,3})( months?)?$/i.exec(text)?.[1]
  if (months !== undefined) return { value: monthsBefore(on, Number(months)) }
  const day = readDay(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text)
  if (day.value === undefined) return { wrong: badCell('since', text) }
  return day.value <= on
    ? day
    : { wrong: `"${text}" lies after the day of the answer. Write since when it is practised.` }
}

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

function badCell(column: AnswerColumn, text: string): string {
  return `"${text}" cannot be read. Write ${columnHelp[column]}.`
}

function textOf(cell: unknown): string {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? 'invalid day' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'string') return cell.trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function toProblem(
  column: string,
  message: string,
  { file, firstRow }: AnswerSource,
  index: number,
): Problem {
  return {
    code: 'assessment.answer',
    message,
    where: { file, line: firstRow + index, column },
    level: 'error',
  }
}
