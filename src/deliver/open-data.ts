import { createHash } from 'node:crypto'
import { csvLine, type TableCell } from '#registers/table.ts'
import { zipOf } from './zip-of.ts'

type Row = Readonly<Record<string, unknown>>

/** One kind of thing that was written, as the store holds it. */
export type OpenTable = Readonly<{ name: string; columns: readonly string[]; rows: readonly Row[] }>

/** Everything an organization wrote, and what is kept back with the reason. */
export type OpenDataInput = Readonly<{
  organization: string
  madeAt: string
  tables: readonly OpenTable[]
  withheld: readonly Readonly<{ name: string; because: string }>[]
}>

/** One line of the index: where something lies, how much it is, and its hash. */
type Entry = Readonly<{ file: string; rows: number; bytes: number; sha256: string }>

/** Everything as plain CSV and JSON in one zip file, with an index of hashes; equal input is equal bytes. */
export function printOpenData(input: OpenDataInput): Uint8Array {
  return zipOf(openDataFiles(input))
}

/** The files by their names: each table twice, each register once more as people know it. */
export function openDataFiles(input: OpenDataInput): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const entries: Entry[] = []
  const add = (table: OpenTable, folder: string) => {
    for (const [ending, text] of [
      ['csv', csvOf(table)],
      ['json', jsonOf(table)],
    ] as const) {
      const bytes = new TextEncoder().encode(text)
      const file = `${folder}/${table.name}.${ending}`
      files.set(file, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      entries.push({ file, rows: table.rows.length, bytes: bytes.length, sha256 })
    }
  }
  for (const table of input.tables) add(table, 'tables')
  for (const register of registersOf(input.tables)) add(register, 'registers')
  const index = {
    organization: input.organization,
    madeAt: input.madeAt,
    files: entries,
    notHere: [
      ...input.withheld,
      { name: 'files', because: 'attachments, documents and uploaded tickets are handed out on their pages' },
    ],
  }
  files.set('index.json', new TextEncoder().encode(`${JSON.stringify(index, undefined, 2)}\n`))
  files.set('README.md', new TextEncoder().encode(readme(input)))
  return files
}

function readme({ organization, madeAt }: OpenDataInput): string {
  return `# Everything that ${organization} wrote

Made on ${madeAt}. registers/ holds each register as people know it; tables/ holds every table as it is stored: statements,
ratings, plans, the business case, decisions, and the whole audit trail (audit_entry). Each file is there as CSV
(UTF-8, comma, CRLF, values that hold more than one thing as JSON) and as JSON (an array of objects).

index.json names every file with its rows, its size and its SHA-256, and what is not here with the reason.
In CSV an apostrophe stands before texts that a spreadsheet would run as a formula; JSON has them unchanged.
`
}

/** The records of one table as the registers they belong to, each field a column. */
function registersOf(tables: readonly OpenTable[]): readonly OpenTable[] {
  const records = tables.find(({ name }) => name === 'record')?.rows ?? []
  return [...Map.groupBy(records, (row) => String(row.register))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, rows]) => {
      const flat = rows.map(({ data, register: _, ...row }) => ({ ...row, ...fieldsOf(data) }))
      return { name, columns: [...new Set(flat.flatMap((row) => Object.keys(row)))], rows: flat }
    })
}

function fieldsOf(data: unknown): Row {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [`field_${key}`, value]))
}

function jsonOf({ columns, rows }: OpenTable): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))),
  )
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`
}

function csvOf({ columns, rows }: OpenTable): string {
  const heads = columns.map((text) => ({ text }))
  return [heads, ...rows.map((row) => columns.map((column) => cellOf(row[column])))].map(csvLine).join('')
}

function cellOf(value: unknown): TableCell {
  if (value === undefined || value === null) return { text: '' }
  if (typeof value === 'number') return { text: String(value), number: value }
  return { text: typeof value === 'string' ? value : JSON.stringify(value) }
}
