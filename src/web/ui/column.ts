import type { ReactNode } from 'react'

/** One column of a table. */
export type Column<R> = Readonly<{
  key: string
  head: string
  cell: (row: R) => ReactNode
  /** What the rows are sorted and filtered by; absent where neither makes sense. */
  value?: (row: R) => string | number | undefined
  /** Where the order is another one than that of the value. */
  order?: (row: R) => number
  /** Where a row has several values to be filtered by. */
  values?: (row: R) => readonly string[]
  /** Filters only, and is not drawn. */
  isHidden?: boolean
  /** Offers a choice among these values, or among all that occur. */
  filter?: true | readonly Choice[]
  isNumber?: boolean
  /** The column that names the row; exactly one. */
  isName?: boolean
  /** Least width in pixels; the one that grows takes what is left. */
  width: number
  grows?: boolean
}>

export type Choice = Readonly<{ value: string; label: string }>

/** The order of a table as it stands in the address: "-title" is descending. */
export type Order = Readonly<{ key: string; isDescending: boolean }>

export function orderOf(word: string | undefined): Order | undefined {
  if (!word) return undefined
  return word.startsWith('-')
    ? { key: word.slice(1), isDescending: true }
    : { key: word, isDescending: false }
}

/** The rows that the filters leave, in the order asked for. */
export function arrange<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  said: Readonly<Record<string, string>>,
): readonly R[] {
  const words = (said.q ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const chosen = columns.filter(({ key, filter }) => filter && said[key] !== undefined)
  const left = rows.filter(
    (row) =>
      chosen.every(({ key, value, values }) =>
        values ? values(row).includes(said[key] ?? '') : String(value?.(row)) === said[key],
      ) && words.every((word) => columns.some(({ value }) => textOf(value?.(row)).includes(word))),
  )
  const order = orderOf(said.sort)
  const sorted = columns.find(({ key }) => key === order?.key)
  const by = sorted?.order ?? sorted?.value
  if (!order || !by) return left
  const sign = order.isDescending ? -1 : 1
  return left.toSorted((a, b) => compare(by(a), by(b), sign))
}

/** The values of a column that occur, for its choice. */
export function choicesOf<R>(rows: readonly R[], column: Column<R>): readonly Choice[] {
  if (Array.isArray(column.filter)) return column.filter
  const all = rows.flatMap((row): (string | number | undefined)[] =>
    column.values ? [...column.values(row)] : [column.value?.(row)],
  )
  const values = new Set(all.filter((value) => value !== undefined))
  return [...values]
    .toSorted((a, b) => compare(a, b))
    .map((value) => ({ value: String(value), label: String(value) }))
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? '' : String(value).toLocaleLowerCase()
}

const collator = new Intl.Collator(undefined, { numeric: true })

/** What is absent stands last, whichever way the others go. */
function compare(a: string | number | undefined, b: string | number | undefined, sign = 1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * collator.compare(String(a), String(b))
}
