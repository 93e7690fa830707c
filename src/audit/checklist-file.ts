import { createHash } from 'node:crypto'
import { AuditAnswer, type ChecklistLine } from './checklist.ts'
import type { Answering } from './checklist-store.ts'

/** The heads of an offline checklist, as they are written and read back. */
const heads = [
  'Requirement',
  'Title',
  'Question',
  'What is expected',
  'Checks',
  'Answer',
  'Notes',
  'Version',
] as const
const widths = [13, 30, 50, 50, 40, 18, 60, 9]

/** What becomes of one row of a checklist that was filled in elsewhere. */
export type RowFate = Readonly<{
  line: number
  requirement: string
  fate: 'answer' | 'unchanged' | 'conflict' | 'refused'
  says: string
  answer: AuditAnswer | undefined
  notes: string
  version: number
}>

/** All fates, and the hash by which exactly this plan is applied. */
export type FilePlan = Readonly<{ fates: readonly RowFate[]; digest: string }>

/** A checklist as a workbook to be filled in without a connection: answers are chosen from a list. */
export async function checklistWorkbook(name: string, lines: readonly ChecklistLine[]): Promise<Buffer> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet(name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  })
  sheet.addRow([...heads])
  sheet.getRow(1).font = { bold: true }
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  for (const [index, line] of lines.entries()) {
    sheet.addRow([
      line.requirement,
      line.asks.title,
      line.asks.question,
      line.asks.expects.join('; '),
      line.results
        .map(({ title, verdict, met, population }) => `${title}: ${verdict}, ${met} of ${population}`)
        .join('; '),
      line.answer ?? '',
      line.notes,
      line.version,
    ])
    sheet.getCell(index + 2, 6).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${AuditAnswer.options.join(',')}"`],
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A row of the file: its line, and its cells by their heads. */
type FileRow = Readonly<{ line: number; cells: readonly string[] }>

/** The line of the heads: the one that names requirement, answer and notes. */
export function findHeads(rows: readonly FileRow[]): number {
  return rows.findIndex(({ cells }) =>
    ['requirement', 'answer', 'notes'].every((head) => columnOf(cells, head) >= 0),
  )
}

/** Decides for every row what would become of it; rows of a line that somebody answered meanwhile stay as they are. */
export function planFile(rows: readonly FileRow[], lines: readonly ChecklistLine[]): FilePlan {
  const at = findHeads(rows)
  const head = rows[at]?.cells ?? []
  const known = new Map(lines.map((line) => [line.requirement, line]))
  const seen = new Set<string>()
  const fates = rows.slice(at + 1).flatMap(({ line, cells }): readonly RowFate[] => {
    const read = (name: string) => (cells[columnOf(head, name)] ?? '').trim()
    const requirement = read('requirement')
    if (requirement === '') return []
    const row = { line, requirement, answer: read('answer'), notes: read('notes'), version: read('version') }
    const fate = decide(row, known.get(requirement), seen.has(requirement))
    seen.add(requirement)
    return [fate]
  })
  const digest = createHash('sha256').update(JSON.stringify(fates)).digest('hex')
  return { fates, digest }
}

type Row = Readonly<{ line: number; requirement: string; answer: string; notes: string; version: string }>

function decide(row: Row, known: ChecklistLine | undefined, isTwice: boolean): RowFate {
  const { line, requirement, notes } = row
  const word = row.answer.toLowerCase()
  const answer = AuditAnswer.options.find((one) => one === word)
  const version = row.version === '' ? (known?.version ?? 0) : Number(row.version)
  const fate = (what: RowFate['fate'], says: string): RowFate => ({
    line,
    requirement,
    fate: what,
    says,
    answer,
    notes,
    version,
  })
  if (!known) return fate('refused', `${requirement} is not on the checklist of this audit.`)
  if (isTwice) return fate('refused', `${requirement} stands in an earlier row as well. Keep one of them.`)
  if (word !== '' && answer === undefined)
    return fate('refused', `"${row.answer}" is no answer. Write one of: ${AuditAnswer.options.join(', ')}.`)
  if (known.answer === answer && known.notes === notes) return fate('unchanged', 'Nothing new.')
  if (version !== known.version)
    return fate(
      'conflict',
      `${known.answeredBy?.name ?? 'Somebody'} answered this meanwhile. It stays as it is now.`,
    )
  return fate('answer', known.answer === undefined ? 'A new answer.' : `Instead of: ${known.answer}.`)
}

/** The answers that a plan gives. */
export function answersOf({ fates }: FilePlan): readonly Answering[] {
  return fates
    .filter(({ fate }) => fate === 'answer')
    .map(({ requirement, answer, notes, version }) => ({ requirement, answer, notes, version }))
}

function columnOf(cells: readonly string[], head: string): number {
  return cells.findIndex((cell) => cell.trim().toLowerCase() === head)
}
