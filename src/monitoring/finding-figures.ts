import type { Figure } from './figure.ts'

/** Findings as far as KPIs look at them; days are ISO days. */
export type FindingFacts = Readonly<{
  findings: readonly Readonly<{
    id: string
    grade: string
    requirements: readonly string[]
    raisedOn: string
    closedOn: string | undefined
    isRejected: boolean
    /** The day on which the effect is to be checked. */
    effectDueOn: string | undefined
    /** What the last check of the effect found. */
    isEffective: boolean | undefined
  }>[]
  actions: readonly Readonly<{ dueOn: string; doneOn: string | undefined }>[]
}>

type FindingFigure = Readonly<{
  id: string
  answers: 'share' | 'value'
  unit?: string
  claim: string
  of: (facts: FindingFacts, on: string) => Figure | undefined
}>

const day = 86_400_000

/** The figures that findings and their actions give. */
export const findingFigures: readonly FindingFigure[] = [
  {
    id: 'open-majors',
    answers: 'value',
    unit: 'findings',
    claim: 'Major nonconformities that are not closed.',
    of: (facts) => {
      const kept = nonconformities(facts)
      return kept.length === 0
        ? undefined
        : { value: kept.filter((one) => one.grade === 'major' && isOpen(one)).length, n: kept.length }
    },
  },
  {
    id: 'nonconformity-age',
    answers: 'value',
    unit: 'days',
    claim: 'Median age of the nonconformities that are open.',
    of: (facts, on) => {
      const ages = nonconformities(facts)
        .filter(isOpen)
        .map(({ raisedOn }) => daysBetween(raisedOn, on))
      return ages.length === 0 ? undefined : { value: medianOf(ages), n: ages.length }
    },
  },
  {
    id: 'actions-on-time',
    answers: 'share',
    claim: 'Corrective actions whose day has passed, and those of them done by their day.',
    of: ({ actions }, on) => {
      const due = actions.filter(({ dueOn }) => dueOn < on)
      return share(
        due.filter(({ dueOn, doneOn }) => doneOn !== undefined && doneOn <= dueOn).length,
        due.length,
      )
    },
  },
  {
    id: 'findings-effective',
    answers: 'share',
    claim: 'Nonconformities whose check of the effect was due, and those whose action proved effective.',
    of: (facts, on) => {
      const due = nonconformities(facts).filter(
        ({ effectDueOn, isEffective }) => isEffective !== undefined || (effectDueOn ?? on) < on,
      )
      return share(due.filter(({ isEffective }) => isEffective === true).length, due.length)
    },
  },
  {
    id: 'findings-repeated',
    answers: 'share',
    claim:
      'Nonconformities raised in the last 365 days, and those on a requirement with one that was closed in the 730 days before.',
    of: (facts, on) => {
      const all = nonconformities(facts)
      const fresh = all.filter(({ raisedOn }) => daysBetween(raisedOn, on) <= 365)
      return share(fresh.filter((one) => all.some((other) => repeats(one, other))).length, fresh.length)
    },
  },
]

type Finding = FindingFacts['findings'][number]

function nonconformities({ findings }: FindingFacts): readonly Finding[] {
  return findings.filter(({ grade, isRejected }) => !isRejected && (grade === 'major' || grade === 'minor'))
}

function isOpen({ closedOn }: Finding): boolean {
  return closedOn === undefined
}

function repeats(one: Finding, { id, closedOn, requirements }: Finding): boolean {
  if (id === one.id || closedOn === undefined || closedOn > one.raisedOn) return false
  return (
    daysBetween(closedOn, one.raisedOn) <= 730 && requirements.some((id) => one.requirements.includes(id))
  )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day)
}

function medianOf(values: readonly number[]): number {
  const inOrder = values.toSorted((one, other) => one - other)
  const [low, high] = [
    inOrder[Math.floor((values.length - 1) / 2)],
    inOrder[Math.ceil((values.length - 1) / 2)],
  ]
  return ((low ?? 0) + (high ?? 0)) / 2
}

function share(part: number, whole: number): Figure | undefined {
  return whole === 0 ? undefined : { part, whole, n: whole }
}
