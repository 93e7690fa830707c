import type { ProcessModel } from '#content/process.ts'
import type { Requirement } from '#content/requirement.ts'
import type { Conformance, MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { decide } from '#evidence/verdict.ts'

/** The processes of the world, by their folders. */
export const processes = [
  'incident',
  'service-request',
  'problem',
  'change',
  'release',
  'security-incident',
  'complaint',
  'known-error',
  'major-incident',
  'configuration-item',
  'continuity-plan',
  'sla',
]
/** Numbers that look random and are the same each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The period that the checks are asked about. */
export const period = { from: '2024-07-01', to: '2026-07-01' }
const months = Array.from({ length: 24 }, (_, place) => {
  const month = 6 + place
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
})
/** Sixty-four digits that stand for a hash. */
export const hash = (seed: number) =>
  Array.from({ length: 64 }, (_, place) => ((seed * 31 + place * 7) % 16).toString(16)).join('')

/** Ninety checks out of the data checks of the catalogue. */
export function checksOf(requirements: readonly Requirement[], roll: () => number): Result[] {
  const parts = requirements.flatMap(({ id, ticket_check, title, remedy }) =>
    ticket_check.conditions
      .filter(({ unit }) => unit === 'share')
      .map((condition) => ({ id, title, condition, remedy: remedy.activity })),
  )
  return parts
    .filter((_, place) => place % 2 === 0)
    .slice(0, 90)
    .map(({ id, title, condition, remedy }, place): Result => {
      const population = roll() < 0.18 ? 0 : Math.round(roll() ** 3 * 4000) + 3
      const demanded = condition.threshold ?? 0.95
      const threshold = condition.bound === 'at most' ? 1 - demanded : Math.max(0.5, demanded)
      const met = Math.round(population * Math.min(1, threshold + (roll() - 0.45) * 0.12))
      const decision = decide({ met, notMet: population - met, unknown: 0, threshold, basis: 'population' })
      const process = processOf(id, place)
      return {
        check: `${process}.${nameOf(condition.part)}-${place}`,
        subject: 'ticket',
        title,
        purpose: roll() < 0.75 ? 'conformity' : 'performance',
        severity: roll() < 0.3 ? 'major' : 'minor',
        period,
        population,
        met,
        unknown: 0,
        notApplicable: 0,
        threshold,
        ...(decision.share === undefined ? {} : { share: decision.share }),
        ...(decision.interval === undefined ? {} : { interval: decision.interval }),
        verdict: decision.verdict,
        because: population === 0 ? `not supplied: ${process}.needed_field` : decision.because,
        basis: decision.basis,
        exceptions: exceptionsOf(process, Math.min(200, population - met)),
        exceptionCount: population - met,
        decides: [{ requirement: id, part: condition.part }],
        knownGaps: [
          'What was agreed by word of mouth and never recorded counts as missing.',
          'A ticket without the field is not seen.',
        ],
        remedy,
        sqlHash: hash(place + 3),
        dataHash: hash(5),
      }
    })
}

function nameOf(part: string): string {
  return part
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .slice(9, 29)
    .replaceAll(/^-|-$/g, '')
}

function exceptionsOf(process: string, length: number): Result['exceptions'] {
  return Array.from({ length }, (_, index) => ({
    subject: `${process.slice(0, 3).toUpperCase()}-${10_231 + 17 * index}`,
    reason: `work began 2026-03-${String(1 + (index % 28)).padStart(2, '0')} 09:14, no decision before that`,
  }))
}

function processOf(id: string, place: number): string {
  const byClause: readonly (readonly [string, string])[] = [
    ['8.5.1', 'change'],
    ['8.5.3', 'release'],
    ['8.6.1', 'incident'],
    ['8.6.2', 'service-request'],
    ['8.6.3', 'problem'],
    ['8.7.3', 'security-incident'],
    ['8.7.2', 'continuity-plan'],
    ['8.3.3', 'sla'],
    ['8.2.6', 'configuration-item'],
  ]
  return (
    byClause.find(([clause]) => id.startsWith(clause))?.[1] ??
    processes[place % processes.length] ??
    'incident'
  )
}

/** Five measures of one process over 24 months. */
export function measuresOf(process: string, place: number, roll: () => number): MeasureResult[] {
  const kinds = [
    {
      name: 'volume',
      title: 'opened',
      answers: 'value',
      unit: 'tickets',
      direction: 'neutral',
      level: 120,
      target: undefined,
    },
    {
      name: 'time-median',
      title: 'median time to the end',
      answers: 'value',
      unit: 'hours',
      direction: 'down',
      level: 14,
      target: 24,
    },
    {
      name: 'time-p90',
      title: '90th percentile of the time to the end',
      answers: 'value',
      unit: 'hours',
      direction: 'down',
      level: 71,
      target: undefined,
    },
    {
      name: 'in-time',
      title: 'finished within the agreed time',
      answers: 'share',
      unit: 'share',
      direction: 'up',
      level: 0.93,
      target: 0.95,
    },
    {
      name: 'reopened',
      title: 'opened again',
      answers: 'share',
      unit: 'share',
      direction: 'down',
      level: 0.04,
      target: 0.05,
    },
  ] as const
  const word = process.replaceAll('-', ' ')
  return kinds.map(({ name, title, answers, unit, direction, level, target }, index): MeasureResult => {
    const isSilent = place === 11 && index > 1
    return {
      id: `${process}.${name}`,
      title: `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${title}`,
      claim: `What is ${title} each month.`,
      process,
      answers,
      unit,
      direction,
      ...(target === undefined ? {} : { target }),
      headline: index === 1 || index === 3,
      aka: [],
      points: isSilent ? [] : months.map((month, at) => pointOf({ month, at, level, answers, place }, roll)),
      ...(isSilent ? { because: `not supplied: ${process}.closed_at` } : {}),
      knownGaps: ['Pauses are not taken off.'],
      sqlHash: hash(place * 7 + index),
    }
  })
}

function pointOf(
  {
    month,
    at,
    level,
    answers,
    place,
  }: { month: string; at: number; level: number; answers: 'share' | 'value'; place: number },
  roll: () => number,
): MeasureResult['points'][number] {
  const n = Math.round((40 + roll() * 300) / (1 + place))
  const isAbsent = place > 6 && at % 7 === 3
  if (answers === 'share') {
    const whole = isAbsent ? 0 : n
    return {
      period: month,
      part: Math.round(whole * Math.min(1, level + (roll() - 0.5) * 0.08)),
      whole,
      n: whole,
    }
  }
  const swing = 1 + (roll() - 0.5) * 0.35 + (at === 17 ? 0.8 : 0) - at * 0.008
  return isAbsent ? { period: month, n: 0 } : { period: month, value: level * swing, n }
}

/** The paths of one ticket type, with steps that its model does not allow. */
export function conformanceOf(model: ProcessModel, place: number, roll: () => number): Conformance {
  const tickets = Math.round(4200 / (place + 1))
  const weights = model.transitions.map((step) => ({
    from: step.from,
    to: step.to,
    count: Math.round(tickets * roll() ** (step.added ? 6 : 2.5)),
    isAllowed: true,
  }))
  const states = model.states.map(({ id }) => id)
  const wrong = Array.from({ length: 4 }, (_, index) => ({
    from: states[(index * 3 + 1) % states.length] ?? '',
    to: states[(index * 5 + 4) % states.length] ?? '',
    count: Math.round((tickets * (5 - index)) / 160),
    isAllowed: false,
  })).filter(
    ({ from, to }) => from !== to && !model.transitions.some((step) => step.from === from && step.to === to),
  )
  const map = [...weights, ...wrong]
    .filter(({ count }) => count > 0)
    .map((move) => ({ ...move, medianMinutes: 20 + roll() * 4000 }))
    .toSorted((a, b) => b.count - a.count)
  const fitting = Math.round(tickets * (0.8 + 0.15 * roll()))
  const prefix = model.id.slice(0, 3).toUpperCase()
  return {
    type: model.id,
    title: model.title,
    clause: model.clause,
    tickets,
    finished: tickets - 40,
    fitting: Math.min(fitting, tickets - 40),
    strictFitting: Math.round(tickets * 0.6),
    fitness: 0.93,
    deviations: wrong.map(({ from, to, count }) => ({
      kind: 'step',
      from,
      to,
      says: `goes from "${from.replaceAll('_', ' ')}" straight to "${to.replaceAll('_', ' ')}" and skips "approved", "scheduled"`,
      count,
      tickets: Array.from({ length: Math.min(10, count) }, (_, index) => `${prefix}-${3000 + index * 13}`),
    })),
    map,
    states: model.states.map(({ id }) => ({
      state: id,
      visits:
        map.filter(({ to }) => to === id).reduce((sum, { count }) => sum + count, 0) +
        (model.initial.includes(id) ? 300 : 0),
      medianMinutes: 30 + roll() * 5000,
      starts: model.strict_initial.includes(id) ? tickets : 0,
      ends: model.strict_final.includes(id) ? Math.round(tickets / 2) : 0,
    })),
    variants: [],
    variantCount: 212,
  }
}
