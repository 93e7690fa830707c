import { nextMonth } from '#evidence/period.ts'
import { lastDayOf } from './closed-month.ts'

/** How often a report is due. */
export type Cadence = 'monthly' | 'quarterly'

/** A period that a report is about: its name (2026-03, 2026-Q1), its first and last month, and when the report is due. */
export type ReportPeriod = Readonly<{ name: string; from: string; to: string; endsOn: string; dueOn: string }>

/** The periods of a report that are over on a day, oldest first, from the one that holds its first month on. */
export function periodsOver(
  { cadence, firstMonth, dueDays }: Readonly<{ cadence: Cadence; firstMonth: string; dueDays: number }>,
  today: string,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = []
  for (let from = beginOf(firstMonth, cadence); ; ) {
    const to = lastMonthOf(from, cadence)
    const endsOn = lastDayOf(to)
    if (endsOn >= today) return periods
    periods.push({ name: nameOf(from, cadence), from, to, endsOn, dueOn: daysAfter(endsOn, dueDays) })
    from = nextMonth(to).slice(0, 7)
  }
}

function beginOf(month: string, cadence: Cadence): string {
  if (cadence === 'monthly') return month
  const [year = '', number = ''] = month.split('-')
  return `${year}-${String(Math.floor((Number(number) - 1) / 3) * 3 + 1).padStart(2, '0')}`
}

function lastMonthOf(from: string, cadence: Cadence): string {
  if (cadence === 'monthly') return from
  return nextMonth(nextMonth(from)).slice(0, 7)
}

function nameOf(from: string, cadence: Cadence): string {
  if (cadence === 'monthly') return from
  return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5)) / 3)}`
}

/** The months of a period, both ends included. */
export function monthsOfPeriod({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): readonly string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = nextMonth(month).slice(0, 7)) months.push(month)
  return months
}

/** The month some months before another one. */
export function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const place = year * 12 + number - 1 - count
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`
}

/** The day some months after another one; where that month is shorter, its last day. */
export function monthsAfter(day: string, count: number): string {
  const month = monthsBefore(day.slice(0, 7), -count)
  const same = `${month}-${day.slice(8, 10)}`
  const last = lastDayOf(month)
  return same > last ? last : same
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Where an expected issue stands. */
export type IssueStanding = 'on time' | 'late' | 'missing' | 'due'

/** Whether an issue was on time, late, is still due or missing. issuedOn and today are days. */
export function standingOf(
  { dueOn }: Pick<ReportPeriod, 'dueOn'>,
  issuedOn: string | undefined,
  today: string,
): IssueStanding {
  if (issuedOn !== undefined) return issuedOn <= dueOn ? 'on time' : 'late'
  return today <= dueOn ? 'due' : 'missing'
}
