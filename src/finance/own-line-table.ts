import { csvLine, type TableCell } from '#registers/table.ts'
import { sheetOf } from '#registers/workbook.ts'
import type { KeptCase } from './case-store.ts'
import { isWritten, type OwnWriting } from './own-line.ts'
import { type OwnColumn, ownHeads } from './own-line-list.ts'

const columns = Object.keys(ownHeads) as OwnColumn[] // its keys are the columns
const wide: readonly OwnColumn[] = ['title', 'claims', 'guard', 'source', 'note', 'settled']

/** The lines that people wrote themselves, as a list that reads back as it stands. */
export function ownLineTable({ lines }: Pick<KeptCase, 'lines'>): readonly (readonly TableCell[])[] {
  const standing = [...lines].flatMap(([id, { own, owner, choice }]): OwnWriting[] =>
    own && isWritten(id) ? [{ line: own, owner, isIn: choice.isIn, settled: choice.settled }] : [],
  )
  return standing
    .toSorted((one, other) => (one.line.title < other.line.title ? -1 : 1))
    .map((line) => {
      const said = saidBy(line)
      return columns.map((column) => tableCell(said[column]))
    })
}

/** What the columns of the list are called. */
export function ownLineHeads(): readonly string[] {
  return columns.map((column) => {
    const [head] = ownHeads[column]
    return `${head.slice(0, 1).toUpperCase()}${head.slice(1)}`
  })
}

/** The list as a file. */
export async function ownLineFile(
  kept: Pick<KeptCase, 'lines'>,
  format: 'csv' | 'xlsx',
): Promise<{ type: string; content: Buffer }> {
  const rows = ownLineTable(kept)
  if (format === 'csv') {
    const text = [ownLineHeads().map((head) => ({ text: head })), ...rows].map(csvLine).join('')
    // The mark tells spreadsheets that it is UTF-8.
    return { type: 'text/csv; charset=utf-8', content: Buffer.from(`\ufeff${text}`) }
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const widths = columns.map((column) => (wide.includes(column) ? 36 : 16))
  return { type, content: await sheetOf({ title: 'Own lines', heads: ownLineHeads(), widths }, rows) }
}

/** What differs between two writings of a line, by the column that says it. */
export type OwnChange = Readonly<{ column: string; before: string; after: string }>

/** Every column in which two writings of a line differ. */
export function changesIn(before: OwnWriting, after: OwnWriting): readonly OwnChange[] {
  const [then, now] = [saidBy(before), saidBy(after)]
  const heads = ownLineHeads()
  return columns.flatMap((column, at) => {
    const [one, other] = [tableCell(then[column]).text, tableCell(now[column]).text]
    return one === other ? [] : [{ column: heads[at] ?? column, before: one, after: other }]
  })
}

type Said = string | number | boolean | undefined

function saidBy({ line: own, owner, isIn, settled }: OwnWriting): Readonly<Record<OwnColumn, Said>> {
  const { once, yearly, price, claims = [] } = own
  return {
    title: own.title,
    side: own.side,
    class: own.class,
    unit: own.unit,
    priceLow: price?.low,
    priceBase: price?.base,
    priceHigh: price?.high,
    onceLow: once?.low,
    onceBase: once?.base,
    onceHigh: once?.high,
    yearlyLow: yearly?.low,
    yearlyBase: yearly?.base,
    yearlyHigh: yearly?.high,
    onceIn: own.onceIn,
    fromYear: own.fromYear,
    toYear: own.toYear,
    realisation: own.realisation,
    attribution: own.attribution,
    claims: claims.join('; '),
    guard: own.guard,
    proof: own.proof,
    source: own.source,
    quality: own.quality,
    owner,
    note: own.note,
    kind: own.kind,
    reach: own.reach,
    needsCertificate: own.needsCertificate,
    isIn,
    settled,
  }
}

/** A number with exactly three places could be read as thousands: it is written as text, with a fourth. */
const twoReadings = /^-?[1-9]\d{0,2}\.\d{3}$/

function tableCell(value: Said): TableCell {
  if (value === undefined) return { text: '' }
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no' }
  if (typeof value === 'string') return { text: value }
  const text = String(value)
  return twoReadings.test(text) ? { text: `${text}0` } : { text, number: value }
}
