import type { Triple } from '#content/pack.ts'
import type { Measure, MeasureRegister } from '#content/question.ts'
import { describeMeasure } from '#evidence/collect.ts'
import type { MeasureResult, Point } from '#evidence/collected.ts'
import type { Record } from '#registers/record.ts'
import { type Assigned, completionOf } from './completion.ts'

/** What the registers hold that say more of a measure than any file: certification audits, and courses assigned. */
export type RegisterMatter = Readonly<{
  on: string
  audits: readonly Record[]
  assignments: readonly Assigned[]
}>

/** How many of how many on a day. */
export type Share = Readonly<{ part: number; whole: number }>

type Reader = Readonly<{
  claim: string
  knownGaps: readonly string[]
  of: (matter: RegisterMatter, on: string) => Share | undefined
}>

/** The audits after which a certificate is given, kept or given again. */
const certifying = new Set<unknown>(['stage 2', 'surveillance 1', 'surveillance 2', 'recertification'])
const cycleYears = 3
const shownMonths = 12

/** How each register is counted on a day; nothing where it holds nothing to count. */
export const registerReaders: Readonly<{ [register in MeasureRegister]: Reader }> = {
  'certification-audits': {
    claim:
      'Of the certification audits held in the three years up to the day (stage 2, surveillance, recertification), those that found no major nonconformity.',
    knownGaps: [
      'There are one or two such audits a year, so read it as n of m and never as a percentage.',
      'Open minor nonconformities are not in it, and internal audits are left out on purpose, since they are meant to find something.',
    ],
    of: ({ audits }, on) =>
      shareOf(
        audits.filter((one) => isJudged(one, on)),
        ({ data }) => data.majors === 0,
      ),
  },
  'training-assignments': {
    claim:
      'Of the courses assigned to people and due by the day, those passed by then: of everybody who is still here, contractors too, without who is exempt.',
    knownGaps: ['People who have left since are left out of the months before as well.'],
    of: ({ assignments }, on) => {
      const { base, passed } = completionOf(assignments, on)
      return base === 0 ? undefined : { part: passed, whole: base }
    },
  },
}

function isJudged({ state, data }: Record, on: string): boolean {
  const { kind, ends_on: held, majors } = data
  const isHeld = (state === 'held' || state === 'closed') && certifying.has(kind)
  return (
    isHeld && typeof held === 'string' && held <= on && held > yearsBefore(on) && typeof majors === 'number'
  )
}

function yearsBefore(on: string): string {
  return `${Number(on.slice(0, 4)) - cycleYears}${on.slice(4)}`
}

function shareOf<T>(all: readonly T[], isPart: (one: T) => boolean): Share | undefined {
  return all.length === 0 ? undefined : { part: all.filter(isPart).length, whole: all.length }
}

/** How a register stood at the end of each of the last months, and stands today. */
export function registerPoints(register: MeasureRegister, matter: RegisterMatter): readonly Point[] {
  return monthEnds(matter.on).flatMap((day) => {
    const found = registerReaders[register].of(matter, day)
    return found ? [{ period: day.slice(0, 7), ...found, n: found.whole }] : []
  })
}

/** The last days of the months before, and today. */
function monthEnds(on: string): readonly string[] {
  const [year = 0, month = 1] = on.split('-').map(Number)
  const ends = Array.from({ length: shownMonths - 1 }, (_, at) =>
    new Date(Date.UTC(year, month - shownMonths + at + 1, 0)).toISOString().slice(0, 10),
  )
  return [...ends, on]
}

/** The measures as they stand: where a register holds something to count, its figures take the place of those of the files. */
export function withRegisters(
  measures: readonly MeasureResult[],
  questions: readonly Triple<Measure>[],
  matter: RegisterMatter,
): readonly MeasureResult[] {
  const told = new Map(questions.flatMap((question) => tellMeasure(question, matter)))
  const known = new Set(measures.map(({ id }) => id))
  return [
    ...measures.map((one) => told.get(one.id) ?? one),
    ...[...told].flatMap(([id, one]) => (known.has(id) ? [] : [one])),
  ]
}

function tellMeasure(
  question: Triple<Measure>,
  matter: RegisterMatter,
): readonly (readonly [string, MeasureResult])[] {
  const { registers } = question.about
  const points = registers === undefined ? [] : registerPoints(registers, matter)
  if (registers === undefined || points.length === 0) return []
  const { claim, knownGaps } = registerReaders[registers]
  const base = describeMeasure(question)
  return [
    [question.id, { ...base, claim, knownGaps: [...knownGaps], points: [...points], from: 'registers' }],
  ]
}
