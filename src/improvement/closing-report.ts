import { isTargetMet } from '#registers/improvement-score.ts'
import type { Record } from '#registers/record.ts'
import type { Day } from './days.ts'
import { type RecordsOf, reachesTarget } from './record-facts.ts'
import type { Where } from './where.ts'

/** met: the latest value reaches the target. not met: it does not. unknown: a value is missing, which is never met. */
export type Outcome = 'met' | 'not met' | 'unknown'

/** One target of the programme with what came of it. */
export type TargetLine = Readonly<{
  id: string
  kind: 'goal' | 'objective' | 'improvement'
  title: string
  owner: string | undefined
  unit: string
  baseline: number | undefined
  target: number | undefined
  result: number | undefined
  resultOn: Day | undefined
  dueOn: Day | undefined
  outcome: Outcome
  where: Where
}>

/** The closing report of a programme: every target with its result, what fell short, what comes next. */
export type ClosingReport = Readonly<{
  on: Day
  targets: readonly TargetLine[]
  met: number
  notMet: number
  unknown: number
  /** What was not met, with what is said about it. */
  shortfalls: readonly Readonly<{ title: string; outcome: Outcome; says: string; where: Where }>[]
  /** What is still open: improvements, actions of reviews, gates that are not green. */
  next: readonly Readonly<{
    title: string
    dueOn: Day | undefined
    owner: string | undefined
    where: Where
  }>[]
  lessons: readonly Readonly<{ id: string; title: string; kind: string; advice: string }>[]
}>

/** What the report is made from. */
export type ClosingMatter = Readonly<{
  on: Day
  of: RecordsOf
  actions: readonly Readonly<{ says: string; dueOn: Day; owner: string; state: string }>[]
  gates: readonly Readonly<{ id: string; title: string; colour: string; because: string }>[]
}>

/** Describes how the programme ended: the same figures for the page and for a document. */
export function describeClosing({ on, of, actions, gates }: ClosingMatter): ClosingReport {
  const targets = [
    ...of('goals').filter(isLive).map(ofGoal),
    ...of('objectives').filter(isLive).map(ofObjective),
    ...of('improvements')
      .filter(({ state }) => state !== 'raised' && state !== 'scored' && isLive({ state }))
      .map(ofImprovement),
  ]
  const count = (wanted: Outcome) => targets.filter(({ outcome }) => outcome === wanted).length
  const notes = new Map(
    [...of('improvements'), ...of('objectives')].map(({ id, data }) => [
      id,
      textOf(data.conclusion) ?? textOf(data.why_unmeasured) ?? textOf(data.evaluation) ?? '',
    ]),
  )
  return {
    on,
    targets,
    met: count('met'),
    notMet: count('not met'),
    unknown: count('unknown'),
    shortfalls: [
      ...targets
        .filter(({ outcome }) => outcome !== 'met')
        .map(({ id, title, outcome, where }) => ({ title, outcome, where, says: notes.get(id) ?? '' })),
      ...gates
        .filter(({ colour }) => colour === 'red')
        .map(({ id, title, because }) => ({
          title: `${id} ${title}`,
          outcome: 'not met' as const,
          says: because,
          where: { page: 'readiness' as const },
        })),
    ],
    next: nextSteps(of, actions),
    lessons: of('lessons')
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, label, data }) => ({
        id,
        title: label,
        kind: textOf(data.kind) ?? '',
        advice: textOf(data.advice) ?? '',
      })),
  }
}

function nextSteps(of: RecordsOf, actions: ClosingMatter['actions']): ClosingReport['next'] {
  return [
    ...actions
      .filter(({ state }) => state === 'open')
      .map(({ says, dueOn, owner }) => ({ title: says, dueOn, owner, where: { page: 'review' as const } })),
    ...of('improvements')
      .filter(({ state }) => state !== 'closed' && state !== 'rejected')
      .map((record) => ({
        title: record.label,
        dueOn: textOf(record.data.due_on),
        owner: textOf(record.data.owner),
        where: whereOf(record),
      })),
  ].toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
}

function isLive({ state }: Pick<Record, 'state'>): boolean {
  return !['proposed', 'given up', 'rejected', 'parked'].includes(state)
}

function ofGoal(record: Record): TargetLine {
  const { state } = record
  return {
    ...lineOf(record, 'goal', 'current', 'current_on'),
    outcome: outcomeOf(record, state === 'reached'),
  }
}

function ofObjective(record: Record): TargetLine {
  return { ...lineOf(record, 'objective', 'current', 'current_on'), outcome: outcomeOf(record, false) }
}

function outcomeOf(record: Record, isSaid: boolean): Outcome {
  if (isSaid || reachesTarget(record)) return 'met'
  const { target, current } = record.data
  return typeof target === 'number' && typeof current === 'number' ? 'not met' : 'unknown'
}

function ofImprovement(record: Record): TargetLine {
  const isMet = isTargetMet(record.data)
  const known = isMet ? 'met' : 'not met'
  return {
    ...lineOf(record, 'improvement', 'effect_value', 'measured_on'),
    outcome: isMet === undefined ? 'unknown' : known,
  }
}

function lineOf(
  record: Record,
  kind: TargetLine['kind'],
  result: string,
  resultOn: string,
): Omit<TargetLine, 'outcome'> {
  const { id, label, data } = record
  return {
    id,
    kind,
    title: label,
    owner: textOf(data.owner),
    unit: textOf(data.unit) ?? '',
    baseline: numberOf(data.baseline),
    target: numberOf(data.target),
    result: numberOf(data[result]),
    resultOn: textOf(data[resultOn]),
    dueOn: textOf(data.due_on),
    where: whereOf(record),
  }
}

function whereOf({ id, register }: Record): Where {
  return { page: 'record', id: register, record: id }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
