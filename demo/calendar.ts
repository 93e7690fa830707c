import { at } from './chance.ts'

/** Seconds since 1970, UTC; the only kind of time in the simulation. */
export type Instant = number

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400
/** Seconds of one working day, 08:00 to 19:00. */
export const WORKDAY = 11 * HOUR

/** The instant an ISO text names. */
export function instant(text: string): Instant {
  return Date.parse(text) / 1000
}

/** The two simulated years, 2024-10-01 to 2026-09-30 in Paris; `to` is the first instant after them. */
export const PERIOD = { from: instant('2024-09-30T22:00:00Z'), to: instant('2026-09-30T22:00:00Z') } as const

const SUMMER = [
  ['2024-03-31T01:00:00Z', '2024-10-27T01:00:00Z'],
  ['2025-03-30T01:00:00Z', '2025-10-26T01:00:00Z'],
  ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
].map(([from = '', to = '']) => [instant(from), instant(to)] as const)

const HOLIDAYS = new Set([
  ...['2024-11-01', '2024-11-11', '2024-12-25'],
  ...['2025-01-01', '2025-04-21', '2025-05-01', '2025-05-08', '2025-05-29', '2025-06-09'],
  ...['2025-07-14', '2025-08-15', '2025-11-01', '2025-11-11', '2025-12-25'],
  ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
  ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
])

/** One local day; a day without work opens and closes at the same instant. */
export type Day = {
  readonly date: string
  /** 0 is Sunday. */
  readonly weekday: number
  readonly isHoliday: boolean
  readonly start: Instant
  readonly open: Instant
  readonly close: Instant
  /** Working seconds before this day. */
  readonly before: number
}

function offset(instantUtc: Instant): number {
  return SUMMER.some(([from, to]) => instantUtc >= from && instantUtc < to) ? 2 * HOUR : HOUR
}

function makeDays(): Day[] {
  const days: Day[] = []
  let before = 0
  for (let noon = instant('2024-09-01T12:00:00Z'); noon < instant('2027-02-01T00:00:00Z'); noon += DAY) {
    const date = iso(noon).slice(0, 10)
    const midnight = noon - 12 * HOUR
    const start = midnight - offset(midnight - HOUR)
    const weekday = new Date(noon * 1000).getUTCDay()
    const isHoliday = HOLIDAYS.has(date)
    const isWorked = weekday > 0 && weekday < 6 && !isHoliday
    const open = midnight + 8 * HOUR - offset(noon)
    const close = isWorked ? open + WORKDAY : open
    days.push({ date, weekday, isHoliday, start, open, close, before })
    before += close - open
  }
  return days
}

const isoDays = new Map<number, string>()

/** UTC with Z, to the second. */
export function iso(moment: Instant): string {
  const day = Math.floor(moment / DAY)
  let date = isoDays.get(day)
  if (date === undefined) {
    date = new Date(day * DAY * 1000).toISOString().slice(0, 11)
    isoDays.set(day, date)
  }
  return `${date}${clock(Math.floor(moment - day * DAY))}Z`
}

function clock(second: number): string {
  return `${two(Math.floor(second / HOUR))}:${two(Math.floor(second / MINUTE) % 60)}:${two(second % 60)}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

/** Paris wall clock, day first, without zone, as a spreadsheet writes it. */
export function dayFirst(moment: Instant): string {
  const local = iso(moment + offset(moment))
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`
}

const allDays = makeDays()

/** The days of the two years. */
export const DAYS: readonly Day[] = allDays.filter((day) => day.start >= PERIOD.from && day.start < PERIOD.to)

function placeOf(moment: Instant): number {
  const last = allDays.length - 1
  let place = Math.min(last, Math.max(0, Math.floor((moment - at(allDays, 0).start) / DAY)))
  while (place > 0 && at(allDays, place).start > moment) place -= 1
  while (place < last && at(allDays, place + 1).start <= moment) place += 1
  return place
}

/** The local day of an instant. */
export function dayOf(moment: Instant): Day {
  return at(allDays, placeOf(moment))
}

function workUntil(moment: Instant): number {
  const day = dayOf(moment)
  return day.before + Math.min(Math.max(0, moment - day.open), day.close - day.open)
}

/** Working seconds between two instants. */
export function workBetween(from: Instant, to: Instant): number {
  return workUntil(to) - workUntil(from)
}

/** The instant at which so many working seconds have passed; negative goes back. */
export function addWork(moment: Instant, seconds: number): Instant {
  const wanted = Math.max(1, workUntil(moment) + Math.round(seconds))
  let place = placeOf(moment)
  while (place > 0 && at(allDays, place).before >= wanted) place -= 1
  while (place < allDays.length - 1 && at(allDays, place + 1).before < wanted) place += 1
  const day = at(allDays, place)
  return day.open + wanted - day.before
}

/** A change window in the evening of a working day, at or after an instant. */
export function eveningFrom(moment: Instant, minutesAfterSeven: number): Instant {
  let place = placeOf(moment) + 1
  while (at(allDays, place).close === at(allDays, place).open || at(allDays, place).weekday === 5) place += 1
  return at(allDays, place).close + Math.round(minutesAfterSeven) * MINUTE
}
