import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { look } from '#base/look.ts'
import type { ChartDefinition } from './chart-definition.ts'

use([
  BarChart,
  LineChart,
  CustomChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  SVGRenderer,
])

type Scheme = 'light' | 'dark'

/** Draws a chart into an element and keeps it as wide as that; answers how to take it away. */
export function draw(element: HTMLElement, definition: ChartDefinition, scheme: Scheme): () => void {
  const chart = init(element, undefined, { renderer: 'svg' })
  chart.setOption(optionOf(definition, scheme, element.clientWidth))
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}

function optionOf(definition: ChartDefinition, scheme: Scheme, width: number): Record<string, unknown> {
  const { kind, categories, write, most } = definition
  const { ink, second, line, paper } = look[scheme]
  const text = { color: second, fontFamily: 'Inter', fontSize: look.size.small }
  const names = {
    type: 'category',
    data: categories,
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel:
      kind === 'bar across'
        ? { ...text, width: Math.min(280, 0.42 * width), overflow: 'truncate' }
        : { ...text, hideOverlap: true },
    inverse: kind === 'bar across',
  }
  const values = {
    type: 'value',
    min: kind === 'line' ? leastOf(definition) : zeroOrFree(definition),
    max: most,
    scale: kind === 'line',
    splitNumber: 4,
    axisLabel: { ...text, formatter: write },
    splitLine: { lineStyle: { color: line } },
  }
  return {
    animation: false,
    textStyle: { fontFamily: 'Inter' },
    grid: {
      left: 8,
      right: definition.target || definition.limits ? 96 : 24,
      top: definition.series.length > 1 ? 40 : 16,
      bottom: 8,
      containLabel: true,
    },
    // Two lines may run into each other, and bars have no room for their names.
    legend: {
      show: definition.series.length > 1,
      data: definition.series.map(({ name }) => name),
      left: 0,
      top: 0,
      textStyle: { ...text, color: ink },
      selectedMode: false,
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: paper,
      borderColor: line,
      textStyle: { ...text, color: ink },
    },
    xAxis: kind === 'bar across' ? values : names,
    yAxis: kind === 'bar across' ? names : values,
    series: definition.series.flatMap((one, at) =>
      seriesOf(definition, one, colour(at, definition, scheme), scheme),
    ),
  }
}

/** A line begins where its values do, or below its target, which has to be seen; null leaves it to the engine. */
function leastOf({ target }: ChartDefinition) {
  return ({ min, max }: Readonly<{ min: number; max: number }>): number | null =>
    target === undefined || target.value >= min ? null : target.value - (max - target.value) / 10
}

function zeroOrFree({ isAroundZero }: ChartDefinition): number | undefined {
  return isAroundZero ? undefined : 0
}

type Series = ChartDefinition['series'][number]

function seriesOf(
  definition: ChartDefinition,
  series: Series,
  tint: string,
  scheme: Scheme,
): readonly object[] {
  const { kind, target, limits } = definition
  const { second, paper } = look[scheme]
  const marks = [
    ...(target ? [{ value: target.value, word: target.label, type: 'solid' }] : []),
    ...(limits
      ? [limits.low, limits.high].map((value) => ({ value, word: limits.label, type: 'dashed' }))
      : []),
  ]
  const across = marks.map(({ value, word, type }) => ({
    [kind === 'bar across' ? 'xAxis' : 'yAxis']: value,
    label: {
      formatter: `${word} ${definition.write(value)}`,
      color: second,
      fontFamily: 'Inter',
      fontSize: look.size.small,
    },
    lineStyle: { color: second, type, width: 1 },
  }))
  const signal = look.tones.major[scheme]
  const main = {
    name: series.name,
    tooltip: {
      valueFormatter: (value: unknown, at: number) =>
        [typeof value === 'number' ? definition.write(value) : '–', series.notes?.[at]]
          .filter(Boolean)
          .join(', '),
    },
    type: kind === 'line' ? 'line' : 'bar',
    data: series.values.map((value) => value ?? null),
    symbol: series.isLimit ? 'none' : 'circle',
    symbolSize: 6,
    barMaxWidth: 28,
    stack: definition.isAroundZero ? 'around zero' : undefined,
    color: tint,
    lineStyle: series.isLimit ? { color: second, width: 1, type: 'dashed' } : { color: tint, width: 2 },
    step: series.isLimit ? 'middle' : undefined,
    itemStyle: { color: tint, borderColor: paper },
    markLine: { silent: true, symbol: 'none', data: across },
    markPoint: {
      symbol: 'triangle',
      symbolSize: 12,
      itemStyle: { color: signal },
      label: { show: false },
      data: (series.signals ?? []).map((at) => ({ coord: [at, series.values[at]] })),
    },
  }
  return series.low && series.high ? [main, intervals(series, second)] : [main]
}

/** The interval of each value, as a thin upright line. */
function intervals(series: Series, tint: string): object {
  return {
    type: 'custom',
    name: '',
    silent: true,
    tooltip: { show: false },
    data: series.values.map((_, at) => [at, series.low?.[at] ?? null, series.high?.[at] ?? null]),
    renderItem: (
      _: unknown,
      api: { value: (at: number) => number; coord: (point: number[]) => [number, number] },
    ) => {
      const [x, bottom] = api.coord([api.value(0), api.value(1)])
      const [, top] = api.coord([api.value(0), api.value(2)])
      if (Number.isNaN(bottom) || Number.isNaN(top)) return undefined
      return {
        type: 'line',
        shape: { x1: x, y1: bottom, x2: x, y2: top },
        style: { stroke: tint, lineWidth: 1 },
      }
    },
  }
}

/** One series is ours; several keep apart for colour-blind readers. */
function colour(at: number, { series }: ChartDefinition, scheme: Scheme): string {
  if (series[at]?.isLimit) return look[scheme].second
  if (series.filter(({ isLimit }) => !isLimit).length === 1) return look[scheme].accent
  return look.series[at % (look.series.length - 1)] ?? look[scheme].accent
}
