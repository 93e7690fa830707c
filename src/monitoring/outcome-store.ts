import type { OutcomeFamily, Outcomes } from '#content/outcomes.ts'
import type { Tx } from '#db/records.ts'
import { listAdopted, readTargets } from './adoption-store.ts'
import { type ListedKpi, readLibrary } from './monitoring-page-store.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { closedOf } from './series.ts'
import { openSeries } from './series-store.ts'
import type { Watching } from './watch-store.ts'

/** Days after which there are months enough behind a decision to be compared with those before it. */
const fewestDaysSince = 120

/** One KPI of a family: watched with what came of it, or only its present value. */
export type FollowedKpi = Pick<ListedKpi, 'kpi' | 'source' | 'latest' | 'because' | 'isAdopted'> &
  Readonly<{ owner?: string; target?: number; outcome?: Outcome }>

/** The outcomes by family; since: the day of the decision that they are held against, where it is long enough ago. */
export type OutcomePage = Readonly<{
  since: string | undefined
  families: readonly Readonly<{ id: OutcomeFamily; kpis: readonly FollowedKpi[] }>[]
}>

/** Reads every KPI of the families; nothing is computed from tickets here. decidedOn: when it was decided to go. */
export async function readOutcomes(
  tx: Tx,
  watching: Watching,
  { families, decidedOn }: Readonly<{ families: Outcomes; decidedOn: string | undefined }>,
): Promise<OutcomePage> {
  const listed = new Map((await readLibrary(tx, watching)).map((one) => [one.kpi.id, one]))
  const adopted = new Map((await listAdopted(tx)).filter((one) => !one.isEnded).map((one) => [one.kpi, one]))
  const series = await openSeries(tx, watching.organization)
  const targets = await readTargets(tx)
  const month = watching.now.toISOString().slice(0, 7)
  const since = decidedOn && daysSince(decidedOn, watching.now) >= fewestDaysSince ? decidedOn : undefined
  const follow = (id: string): FollowedKpi[] => {
    const one = listed.get(id)
    if (!one) return []
    const { kpi, source, latest, because, isAdopted } = one
    const watched = adopted.get(id)
    const plain = { kpi, source, latest, because, isAdopted }
    if (!watched || source.by === 'nobody') return [plain]
    const target = targets.get(id)?.findLast(({ validFrom }) => validFrom <= month)?.target
    const outcome = outcomeOf({
      series: closedOf(series.get(id) ?? [], { isAsOf: source.isAsOf, month }),
      isShare: source.answers === 'share',
      inPoints: source.answers === 'share' || source.unit === 'share',
      direction: watched.direction,
      target,
      since,
    })
    return [{ ...plain, owner: watched.owner, outcome, ...(target === undefined ? {} : { target }) }]
  }
  return { since, families: families.map(({ id, kpis }) => ({ id, kpis: kpis.flatMap(follow) })) }
}

function daysSince(instant: string, now: Date): number {
  return (now.getTime() - Date.parse(instant)) / 86_400_000
}
