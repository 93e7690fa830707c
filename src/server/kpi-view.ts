import type { KpiDetail, LibraryKpi, OutcomesView, WatchedKpi } from '#api/monitoring-views.ts'
import type { DecisionLine, KpiLine, KpiPage } from '#monitoring/describe-monitoring.ts'
import type { KnownKpi } from '#monitoring/known-kpis.ts'
import type { ListedKpi } from '#monitoring/monitoring-page-store.ts'
import type { OutcomePage } from '#monitoring/outcome-store.ts'

/** A line of the library as the API tells it. */
export function libraryKpi({ kpi, source, latest, because, isAdopted, isOwn }: ListedKpi): LibraryKpi {
  return { kpi: definitionOf(kpi), source, latest, because, isAdopted, isOwn }
}

function definitionOf({ facts: _, needs: __, ...kpi }: KnownKpi['kpi']): LibraryKpi['kpi'] {
  return kpi
}

/** The outcomes as the page shows them. */
export function outcomesView({ since, families }: OutcomePage): OutcomesView {
  return {
    since,
    families: families.map(({ id, kpis }) => ({
      id,
      kpis: kpis.map((one) => ({ ...one, kpi: definitionOf(one.kpi) })),
    })),
  }
}

/** A KPI that is watched as the page lists it. */
export function watchedKpi(line: KpiLine): WatchedKpi {
  return { ...line, series: line.series.map((point) => ({ ...point })) }
}

/** A KPI whole. */
export function kpiDetail(page: KpiPage): KpiDetail {
  const { known, adopted, ...rest } = page
  return {
    ...watchedKpi(rest),
    version: adopted.version,
    definition: definitionOf(known.kpi),
    source: known.source,
    adoptedOn: adopted.adoptedOn,
    adoptedBy: adopted.adoptedBy,
    targets: [...page.targets],
    chart: {
      kind: page.chart.kind,
      limits: page.chart.limits && {
        ...page.chart.limits,
        points: page.chart.limits.points.map(({ period, number, low, high, sigma, range, n }) => ({
          period,
          number,
          low,
          high,
          sigma,
          range,
          n,
        })),
      },
      signals: page.chart.signals.map(({ rule, periods }) => ({ rule, periods: [...periods] })),
    },
    whyNoLimits: page.whyNoLimits,
    months: page.months.map((month) => ({ ...month, rows: [...month.rows] })),
    items: page.items.map((item) => ({
      ...item,
      periods: [...item.periods],
      figures: [...item.figures],
      decisions: item.decisions.map(decisionOf),
    })),
    decisions: page.decisions.map(decisionOf),
    forecast: page.forecast,
    whyNoForecast: page.whyNoForecast,
  }
}

function decisionOf(decision: DecisionLine): KpiDetail['decisions'][number] {
  return { ...decision }
}
