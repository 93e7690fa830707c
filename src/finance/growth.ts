import type { GrowthModel } from '#content/finance.ts'
import type { Collected } from '#evidence/collected.ts'
import { wholeMonths } from './baseline.ts'
import type { BusinessCase } from './case.ts'

/** How much came in a year, by a measure, and how it grew. */
export type Volume = Readonly<{
  measure: string
  title: string
  unit: string
  /** The last twelve whole months; with fewer, their mean times twelve. */
  perYear: number
  months: number
  period: Readonly<{ from: string; to: string }>
  /** Against the twelve months before; absent with fewer than 24 whole months. */
  grew: number | undefined
  /** The share that no longer comes in a full year of the programme, as the case assumes it. */
  lessenedBy: number
}>

/** One year of the scenario; year 0 is the year that was measured. Cost is what it takes more than in year 0. */
export type GrowthYear = Readonly<{
  year: number
  volume: number
  volumeWith: number
  staff: number | undefined
  staffWith: number | undefined
  cost: number | undefined
  costWith: number | undefined
}>

/** What is tried: yearly growth, people of today, the part of their time that goes into tickets, years to look ahead. */
export type GrowthAsked = Readonly<{
  rate: number
  staff: number | undefined
  ticketShare: number
  years: number
}>

const yearOfMonths = 12

/** The volumes that were measured, each with its growth and what the case takes off it. */
export function volumesOf(
  model: GrowthModel,
  collected: Collected | undefined,
  { assumptions }: Pick<BusinessCase, 'assumptions'>,
): readonly Volume[] {
  if (!collected) return []
  return model.volumes.flatMap(({ measure: id, lessened_by: reduction }): Volume[] => {
    const measure = collected.measures.find((one) => one.id === id)
    const points = measure ? wholeMonths(measure, collected) : []
    if (!measure || points.length === 0) return []
    const values = points.map(({ value, part }) => value ?? part ?? 0)
    const last = values.slice(-yearOfMonths)
    const before = values.slice(-2 * yearOfMonths, -yearOfMonths)
    const grew = before.length === yearOfMonths && sum(before) > 0 ? sum(last) / sum(before) - 1 : undefined
    const shown = points.slice(-yearOfMonths)
    return [
      {
        measure: id,
        title: measure.title,
        unit: measure.unit,
        perYear: Math.round((sum(last) / last.length) * yearOfMonths),
        months: last.length,
        period: { from: shown[0]?.period ?? '', to: shown.at(-1)?.period ?? '' },
        grew,
        lessenedBy: reduction === undefined ? 0 : (assumptions.get(reduction)?.base ?? 0),
      },
    ]
  })
}

/** The growth of all volumes together; undefined where one of them has no two years. */
export function measuredGrowth(volumes: readonly Volume[]): number | undefined {
  let [now, before] = [0, 0]
  for (const { perYear, grew } of volumes) {
    if (grew === undefined) return undefined
    now += perYear
    before += perYear / (1 + grew)
  }
  return before === 0 ? undefined : now / before - 1
}

/**
 * The years ahead. volume = sum(volumes) * (1 + rate) ^ year; with the programme each volume is less by its share times the ramp of
 * that year. staff = people * (1 - ticket share + ticket share * volume / volume of year 0): who works on no ticket does not grow.
 * cost = (staff - people) * days a year * cost of a day.
 */
export function growBy(
  volumes: readonly Volume[],
  { rate, staff, ticketShare, years }: GrowthAsked,
  {
    ramp,
    dayRate,
    daysAYear,
  }: Readonly<{ ramp: readonly number[]; dayRate: number | undefined; daysAYear: number }>,
): readonly GrowthYear[] {
  const start = sum(volumes.map(({ perYear }) => perYear))
  if (start === 0) return []
  return Array.from({ length: years + 1 }, (_, year) => {
    const factor = (1 + rate) ** year
    const works = year === 0 ? 0 : (ramp[year] ?? ramp.at(-1) ?? 1)
    const volume = start * factor
    const volumeWith = sum(
      volumes.map(({ perYear, lessenedBy }) => perYear * factor * (1 - lessenedBy * works)),
    )
    const needed = (of: number) => staff && staff * (1 - ticketShare + (ticketShare * of) / start)
    const costOf = (people: number | undefined) =>
      people === undefined || staff === undefined || dayRate === undefined
        ? undefined
        : (people - staff) * daysAYear * dayRate
    const [without, withIt] = [needed(volume), needed(volumeWith)]
    return {
      year,
      volume,
      volumeWith,
      staff: without,
      staffWith: withIt,
      cost: costOf(without),
      costWith: costOf(withIt),
    }
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
