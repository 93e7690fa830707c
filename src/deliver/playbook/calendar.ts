import { keyOfWords } from '#content/sentences.ts'
import type { DatedEntry } from '#improvement/calendar.ts'
import { monthsAfter } from '#improvement/days.ts'
import { auditsAhead, dutiesAhead, threeYears, type YearsLine } from '#improvement/three-years.ts'
import type { Speech } from '../speech.ts'
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
  speech,
}: PlaybookInput): CalendarChapter {
  const from = certificate?.on ?? madeOn
  const lines = [...dutiesAhead(duties, from), ...(certificate ? auditsAhead(certificate.on) : [])]
  return {
    says: certificate
      ? speech.say('calendar.says', {
          day: speech.day(from),
          basis: speech.say(`basis.${certificate.basis.replaceAll(' ', '-')}`),
        })
      : speech.say('calendar.no-day', { day: speech.day(from) }),
    heads: threeYears(from).map((_, year) => speech.say('calendar.year', { year: year + 1 })),
    rows: lines.map((line) => ({
      activity: titleOf(line, speech),
      step: speech.say(`step.${line.step}`),
      requirements: line.requirements.join(', '),
      years: threeYears(from).map((year) => sayYear(line, year, speech)),
    })),
    next: nextOf(lines, { entries, madeOn, speech }),
    agreed: agreedOf(entries, madeOn, speech),
  }
}

/** A duty of the pack, or an audit of the certification body, in the language. */
function titleOf({ title }: Readonly<{ title: string }>, { known }: Speech): string {
  return known(`duty.${keyOfWords(title)}`) ?? title
}

function sayYear(
  { cadence, days }: YearsLine,
  { from, to }: Readonly<{ from: string; to: string }>,
  speech: Speech,
): string {
  if (cadence === 'monthly') return speech.say('calendar.every-month')
  return days
    .filter((day) => day >= from && day <= to)
    .map(speech.day)
    .join(', ')
}

/** How many of the coming days the summary names; what comes every month is no news there. */
const mostNext = 5
/** How many of the dated things of a year are printed; the page Calendar has the rest. */
const mostAgreed = 40

/** What comes next of duties and of what is dated beside them, soonest first. */
function nextOf(
  lines: readonly YearsLine[],
  {
    entries,
    madeOn: today,
    speech,
  }: Readonly<{
    entries: readonly DatedEntry[]
    madeOn: string
    speech: Speech
  }>,
): readonly DatedActivity[] {
  const duties = lines
    .filter(({ cadence }) => cadence !== 'monthly')
    .flatMap((line) =>
      line.days.map((on) => ({
        on,
        title: titleOf(line, speech),
        state: speech.say(`cadence.${line.cadence ?? 'once'}`),
      })),
    )
  return [...entries.map((entry) => asActivity(entry, speech)), ...duties]
    .filter(({ on }) => on >= today)
    .toSorted((a, b) => (a.on === b.on ? Number(a.title > b.title) - 0.5 : Number(a.on > b.on) - 0.5))
    .slice(0, mostNext)
    .map((one) => ({ ...one, on: speech.day(one.on) }))
}

/** What is dated beside the duties and waits: overdue, or due within a year. */
function agreedOf(entries: readonly DatedEntry[], today: string, speech: Speech): readonly DatedActivity[] {
  const until = monthsAfter(today, 12)
  return entries
    .filter(({ on }) => on <= until)
    .slice(0, mostAgreed)
    .map((entry) => asActivity(entry, speech))
    .map((one) => ({ ...one, on: speech.day(one.on) }))
}

function asActivity(entry: DatedEntry, speech: Speech): DatedActivity {
  const who = entry.owner ? `, ${entry.owner}` : ''
  return {
    on: entry.on,
    title: sayTitle(entry, speech),
    state: `${speech.say(`entry.${entry.state}`)}${who}`,
  }
}

/** Some entries are named by a key, which pages put into words of their language. */
function sayTitle({ kind, title, id }: DatedEntry, speech: Speech): string {
  const { say, many, known } = speech
  if (kind === 'review') return say('entry.review')
  if (kind === 'training') return many('entry.courses', Number(title))
  if (kind === 'certificate') return say('entry.expires', { title })
  if (id.startsWith('cycle '))
    return say('entry.cycle', { title: known(`audit.${keyOfWords(title)}`) ?? title })
  return titleOf({ title }, speech)
}
