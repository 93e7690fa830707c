import type { Recurring } from '#content/playbook.ts'
import { count } from '../figures/format.ts'
import type { DatedActivity, PlaybookInput } from './input.ts'

/** The three years of a certificate: one row an activity, one cell a year. */
export type CalendarChapter = Readonly<{
  says: string
  heads: readonly string[]
  rows: readonly Readonly<{ activity: string; who: string; requirements: string; years: readonly string[] }>[]
  /** What is due next, with its day, soonest first. */
  next: readonly DatedActivity[]
  agreed: readonly DatedActivity[]
}>

const years = [0, 1, 2] as const

/** Days of the cycle; without a day for the certificate they are months after it, and no day is invented. */
export function calendarChapterOf({ text, certificate, calendar, madeOn }: PlaybookInput): CalendarChapter {
  const start = certificate?.on
  return {
    says: start
      ? `The days are counted from ${start}, the day of the certificate as ${certificate?.basis}. The certification body sets the days of its own audits; here stands by when they are due.`
      : 'There is no day for the certificate yet, so the cells say the month after the decision of the certification body. Agree on a day in the roadmap, and this page shows days.',
    heads: years.map((year) => `Year ${count(year + 1)}`),
    rows: text.calendar.map((one) => ({
      activity: one.activity,
      who: one.who,
      requirements: one.requirements.join(', '),
      years: years.map((year) => sayYear(one, year, start)),
    })),
    next: nextOf(text.calendar, start, madeOn),
    agreed: calendar ?? [],
  }
}

/** The months of the cycle in which something is due. */
export function monthsOf({ month, every }: Pick<Recurring, 'month' | 'every'>): readonly number[] {
  if (every === undefined) return [month]
  const times = Math.floor((36 - month) / every) + 1
  return Array.from({ length: times }, (_, time) => month + time * every)
}

function sayYear(one: Recurring, year: number, start: string | undefined): string {
  const months = monthsOf(one).filter((month) => Math.max(0, Math.ceil(month / 12) - 1) === year)
  if (one.every === 1) return 'every month'
  return months.map((month) => (start ? laterBy(start, month) : `month ${count(month)}`)).join(', ')
}

/** How many of the coming days the summary names; what comes every month is no news there. */
const mostNext = 5

function nextOf(
  all: readonly Recurring[],
  start: string | undefined,
  today: string,
): readonly DatedActivity[] {
  if (!start) return []
  return all
    .filter(({ every }) => every !== 1)
    .flatMap((one) =>
      monthsOf(one).map((month) => ({ on: laterBy(start, month), title: one.activity, state: one.who })),
    )
    .filter(({ on }) => on >= today)
    .toSorted((a, b) => (a.on === b.on ? Number(a.title > b.title) - 0.5 : Number(a.on > b.on) - 0.5))
    .slice(0, mostNext)
}

/** The same day some months later; the last of the month where that day does not exist. */
export function laterBy(start: string, months: number): string {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
