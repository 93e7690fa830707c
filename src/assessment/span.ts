/** Days between two ISO days; negative when the second one is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  )
}

/** The shortest three months, 1 February to 30 April, counted from the first to the last day. */
const threeMonthsInDays = 88

/** True when records from one day to another span the three months an auditor asks for (assessment model 2.2 and 4.1). */
export function spansThreeMonths(from: string, to: string): boolean {
  return daysBetween(from, to) >= threeMonthsInDays
}
