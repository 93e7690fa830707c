import { type Dated, type Figure, isSame } from './figure.ts'

/** One row of a series, as it was kept: never changed, never removed. */
export type KeptPoint = Dated &
  Readonly<{
    id: string
    /** In which order rows were kept. */
    number: number
    /** The collection that computed it; absent where registers, surveys or ratings did. */
    collection: string | undefined
    /** The month was over in the data when this was computed. */
    isClosed: boolean
    dataHash: string
    computedAt: string
    /** Why a closed month was corrected; absent on rows that a collection kept. */
    reason: string | undefined
    by: string
  }>

/** The figure that stands for a month, what a later collection says otherwise, and the rows behind it. */
export type Standing = Dated &
  Readonly<{
    isClosed: boolean
    kept: KeptPoint
    /** A newer collection computed another figure for a closed month: it is shown, and changes nothing. */
    differs: KeptPoint | undefined
    rows: readonly KeptPoint[]
  }>

/**
 * The series: month by month the figure that stands. While a month is open the newest row stands; once it is closed the first
 * row that was computed then, until somebody corrects it with a reason.
 */
export function standingOf(rows: readonly KeptPoint[]): readonly Standing[] {
  const months = Map.groupBy(rows, ({ period }) => period)
  return [...months.values()]
    .flatMap((month): Standing[] => {
      const inOrder = month.toSorted((one, other) => one.number - other.number)
      const kept =
        inOrder.findLast(({ reason }) => reason !== undefined) ??
        inOrder.find(({ isClosed }) => isClosed) ??
        inOrder.at(-1)
      const newest = inOrder.at(-1)
      if (!kept || !newest) return []
      const { period, part, whole, value, n, isClosed } = kept
      const differs = isClosed && !isSame(newest, kept) ? newest : undefined
      return [{ period, part, whole, value, n, isClosed, kept, differs, rows: inOrder }]
    })
    .toSorted((one, other) => (one.period < other.period ? -1 : 1))
}

/** A figure that a collection found for a month. */
export type Found = Dated & Readonly<{ isClosed: boolean }>

/**
 * What of a collection is kept: rows of new months, of months that were open, and figures that differ from the newest row. A figure
 * that says the same again of a closed month adds nothing.
 */
export function newRows(rows: readonly KeptPoint[], found: readonly Found[]): readonly Found[] {
  const newest = new Map<string, KeptPoint>()
  for (const row of rows.toSorted((one, other) => one.number - other.number)) newest.set(row.period, row)
  return found.filter((one) => {
    const last = newest.get(one.period)
    return !last || !isSame(last, one) || (one.isClosed && !last.isClosed)
  })
}

/** The figure of a row without what it is kept with. */
export function figureOf({ part, whole, value, n }: Figure): Figure {
  return { part, whole, value, n }
}

/**
 * The months that charts, effects and forecasts stand on: those closed in the data. A figure of one day counts once its month is
 * over on the calendar, as the last one of that month.
 */
export function closedOf(
  series: readonly Standing[],
  { isAsOf, month }: Readonly<{ isAsOf: boolean; month: string }>,
): readonly Standing[] {
  return series.filter(({ isClosed, period }) => isClosed || (isAsOf && period < month))
}
