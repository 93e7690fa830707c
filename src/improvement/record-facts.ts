import type { MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import type { Record } from '#registers/record.ts'
import type { Day } from './days.ts'
import type { CarriedAction } from './management-review.ts'
import { type Fact, valueIn } from './review-facts.ts'
import type { Where } from './where.ts'

/** The records of each register, by its id; a register that nobody has written to is empty. */
export type RecordsOf = (register: string) => readonly Record[]

type Entries = readonly (readonly [string, Fact])[]

/** What registers tell on a day; since: the day of the last signed review. What an empty register would say is left out. */
export function factsOfRecords(of: RecordsOf, on: Day, since: Day | undefined): Entries {
  return [
    ...context(of, since),
    ...objectives(of, on),
    ...documents(of, on),
    ...parties(of, on),
    ...resources(of, on),
    ...risks(of, on),
    ...improvements(of, on),
  ]
}

/** Counts of the records of a register that has any, each under the name of a fact. */
function counts(
  of: RecordsOf,
  register: string,
  wanted: Readonly<{ [fact: string]: (record: Record) => boolean }>,
  among: (record: Record) => boolean = () => true,
): Entries {
  const records = of(register).filter(among)
  if (records.length === 0) return []
  const where: Where = { page: 'register', id: register }
  return Object.entries(wanted).map(([fact, is]) => [
    fact,
    { value: records.filter(is).length, n: records.length, where },
  ])
}

function context(of: RecordsOf, since: Day | undefined): Entries {
  const isCurrent = ({ state }: Record) => state === 'current'
  const changed = ({ updatedAt }: Record) =>
    since === undefined || updatedAt.toISOString().slice(0, 10) > since
  return [
    ...counts(of, 'issues', { 'context.issues': isCurrent, 'context.changed': changed }),
    ...counts(of, 'interested-parties', { 'context.parties': isCurrent }),
  ]
}

function objectives(of: RecordsOf, on: Day): Entries {
  const isOpen = ({ state }: Record) => state !== 'closed' && state !== 'proposed'
  return counts(
    of,
    'objectives',
    {
      'objectives.tracked': isOpen,
      'objectives.reached': reachesTarget,
      'objectives.missed': (one) =>
        one.state === 'missed' || (isOpen(one) && isPast(one, 'due_on', on) && !reachesTarget(one)),
    },
    ({ state }) => state !== 'proposed',
  )
}

/** Whether the latest value has come to the target, seen from the baseline. */
export function reachesTarget({ state, data }: Record): boolean {
  const { baseline, target, current } = data
  if (state === 'achieved') return true
  if (typeof target !== 'number' || typeof current !== 'number') return false
  const falls = typeof baseline === 'number' && target < baseline
  return falls ? current <= target : current >= target
}

function documents(of: RecordsOf, on: Day): Entries {
  const inForce = ({ state }: Record) => state === 'in force'
  return counts(
    of,
    'documents',
    {
      'policies.force': inForce,
      'policies.overdue': (one) => inForce(one) && isPast(one, 'review_on', on),
    },
    ({ data }) => data.kind === 'policy',
  )
}

function parties(of: RecordsOf, on: Day): Entries {
  const isThere = ({ state }: Record) => state !== 'ended' && state !== 'rejected'
  return [
    ...counts(of, 'parties', { 'parties.count': isThere }),
    ...counts(of, 'agreements', {
      'agreements.expired': (one) =>
        one.state === 'expired' || (one.state === 'in force' && isPast(one, 'valid_to', on)),
    }),
  ]
}

function resources(of: RecordsOf, on: Day): Entries {
  return [
    ...counts(of, 'workforce', { 'workforce.count': ({ state }) => state !== 'left' }),
    ...counts(of, 'roles', { 'roles.unfilled': isUnfilled }, ({ state }) => state !== 'ended'),
    ...counts(of, 'assets', {
      'assets.unsupported': (one) =>
        one.state !== 'retired' && one.state !== 'disposed' && isPast(one, 'support_ends_on', on),
    }),
  ]
}

/** A role that nobody is named for. */
export function isUnfilled({ data }: Record): boolean {
  const holders = Array.isArray(data.holders) ? data.holders : []
  return !data.accountable && holders.length === 0
}

function risks(of: RecordsOf, on: Day): Entries {
  return counts(
    of,
    'risks',
    {
      'risks.high': ({ state, data }) =>
        state !== 'closed' && (data.level === 'high' || data.level === 'very high'),
      'risks.overdue': (one) => one.state === 'treating' && isPast(one, 'due_on', on),
      'risks.verified': ({ data }) => data.effect_check !== undefined,
    },
    ({ data }) => data.kind === 'risk',
  )
}

function improvements(of: RecordsOf, on: Day): Entries {
  const isOpen = ({ state }: Record) => state !== 'closed' && state !== 'rejected'
  const entries = counts(of, 'improvements', {
    'improvements.open': isOpen,
    'improvements.late': (one) => isOpen(one) && isPast(one, 'due_on', on),
    'improvements.met': ({ state, data }) => state === 'closed' && data.target_met === true,
    'improvements.closed': ({ state }) => state === 'closed',
  })
  return entries.map(([name, fact]) => [name, { ...fact, where: { page: 'improvements' } }])
}

function isPast({ data }: Record, field: string, on: Day): boolean {
  const day = data[field]
  return typeof day === 'string' && day < on
}

/** What the newest collection tells beyond single measures: targets missed, checks passed and failed, checks that became worse. */
export function factsOfEvidence(
  collected: Readonly<{ results: readonly Result[]; measures: readonly MeasureResult[] }> | undefined,
  drifts: number | undefined,
): Entries {
  if (!collected) return []
  const judged = collected.measures.flatMap(({ target, direction, points }) => {
    const newest = points.map(valueIn).findLast((value) => value !== undefined)
    if (target === undefined || newest === undefined || direction === 'neutral') return []
    return [direction === 'up' ? newest < target : newest > target]
  })
  const asked = collected.results.filter(({ purpose }) => purpose !== 'signal')
  const count = (verdict: string) => asked.filter((one) => one.verdict === verdict).length
  const checks: Where = { page: 'checks' }
  const measures: Where = { page: 'measures' }
  const n = asked.length
  return [
    ['measures.targets', { value: judged.length, n: collected.measures.length, where: measures }],
    ['measures.missed', { value: judged.filter(Boolean).length, n: judged.length, where: measures }],
    ['checks.failed', { value: count('fail'), n, where: checks }],
    ['checks.passed', { value: count('pass'), n, where: checks }],
    ...(drifts === undefined
      ? []
      : [['checks.drifts', { value: drifts, n, where: { page: 'today' } }] as const]),
  ]
}

/** What became of what earlier reviews decided; nothing where nothing was decided yet. */
export function factsOfActions(carried: readonly CarriedAction[], hasReviews: boolean): Entries {
  if (!hasReviews) return []
  const where: Where = { page: 'review' }
  const count = (is: (action: CarriedAction) => boolean) => ({ value: carried.filter(is).length, where })
  return [
    ['actions.open', count(({ state }) => state === 'open')],
    ['actions.overdue', count(({ isOverdue }) => isOverdue)],
    ['actions.done', count(({ state }) => state === 'done')],
  ]
}
