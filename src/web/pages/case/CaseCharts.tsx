import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../ui/Chart.tsx'
import type { ChartDefinition } from '../../ui/chart-definition.ts'
import { useFormat } from '../../ui/format.ts'
import { type BusinessCase, type Result, useShortMoney } from './business-case.ts'

type ChartsProps = Readonly<{ result: Result; settings: BusinessCase['settings'] }>

/** The trials by what they end with. */
export function SpreadChart({ result: { spread }, settings }: ChartsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const short = useShortMoney()
  const { currency, distribution, seed } = settings
  const definition = useMemo((): ChartDefinition => {
    const money = (value: number) => format.money(value, currency)
    return {
      kind: 'bar',
      title: t('businessCase.spread', { p50: money(spread.p50) }),
      says: t('businessCase.spreadSays', {
        currency,
        trials: spread.trials,
        distribution,
        seed: String(seed),
        p10: money(spread.p10),
        p90: money(spread.p90),
      }),
      categories: spread.bins.map(({ from }) => short(from)),
      series: [{ name: t('businessCase.trials'), values: spread.bins.map(({ count }) => count) }],
      write: (value) => format.number(value, 0),
      categoryHead: t('businessCase.spreadHead'),
    }
  }, [t, format, short, spread, currency, distribution, seed])
  return <Chart definition={definition} heading="h2" />
}

/** Running sums of the flows, as they are and discounted. */
export function FlowChart({ result, settings }: ChartsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const short = useShortMoney()
  const { currency } = settings
  const definition = useMemo((): ChartDefinition => {
    const { paybackYears, cumulated, discountedCumulated, rate } = result
    return {
      kind: 'line',
      title:
        paybackYears === undefined
          ? t('businessCase.flowNever')
          : t('businessCase.flowBreaks', { years: format.number(paybackYears, 1) }),
      says: t('businessCase.flowSays', { currency }),
      categories: cumulated.map((_, year) => t('businessCase.year', { year })),
      series: [
        { name: t('businessCase.undiscounted'), values: cumulated },
        {
          name: t('businessCase.discounted', { rate: format.percent(rate) }),
          values: discountedCumulated,
        },
      ],
      target: { value: 0, label: '' },
      write: short,
      categoryHead: t('businessCase.yearHead'),
    }
  }, [t, format, short, result, currency])
  return <Chart definition={definition} heading="h2" />
}

const mostBars = 10

/** What moves the result most, both ways from the likely values. */
export function TornadoChart({ result, currency }: Readonly<{ result: Result; currency: string }>) {
  const { t } = useTranslation()
  const short = useShortMoney()
  const count = Math.min(mostBars, result.tornado.length)
  const definition = useMemo((): ChartDefinition => {
    const bars = result.tornado.slice(0, mostBars)
    return {
      kind: 'bar across',
      title: t('businessCase.tornado', { title: bars[0]?.title ?? '' }),
      says: t('businessCase.tornadoSays', { currency }),
      categories: bars.map(({ title }) => title),
      series: [
        { name: t('businessCase.atLow'), values: bars.map(({ npvAtLow }) => npvAtLow - result.npv) },
        { name: t('businessCase.atHigh'), values: bars.map(({ npvAtHigh }) => npvAtHigh - result.npv) },
      ],
      isAroundZero: true,
      write: short,
      categoryHead: t('businessCase.assumption'),
    }
  }, [t, short, result, currency])
  return count === 0 ? null : <Chart definition={definition} heading="h2" height={64 + 32 * count} />
}
