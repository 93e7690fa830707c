import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Workbook } from '@cj-tech-master/excelts'
import { Document, parse } from 'yaml'
import { type AnswerRow, type AnswerSource, type Answers, readAnswers } from '#assessment/answers.ts'
import { answerColumns, columnHelp, type QuestionRow, readColumns } from '#assessment/questionnaire.ts'
import { Refusal } from '#base/refusal.ts'

const widths: Readonly<Record<string, number>> = {
  id: 11,
  clause: 9,
  title: 30,
  question: 52,
  expects: 60,
  practice: 22,
  comment: 40,
  reference: 28,
  records: 28,
}
const headRow = 4

/** Writes the questions as a workbook or as YAML, by the ending of the name. */
export async function writeQuestionnaire(path: string, rows: readonly QuestionRow[]): Promise<void> {
  const bytes = path.endsWith('.xlsx') ? await workbook(rows) : Buffer.from(yamlText(rows))
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}

/** Reads a filled questionnaire; cells that cannot be used come back as problems with their row. */
export async function readQuestionnaire(
  path: string,
  source: Omit<AnswerSource, 'file' | 'firstRow'>,
): Promise<Answers> {
  if (path.endsWith('.xlsx')) {
    return readAnswers(await sheetRows(path), { ...source, file: path, firstRow: headRow + 1 })
  }
  const parsed: unknown = parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(parsed))
    throw new Refusal(
      'invalid',
      `${path} is not a questionnaire: it should be a list of questions. Write a new one with: clausewise questionnaire --out DIR`,
    )
  return readAnswers(parsed as AnswerRow[], { ...source, file: path, firstRow: 1 })
}

function yamlText(rows: readonly QuestionRow[]): string {
  const document = new Document(
    rows.map(({ asks, ...row }) => ({ ...row, ...Object.fromEntries(asks.map((column) => [column, ''])) })),
  )
  const help = answerColumns.map((column) => ` ${column}: ${columnHelp[column]}`).join('\n')
  document.commentBefore = ` Fill in what you know, and leave the rest empty; an empty answer says nothing.\n${help}`
  return document.toString({ lineWidth: 160 })
}

async function workbook(rows: readonly QuestionRow[]): Promise<Buffer> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  const sheet = book.addWorksheet('Questions', { views: [{ state: 'frozen', xSplit: 1, ySplit: headRow }] })
  const columns = [...readColumns, ...answerColumns]
  sheet.columns = columns.map((key) => ({ key, width: widths[key] ?? 16 }))
  sheet.getCell('A1').value = 'Questionnaire for ISO/IEC 20000-1:2018'
  sheet.getCell('A1').font = { name: 'Inter', size: 16, bold: true }
  sheet.getCell('A2').value =
    'Fill in the shaded columns. What stays empty says nothing and is shown as open.'
  columns.forEach((column, place) => {
    const help = sheet.getCell(headRow - 1, place + 1)
    const head = sheet.getCell(headRow, place + 1)
    head.value = column
    head.font = { name: 'Inter', size: 11, bold: true }
    head.border = { bottom: { style: 'thin' } }
    const asked = answerColumns.find((name) => name === column)
    if (asked) help.value = columnHelp[asked]
    help.alignment = { wrapText: true, vertical: 'top' }
    help.font = { name: 'Inter', size: 9, italic: true }
  })
  for (const [place, row] of rows.entries()) fillRow(sheet, headRow + 1 + place, row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

type Sheet = ReturnType<Workbook['addWorksheet']>

function fillRow(sheet: Sheet, number: number, row: QuestionRow): void {
  readColumns.forEach((column, place) => {
    const cell = sheet.getCell(number, place + 1)
    cell.value = row[column]
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.font = { name: 'Inter', size: 10 }
  })
  answerColumns.forEach((column, place) => {
    const cell = sheet.getCell(number, readColumns.length + place + 1)
    const isAsked = row.asks.includes(column)
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: isAsked ? 'FFF5F7F9' : 'FFDDE2E9' } }
    cell.alignment = { wrapText: true, vertical: 'top' }
    const list = lists[column]
    if (isAsked && list)
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list.join(',')}"`] }
  })
}

const lists: Readonly<Record<string, readonly string[]>> = {
  practice: ['none', 'ad hoc', 'documented', 'practised', 'practised and reviewed'],
  documented: ['no', 'draft', 'approved'],
  applies: ['yes', 'no'],
  exercised: ['yes', 'no'],
}

async function sheetRows(path: string): Promise<AnswerRow[]> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  try {
    await book.xlsx.load(readFileSync(path))
  } catch (error) {
    throw new Refusal(
      'invalid',
      `${path} is not a workbook that can be read. Save it as .xlsx and run again.`,
      { cause: error },
    )
  }
  const sheet = book.worksheets[0]
  if (!sheet || String(sheet.getCell(headRow, 1).value) !== 'id') {
    throw new Refusal(
      'invalid',
      `${path}: row ${headRow} of the first sheet should begin with "id". Use the questionnaire that this program wrote.`,
    )
  }
  const columns = [...readColumns, ...answerColumns]
  const rows: AnswerRow[] = []
  for (let number = headRow + 1; number <= sheet.rowCount; number++) {
    rows.push(
      Object.fromEntries(
        columns.map((column, place) => [column, plain(sheet.getCell(number, place + 1).value)]),
      ),
    )
  }
  return rows
}

/** A date cell as its day, rich text as its text, everything else as it is. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (value && typeof value === 'object' && 'richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((part: { text?: string }) => part.text ?? '').join('')
  }
  if (value && typeof value === 'object' && 'result' in value) return value.result
  return value ?? ''
}
