import type { FinanceModel } from '#content/finance.ts'
import type { Collected } from '#evidence/collected.ts'
import type { LineFlows } from './appraise.ts'
import { measuredIn } from './baseline.ts'
import type { OwnLine } from './own-line.ts'

/** A line of benefit, and the measure that will show it. */
type Tracked = Readonly<{ id: string; title: string; proof?: string | undefined }>

/** What a benefit line brought in a quarter, as it was written down. */
export type Actual = Readonly<{
  line: string
  quarter: string
  value: number
  evidence: string
  by: string
  at: string
  version: number
}>

/** One quarter of one line: planned by the case, measured by people, and what the measure of its proof says. */
export type TrackedQuarter = Readonly<{
  quarter: string
  planned: number
  /** Only a quarter that is over can be measured. */
  isOver: boolean
  actual: Actual | undefined
  proof: Readonly<{ measure: string; title: string; unit: string; value: number; n: number }> | undefined
}>

/** A benefit line over the quarters that have begun. */
export type TrackedLine = Readonly<{
  line: string
  title: string
  owner: string
  quarters: readonly TrackedQuarter[]
}>

type Running = Readonly<{
  startsOn: string
  /** The day on which is asked. */
  today: string
  /** The lines of benefit that can be tracked, those of the organization among them. */
  benefits: readonly Tracked[]
  flows: readonly LineFlows[]
  owners: ReadonlyMap<string, string>
  actuals: readonly Actual[]
  collected: Collected | undefined
}>

/** Planned against measured, from the first quarter with a benefit to the one that runs. A quarter holds a fourth of its year. */
export function track({
  startsOn,
  today,
  benefits,
  flows,
  owners,
  actuals,
  collected,
}: Running): TrackedLine[] {
  return benefits.flatMap(({ id, title, proof }): TrackedLine[] => {
    const flow = flows.find(({ line }) => line === id)
    if (!flow) return []
    const begun = quartersFrom(startsOn, today)
    const quarters = begun
      .slice(0, 4 * flow.perYear.length)
      .map(
        (quarter, at): TrackedQuarter => ({
          quarter,
          isOver: at < begun.length - 1,
          planned: (flow.perYear[Math.floor(at / 4)] ?? 0) / 4,
          actual: actuals.find((one) => one.line === id && one.quarter === quarter),
          proof: proof && collected ? measuredIn(quarter, proof, collected) : undefined,
        }),
      )
      .filter(({ planned, actual }) => planned > 0 || actual !== undefined)
    return [{ line: id, title, owner: owners.get(id) ?? '', quarters }]
  })
}

/** The lines of benefit of the pack, and after them those of the organization. */
export function benefitsOf(
  { benefits }: Pick<FinanceModel, 'benefits'>,
  own: readonly OwnLine[],
): readonly Tracked[] {
  return [...benefits, ...own.filter(({ side }) => side === 'benefit')]
}

/** The calendar quarters from the one of a day to the one of another, both included. */
export function quartersFrom(from: string, to: string): string[] {
  const [first, last] = [numberOf(from), numberOf(to)]
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, at) => `${Math.floor((first + at) / 4)}-Q${((first + at) % 4) + 1}`,
  )
}

function numberOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year * 4 + Math.floor((month - 1) / 3)
}
