import { nextMonth } from '#evidence/period.ts'

/** A collection that says something about services: the months it covers (to is the one after the last), and how far its data reach. */
export type Reading = Readonly<{
  collection: string
  number: number
  from: string
  to: string
  dataUntil: string
  collectedAt: string
}>

/** Which collections speak for a month. */
export type MonthReadings = Readonly<{
  month: string
  /** Whether the data have reached the last day of the month. */
  isClosed: boolean
  /** Whose figures stand: of a closed month the first that saw it closed, of another the newest. */
  stands: Reading
  /** The newest one, where it is another one: what the figures would be today. */
  newest: Reading | undefined
}>

/** The months that readings (oldest first) speak for, oldest first. */
export function monthsRead(readings: readonly Reading[]): readonly MonthReadings[] {
  const months = [...new Set(readings.flatMap((reading) => monthsIn(reading)))].toSorted()
  return months.flatMap((month) => {
    const speaking = readings.filter((one) => one.from <= month && month < one.to && reaches(one, month))
    const last = speaking.at(-1)
    if (!last) return []
    const first = speaking.find((one) => hasClosed(one, month))
    const stands = first ?? last
    return [
      {
        month,
        isClosed: first !== undefined,
        stands,
        newest: last.collection === stands.collection ? undefined : last,
      },
    ]
  })
}

function monthsIn({ from, to }: Reading): readonly string[] {
  const months: string[] = []
  for (let month = from; month < to; month = nextMonth(month).slice(0, 7)) months.push(month)
  return months
}

function reaches({ dataUntil }: Reading, month: string): boolean {
  return dataUntil.slice(0, 7) >= month
}

function hasClosed({ dataUntil }: Reading, month: string): boolean {
  return dataUntil.slice(0, 10) >= lastDayOf(month)
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}
