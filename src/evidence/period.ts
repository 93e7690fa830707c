/** A period with whole months: first day and the day after the last one, in the reporting zone. */
export type Period = Readonly<{ from: string; to: string }>

/** The whole months that the data span. */
export function monthsSpanned(dataFrom: string, dataUntil: string): Period {
  return { from: `${dataFrom.slice(0, 7)}-01`, to: nextMonth(dataUntil.slice(0, 7)) }
}

/** The months of a period, as 2026-03. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); `${month}-01` < to; month = nextMonth(month).slice(0, 7))
    months.push(month)
  return months
}

/** First day of the month after this one. */
export function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${nextYear}-${String(next).padStart(2, '0')}-01`
}
