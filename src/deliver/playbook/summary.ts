import type { ToneName } from '#base/look.ts'
import { readinessInFront } from '../figures/input.ts'
import type { Speech } from '../speech.ts'
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
  const { speech, certificate } = input
  const { say, count } = speech
  const absent = absentOf(input, chapters)
  return {
    answer: answerOf(absent, chapters, speech),
    tone: toneOf(absent.length, kpis.outside + actions.overdue),
    tiles: [
      {
        value: count(kpis.measured),
        label: say('tile.measures'),
        note: speech.many('tile.missed', kpis.missed),
      },
      { value: count(kpis.outside), label: say('tile.outside'), note: say('tile.latest') },
      {
        value: count(actions.open),
        label: say('tile.actions'),
        note: speech.many('tile.overdue', actions.overdue),
      },
      {
        value: certificate ? speech.day(certificate.on) : say('actions.no-day'),
        label: say('tile.certificate'),
        note: say(certificate ? `basis.${certificate.basis.replaceAll(' ', '-')}` : 'tile.no-day'),
      },
    ],
    readiness: sayReadiness(input),
    due: calendar.next,
    noneDue: say(certificate ? 'summary.none-due' : 'summary.no-day'),
    next: stepsOf(input, chapters, absent),
  }
}

/** What the cycle needs and the organization does not have yet. */
function absentOf(input: PlaybookInput, { kpis }: Chapters): readonly string[] {
  const keys = [
    ...(kpis.measured === 0 ? ['measures'] : []),
    ...(input.actions.some(({ items }) => (items ?? []).length > 0) ? [] : ['actions']),
    ...((input.audits ?? []).length === 0 ? ['audits'] : []),
    ...((input.reviews ?? []).length === 0 ? ['review'] : []),
    ...(input.certificate ? [] : ['day']),
  ]
  return keys.map((key) => input.speech.say(`absent.${key}`))
}

function answerOf(absent: readonly string[], { kpis, actions }: Chapters, speech: Speech): string {
  if (absent.length > 0) return speech.many('answer.absent', absent.length, { what: speech.listed(absent) })
  if (kpis.outside + actions.overdue === 0) return speech.say('answer.turns')
  return speech.say('answer.asks', {
    actions: speech.many('answer.actions', actions.overdue),
    measures: speech.many('answer.measures', kpis.outside),
  })
}

function toneOf(absent: number, asks: number): ToneName {
  if (absent > 0) return 'not_assessed'
  return asks > 0 ? 'partially' : 'conforming'
}

function sayReadiness({ assessment, speech }: PlaybookInput): string {
  if (!assessment) return speech.say('readiness.none')
  const { index, label, basis } = readinessInFront(assessment)
  return speech.many(`readiness.${basis}`, assessment.gaps.length, {
    index,
    label: speech.terms.readiness[label],
    green: assessment.gates.filter(({ colour }) => colour === 'green').length,
    gates: assessment.gates.length,
  })
}

function stepsOf(
  input: PlaybookInput,
  { kpis, actions }: Chapters,
  absent: readonly string[],
): readonly string[] {
  const { say, many, listed } = input.speech
  const steps = [
    ...(absent.length > 0 ? [say('next.absent', { what: listed(absent) })] : []),
    ...(actions.overdue > 0 ? [many('next.overdue', actions.overdue)] : []),
    ...(kpis.outside > 0 ? [many('next.outside', kpis.outside)] : []),
    ...(kpis.missed > 0 ? [many('next.missed', kpis.missed)] : []),
    ...(kpis.silent.length > 0 ? [say('next.silent')] : []),
    ...(!input.assessment || input.assessment.ratedShare < 1 ? [say('next.rate')] : []),
  ]
  return steps.slice(0, 5)
}
