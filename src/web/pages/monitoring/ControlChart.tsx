import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../ui/Chart.tsx'
import type { ChartDefinition } from '../../ui/chart-definition.ts'
import { useFormat } from '../../ui/format.ts'
import type { KpiDetail } from './kpi-view.ts'
import { useSayers } from './use-sayers.ts'

/** The course of a KPI with its limits; points of a signal carry a triangle. */
export function ControlChart({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { writerOf } = useSayers()
  const definition = useMemo((): ChartDefinition => {
    const { months, chart, items } = kpi
    const write = writerOf(kpi)
    const limits = new Map(chart.limits?.points.map((point) => [point.period, point]))
    const signalled = new Set(chart.signals.flatMap(({ periods }) => periods))
    const says = chart.limits
      ? t(`monitoring.chartSays.${chart.kind}`, {
          from: format.month(chart.limits.baseline.from),
          to: format.month(chart.limits.baseline.to),
          centre: write(chart.limits.centre),
          range: chart.limits.range ? write(chart.limits.range.mean) : '',
          rangeLimit: chart.limits.range ? write(chart.limits.range.limit) : '',
        })
      : (kpi.whyNoLimits ?? '')
    const line = (name: string, of: (limit: { low: number; high: number }) => number) => ({
      name,
      isLimit: true,
      values: months.map(({ period }) => {
        const limit = limits.get(period)
        return limit && of(limit)
      }),
    })
    return {
      kind: 'line',
      title: t(items.length > 0 ? 'monitoring.chartSignals' : 'monitoring.chartCalm', {
        title: kpi.title,
        count: items.length,
      }),
      says,
      categories: months.map(({ period }) => format.month(period)),
      series: [
        {
          name: t('evidence.value'),
          values: months.map(({ number }) => number),
          notes: months.map(({ n, isClosed }) =>
            [t('ui.n', { n }), isClosed ? '' : t('monitoring.open1')].filter(Boolean).join(', '),
          ),
          signals: months.flatMap(({ period }, at) => (signalled.has(period) ? [at] : [])),
        },
        ...(chart.limits
          ? [
              line(t('monitoring.upper'), ({ high }) => high),
              line(t('monitoring.centre'), () => chart.limits?.centre ?? 0),
              line(t('monitoring.lower'), ({ low }) => low),
            ]
          : []),
      ],
      ...boundsOf(kpi, t('evidence.target')),
      write,
      categoryHead: t('evidence.month'),
    }
  }, [kpi, t, format, writerOf])
  return <Chart definition={definition} height={320} heading="h2" />
}

/** The target, where there is one, and the end of the axis: no share is more than all. */
function boundsOf({ judged, answers }: KpiDetail, label: string) {
  return {
    ...(judged ? { target: { value: judged.target, label } } : {}),
    ...(answers === 'share' ? { most: 1 } : {}),
  }
}
