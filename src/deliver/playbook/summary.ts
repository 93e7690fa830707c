import type { ToneName } from '#base/look.ts'
import { count, counted, listed } from '../figures/format.ts'
import { readinessInFront } from '../figures/input.ts'
import type { ActionChapter } from './actions.ts'
import type { CalendarChapter } from './calendar.ts'
import type { DatedActivity, PlaybookInput } from './input.ts'
import type { KpiChapter } from './kpis.ts'

/** The page for those who read one page. */
export type PlaybookSummary = Readonly<{
  answer: string
  tone: ToneName
  tiles: readonly Readonly<{ value: string; label: string; note: string }>[]
  readiness: string
  due: readonly DatedActivity[]
  noneDue: string
  next: readonly string[]
}>

type Chapters = Readonly<{ kpis: KpiChapter; actions: ActionChapter; calendar: CalendarChapter }>

/** What keeps the organization ready, and what does not yet. */
export function playbookSummaryOf(input: PlaybookInput, chapters: Chapters): PlaybookSummary {
  const { kpis, actions, calendar } = chapters
  const absent = absentOf(input, chapters)
  const asks = kpis.outside + actions.overdue
  return {
    answer: answerOf(absent, kpis, actions),
    tone: toneOf(absent.length, asks),
    tiles: [
      {
        value: count(kpis.measured),
        label: 'measures with values',
        note: `${count(kpis.missed)} missed their target last month`,
      },
      { value: count(kpis.outside), label: 'outside their range', note: 'in the latest month' },
      { value: count(actions.open), label: 'open actions', note: `${count(actions.overdue)} overdue` },
      {
        value: input.certificate?.on ?? 'no day',
        label: 'certificate',
        note: input.certificate ? input.certificate.basis : 'agreed or wanted yet',
      },
    ],
    readiness: sayReadiness(input),
    due: calendar.next,
    noneDue: input.certificate
      ? 'Nothing more is due within the three years.'
      : 'No day can be named before there is one for the certificate.',
    next: stepsOf(input, chapters, absent),
  }
}

/** What the cycle needs and the organization does not have yet. */
function absentOf(input: PlaybookInput, { kpis }: Chapters): readonly string[] {
  return [
    ...(kpis.measured === 0 ? ['measures with values'] : []),
    ...(input.actions.some(({ items }) => (items ?? []).length > 0) ? [] : ['a register of actions']),
    ...((input.audits ?? []).length === 0 ? ['an audit programme'] : []),
    ...((input.reviews ?? []).length === 0 ? ['a planned management review'] : []),
    ...(input.certificate ? [] : ['a day for the certificate']),
  ]
}

function answerOf(absent: readonly string[], kpis: KpiChapter, actions: ActionChapter): string {
  if (absent.length > 0)
    return `The cycle does not turn yet: ${listed(absent)} ${absent.length === 1 ? 'is' : 'are'} missing.`
  if (kpis.outside + actions.overdue === 0)
    return 'The cycle turns: nothing is overdue and no measure is outside its usual range.'
  return `The cycle turns and asks for attention: ${counted(actions.overdue, 'action')} overdue, ${counted(kpis.outside, 'measure')} outside the usual range.`
}

function toneOf(absent: number, asks: number): ToneName {
  if (absent > 0) return 'not_assessed'
  return asks > 0 ? 'partially' : 'conforming'
}

function sayReadiness({ assessment }: PlaybookInput): string {
  if (!assessment) return 'Nothing has been assessed yet.'
  const { index, label, basis } = readinessInFront(assessment)
  const gates = assessment.gates.filter(({ colour }) => colour === 'green').length
  const about = basis === 'proposals' ? ' on proposed ratings' : ''
  return `Readiness today: index ${count(index)} of 100${about}, ${label}; ${count(gates)} of ${count(assessment.gates.length)} gates are green, ${counted(assessment.gaps.length, 'gap')} open.`
}

function stepsOf(
  input: PlaybookInput,
  { kpis, actions }: Chapters,
  absent: readonly string[],
): readonly string[] {
  const steps: string[] = []
  if (absent.length > 0) steps.push(`Put in place what is missing: ${listed(absent)}.`)
  if (actions.overdue > 0)
    steps.push(`Close or give a new day to the ${counted(actions.overdue, 'overdue action')} of chapter 9.`)
  if (kpis.outside > 0)
    steps.push(`Ask why ${counted(kpis.outside, 'measure')} left the usual range; chapter 4 shows which.`)
  if (kpis.missed > 0)
    steps.push(
      `Decide on the ${counted(kpis.missed, 'missed target')}: act, or set a target that can be reached.`,
    )
  if (kpis.silent.length > 0)
    steps.push('Choose which of the KPIs without a measure matter, and how they will be counted.')
  if (!input.assessment || input.assessment.ratedShare < 1)
    steps.push('Rate what nobody has rated yet, so that the review decides on facts.')
  return steps.slice(0, 5)
}
