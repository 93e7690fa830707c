import type { Agreements } from './agreement-store.ts'
import { type Agreed, agreedShare } from './agreement-version.ts'
import {
  attainmentOf,
  decidedOf,
  isSame,
  judge,
  type LevelVerdict,
  noOutcomes,
  type Rule,
  rulesOf,
  sumOf,
} from './attainment.ts'
import type { MonthReadings } from './closed-month.ts'
import type { LevelCell, Outcomes } from './experience.ts'

/** One service (of one customer, or of all) in one month: what came, what was agreed, and whether later data say otherwise. */
export type LevelMonth = Readonly<{
  month: string
  isClosed: boolean
  outcomes: Outcomes
  decided: number
  attainment: number | undefined
  agreed: Agreed
  verdict: LevelVerdict
  /** The same month by the newest collection, where that counts otherwise; the first value of a closed month stands. */
  today: Readonly<{ outcomes: Outcomes; attainment: number | undefined; number: number }> | undefined
  collection: string
}>

/** Cells with the collection that they come from. */
export type CollectedCell = LevelCell & Readonly<{ collection: string }>

/** What is asked about. */
export type LevelAsking = Readonly<{
  service: string
  customer?: string | undefined
  metric: string
}>

/** The months of one service, held against what was agreed in each. */
export function levelMonths(
  asking: LevelAsking,
  months: readonly MonthReadings[],
  cells: readonly CollectedCell[],
  agreements: Agreements,
): readonly LevelMonth[] {
  const own = cellsOf(asking, cells)
  const byPlace = Map.groupBy(own, ({ collection, month }) => `${collection} ${month}`)
  return months.map(({ month, isClosed, stands, newest }) => {
    const outcomes = sumOf(byPlace.get(`${stands.collection} ${month}`) ?? [noOutcomes])
    const agreed = agreedShare(agreements.agreements, {
      service: agreements.services.record(asking.service)?.id,
      ...(asking.customer === undefined
        ? {}
        : { customer: agreements.customers.record(asking.customer)?.id ?? asking.customer }),
      metric: asking.metric,
      month,
    })
    const later = newest && sumOf(byPlace.get(`${newest.collection} ${month}`) ?? [noOutcomes])
    return {
      month,
      isClosed,
      outcomes,
      decided: decidedOf(outcomes),
      attainment: attainmentOf(outcomes),
      agreed,
      verdict: judge(outcomes, agreed.share),
      today:
        newest && later && !isSame(later, outcomes)
          ? { outcomes: later, attainment: attainmentOf(later), number: newest.number }
          : undefined,
      collection: stands.collection,
    }
  })
}

/** The cells of one service, of one customer or all, for one metric. */
export function cellsOf(
  { service, customer, metric }: LevelAsking,
  cells: readonly CollectedCell[],
): readonly CollectedCell[] {
  return cells.filter(
    (one) =>
      one.service === service &&
      one.metric === metric &&
      (customer === undefined || one.customer === customer),
  )
}

/** The rules by which the clocks of the months ran that stand. */
export function standingRules(
  months: readonly MonthReadings[],
  cells: readonly CollectedCell[],
): readonly Rule[] {
  const standing = new Set(months.map(({ month, stands }) => `${stands.collection} ${month}`))
  return rulesOf(cells.filter(({ collection, month }) => standing.has(`${collection} ${month}`)))
}
