import type { WatchedKpi } from '#deliver/playbook.ts'
import type { KpiPage } from '#monitoring/describe-monitoring.ts'

/** A KPI that the organization watches, as the playbook places it. */
export function watchedOf(page: KpiPage): WatchedKpi {
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
