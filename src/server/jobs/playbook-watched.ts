import type { WatchedKpi } from '#deliver/playbook.ts'
import type { KpiPage } from '#monitoring/describe-monitoring.ts'
import { readKpiPage, readMonitoring } from '#monitoring/monitoring-page-store.ts'
import { watchingOf } from '../watching.ts'
import type { Tx, Workshop } from '../workshop.ts'

/** The KPIs that the organization watches, with the limits of their charts; undefined while it watches none. */
export async function watchedKpis(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'now'>,
  organization: string,
): Promise<readonly WatchedKpi[] | undefined> {
  const watching = watchingOf(shop, organization)
  const lines = (await readMonitoring(tx, watching)).filter(({ isEnded }) => !isEnded)
  const watched: WatchedKpi[] = []
  for (const { kpi } of lines) {
    const page = await readKpiPage(tx, watching, kpi)
    if (page) watched.push(watchedOf(page))
  }
  return watched.length === 0 ? undefined : watched
}

function watchedOf(page: KpiPage): WatchedKpi {
  const { kpi, title, owner, cadence, answers, unit, latest, judged, chart, openSignals } = page
  const limits = chart.limits?.points.at(-1)
  return {
    id: kpi,
    title,
    owner,
    cadence,
    answers,
    unit,
    target: judged?.target,
    isReached: judged?.isReached,
    latest: latest && { period: latest.period, number: latest.number, n: latest.n },
    limits: limits && { low: limits.low, high: limits.high },
    whyNoLimits: page.whyNoLimits,
    openSignals,
  }
}
