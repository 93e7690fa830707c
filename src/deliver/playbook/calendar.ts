import type { DatedEntry } from '#improvement/calendar.ts'
import { monthsAfter } from '#improvement/days.ts'
import { auditsAhead, dutiesAhead, threeYears, type YearsLine } from '#improvement/three-years.ts'
import { capital, count } from '../figures/format.ts'
import type { DatedActivity, PlaybookInput } from './input.ts'

/** The three years of a certificate: one row an activity, one cell a year. */
export type CalendarChapter = Readonly<{
  says: string
  heads: readonly string[]
  rows: readonly Readonly<{
    activity: string
    step: string
    requirements: string
    years: readonly string[]
  }>[]
  /** What is due next, with its day, soonest first. */
  next: readonly DatedActivity[]
  agreed: readonly DatedActivity[]
}>

/** What the pages Calendar and Certification say, for three years: without a day for the certificate no audit gets one. */
export function calendarChapterOf({
  duties,
  certificate,
  entries = [],
  madeOn,
}: PlaybookInput): CalendarChapter {
  const from = certificate?.on ?? madeOn
  const lines = [...dutiesAhead(duties, from), ...(certificate ? auditsAhead(certificate.on) : [])]
  return {
    says: certificate
      ? `The years are counted from ${from}, the day of the certificate as ${certificate.basis}. A duty is due by the end of its month, quarter, half or year; the certification body sets the days of its own audits, and here stands by when they are due.`
      : `There is no day for the certificate yet: the years are counted from ${from}, the day of this document, and the audits of the certification body have no day. Agree on one in the roadmap. A duty is due by the end of its month, quarter, half or year.`,
    heads: threeYears(from).map((_, year) => `Year ${count(year + 1)}`),
    rows: lines.map((line) => ({
      activity: line.title,
      step: capital(line.step),
      requirements: line.requirements.join(', '),
      years: threeYears(from).map((year) => sayYear(line, year)),
    })),
    next: nextOf(lines, entries, madeOn),
    agreed: agreedOf(entries, madeOn),
  }
}

function sayYear({ cadence, days }: YearsLine, { from, to }: Readonly<{ from: string; to: string }>): string {
  if (cadence === 'monthly') return 'every month'
  return days.filter((day) => day >= from && day <= to).join(', ')
}

/** How many of the coming days the summary names; what comes every month is no news there. */
const mostNext = 5
/** How many of the dated things of a year are printed; the page Calendar has the rest. */
const mostAgreed = 40

/** What comes next of duties and of what is dated beside them, soonest first. */
function nextOf(
  lines: readonly YearsLine[],
  entries: readonly DatedEntry[],
  today: string,
): readonly DatedActivity[] {
  const duties = lines
    .filter(({ cadence }) => cadence !== 'monthly')
    .flatMap(({ title, days, cadence }) => days.map((on) => ({ on, title, state: cadence ?? 'once' })))
  return [...entries.map(asActivity), ...duties]
    .filter(({ on }) => on >= today)
    .toSorted((a, b) => (a.on === b.on ? Number(a.title > b.title) - 0.5 : Number(a.on > b.on) - 0.5))
    .slice(0, mostNext)
}

/** What is dated beside the duties and waits: overdue, or due within a year. */
function agreedOf(entries: readonly DatedEntry[], today: string): readonly DatedActivity[] {
  const until = monthsAfter(today, 12)
  return entries
    .filter(({ on }) => on <= until)
    .slice(0, mostAgreed)
    .map(asActivity)
}

const states: Readonly<{ [state in DatedEntry['state']]: string }> = {
  done: 'done',
  overdue: 'overdue',
  due: 'due within 30 days',
  ahead: 'ahead',
}

function asActivity(entry: DatedEntry): DatedActivity {
  const who = entry.owner ? `, ${entry.owner}` : ''
  return { on: entry.on, title: sayTitle(entry), state: `${states[entry.state]}${who}` }
}

/** Some entries are named by a key, which pages put into words of their language. */
function sayTitle({ kind, title, id }: DatedEntry): string {
  if (kind === 'review') return 'Management review'
  if (kind === 'training') return `${title} ${title === '1' ? 'course is' : 'courses are'} to be passed`
  if (kind === 'certificate') return `Certificate ${title} expires`
  return id.startsWith('cycle ') ? `Certification: ${title}` : title
}
