import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Cell = string | number | boolean | undefined

/** The columns of a file: heading, and what stands in it for one row. */
export type Columns<Row> = readonly (readonly [heading: string, cell: (row: Row) => Cell])[]

const CHUNK = 1 << 17

/** Writes one CSV file in UTF-8. */
export async function writeCsv<Row>(path: string, columns: Columns<Row>, rows: Iterable<Row>): Promise<void> {
  await pipeline(Readable.from(chunks(columns, rows)), createWriteStream(path))
}

function* chunks<Row>(columns: Columns<Row>, rows: Iterable<Row>): Generator<string> {
  let text = `${columns.map(([heading]) => heading).join(',')}\n`
  for (const row of rows) {
    let line = ''
    for (const [place, column] of columns.entries()) line += (place === 0 ? '' : ',') + quoted(column[1](row))
    text += `${line}\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield text
}

function quoted(cell: Cell): string {
  if (cell === undefined) return ''
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
