import type { Overview } from '#adoption/overview-store.ts'
import { type RegisterMatter, registerPoints, registerReaders } from '#adoption/register-measures.ts'
import type { AssessmentItem } from '#assessment/assess.ts'
import { MeasureRegister } from '#content/question.ts'
import type { Record } from '#registers/record.ts'
import type { Dated, Figure } from './figure.ts'
import { type FindingFacts, findingFigures } from './finding-figures.ts'

/** What registers, ratings, surveys and plans hold on a day. */
export type RegisterFacts = Readonly<{
  /** Today, as an ISO day. */
  on: string
  now: Date
  objectives: readonly Record[]
  risks: readonly Record[]
  documents: readonly Record[]
  items: readonly AssessmentItem[]
  evidenceShare: number
  people: Overview
  /** The index of the last survey on culture that is over, and how many answered. */
  culture: Readonly<{ index: number; answered: number }> | undefined
  firstTries: Readonly<{ made: number; passed: number }>
  roadmapReadyOn: string | undefined
  findings: FindingFacts
  /** What registers hold that say more of a measure than any file. */
  matter: RegisterMatter
  lastImportAt: Date | undefined
}>

/** One figure that registers give; undefined where they hold nothing that it could stand on. */
export type RegisterFigure = Readonly<{
  id: string
  answers: 'share' | 'value'
  /** Absent where the KPI's own unit is meant. */
  unit?: string
  /** What is counted, in a sentence. */
  claim: string
  of: (facts: RegisterFacts) => Figure | undefined
  /** The months before too, where the register knows its own days. */
  months?: (facts: RegisterFacts) => readonly Dated[]
}>

const day = 86_400_000

/** Every figure that registers give, by the name that the library uses. */
export const registerFigures: readonly RegisterFigure[] = [
  {
    id: 'risks-with-action',
    answers: 'share',
    claim: 'Open risks rated high or very high that have an action, somebody who does it, and a due day.',
    of: ({ risks }) =>
      shareOf(risks.filter(isAboveLimit), ({ data }) => has(data, 'action', 'action_owner', 'due_on')),
  },
  {
    id: 'risk-actions-checked',
    answers: 'share',
    claim: 'Risks whose action is done that say how its effect was checked.',
    of: ({ risks }) =>
      shareOf(
        risks.filter(({ data }) => has(data, 'done_on')),
        ({ data }) => has(data, 'effect_check'),
      ),
  },
  {
    id: 'documents-within-review',
    answers: 'share',
    claim: 'Documents approved or in force whose review is not due yet.',
    of: ({ documents, on }) =>
      shareOf(
        documents.filter(({ state }) => state === 'approved' || state === 'in force'),
        ({ data }) => has(data, 'review_on') && String(data.review_on) > on,
      ),
  },
  {
    id: 'objectives-on-path',
    answers: 'share',
    claim:
      'Open objectives with baseline, target, latest value and both days whose value is at or beyond the straight path from the baseline to the target.',
    of: ({ objectives, on }) => {
      const measured = objectives.flatMap((one) => pathOf(one, on))
      return measured.length === 0
        ? undefined
        : share(measured.filter((isOnPath) => isOnPath).length, measured.length)
    },
  },
  {
    id: 'blocking-gaps',
    answers: 'value',
    unit: 'requirements',
    claim: 'Requirements rated as a major nonconformity, and those of high criticality that nobody assessed.',
    of: ({ items }) =>
      items.length === 0
        ? undefined
        : {
            value: items.filter(
              ({ counted, criticality }) =>
                counted === 'major_nc' || (counted === 'not_assessed' && criticality === 'high'),
            ).length,
            n: items.length,
          },
  },
  {
    id: 'requirements-conforming',
    answers: 'share',
    claim: 'Requirements that persons rated conforming or as an opportunity, of those rated and applicable.',
    of: ({ items }) =>
      shareOf(
        items.flatMap(({ rating }) => (rating && rating.rating !== 'not_applicable' ? [rating] : [])),
        ({ rating }) => rating === 'conforming' || rating === 'ofi',
      ),
  },
  {
    id: 'requirements-with-evidence',
    answers: 'share',
    claim:
      'Applicable requirements with current evidence of enough strength, as the page Readiness counts them.',
    of: ({ items, evidenceShare }) => {
      const applicable = items.filter(({ counted }) => counted !== 'not_applicable').length
      return applicable === 0 ? undefined : share(Math.round(evidenceShare * applicable), applicable)
    },
  },
  {
    id: 'leaders-engaged',
    answers: 'share',
    claim:
      'Leaders in scope with 60 or more of 100 points in 90 days; nothing while fewer are counted than may be shown.',
    of: ({ people: { leadership } }) =>
      leadership.engaged === undefined || leadership.counted === 0
        ? undefined
        : share(leadership.engaged, leadership.counted),
  },
  {
    id: 'people-ready',
    answers: 'value',
    unit: 'percent',
    claim:
      'People without any barrier in the last readiness survey that is over; groups too small are withheld.',
    of: ({ people: { readiness } }) => {
      const whole = readiness?.results.whole
      const ready = whole?.barriers?.ready
      return whole && ready !== undefined ? { value: 100 * ready, n: whole.answered } : undefined
    },
  },
  {
    id: 'culture-index',
    answers: 'value',
    unit: 'of 100',
    claim: 'Index of the last survey on culture that is over.',
    of: ({ culture }) => culture && { value: culture.index, n: culture.answered },
  },
  {
    id: 'feedback-answered',
    answers: 'share',
    claim: 'Answers to feedback that were due, and those given within fifteen working days.',
    of: ({ people: { loop } }) => (loop.due === 0 ? undefined : share(loop.inTime, loop.due)),
  },
  {
    id: 'messages-reached',
    answers: 'share',
    claim:
      'People informed, of the people in the audiences of measured messages; of several messages the best counts.',
    of: ({ people: { plan } }) => {
      const [informed, size] = plan.audiences.reduce(
        ([one, other], audience) => [one + audience.informed, other + audience.size],
        [0, 0],
      )
      return size === 0 ? undefined : share(Math.min(informed, size), size)
    },
  },
  {
    id: 'quiz-first-try',
    answers: 'share',
    claim: 'First attempts at a quiz that passed, of all first attempts that were finished.',
    of: ({ firstTries: { made, passed } }) => (made === 0 ? undefined : share(passed, made)),
  },
  {
    id: 'days-to-ready',
    answers: 'value',
    unit: 'days',
    claim: 'Days until four fifths of the simulated courses of the roadmap are finished.',
    of: ({ roadmapReadyOn, on }) =>
      roadmapReadyOn === undefined
        ? undefined
        : { value: Math.round((Date.parse(roadmapReadyOn) - Date.parse(on)) / day), n: 1 },
  },
  {
    id: 'hours-since-import',
    answers: 'value',
    unit: 'hours',
    claim: 'Hours since tickets were read the last time.',
    of: ({ lastImportAt, now }) =>
      lastImportAt && {
        value: Math.round((now.getTime() - lastImportAt.getTime()) / 3_600_00) / 10,
        n: 1,
      },
  },
  ...MeasureRegister.options.map(
    (register): RegisterFigure => ({
      id: register,
      answers: 'share',
      claim: registerReaders[register].claim,
      of: ({ matter, on }) => {
        const found = registerReaders[register].of(matter, on)
        return found && { ...found, n: found.whole }
      },
      months: ({ matter }) => registerPoints(register, matter),
    }),
  ),
  ...findingFigures.map(({ of, ...one }) => ({
    ...one,
    of: ({ findings, on }: RegisterFacts) => of(findings, on),
  })),
]

function share(part: number, whole: number): Figure {
  return { part, whole, n: whole }
}

function shareOf<T>(all: readonly T[], isPart: (one: T) => boolean): Figure | undefined {
  return all.length === 0 ? undefined : share(all.filter(isPart).length, all.length)
}

function has(data: Record['data'], ...fields: readonly string[]): boolean {
  return fields.every((field) => data[field] !== undefined && data[field] !== null && data[field] !== '')
}

function isAboveLimit({ data, state }: Record): boolean {
  return (
    state !== 'closed' && data.kind !== 'opportunity' && (data.level === 'high' || data.level === 'very high')
  )
}

/** Whether an objective is on its path; nothing for one that has ended or cannot be measured. */
function pathOf({ data, state }: Record, on: string): readonly boolean[] {
  const { baseline, target, current, baseline_on: from, due_on: to } = data
  const isMeasured = [baseline, target, current].every((one) => typeof one === 'number')
  if (state === 'closed' || !isMeasured || typeof from !== 'string' || typeof to !== 'string') return []
  const [start, end, now] = [Number(baseline), Number(target), Number(current)]
  if (start === end || from >= to) return []
  const elapsed = Math.min(
    1,
    Math.max(0, (Date.parse(on) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))),
  )
  return [(now - start) / (end - start) >= elapsed]
}
