import { look } from '#base/look.ts'
import { colour } from '../word.ts'
import { type ChartName, type ChartOptions, face, inks, type Sheet } from './book.ts'
import type { ChartBlock, Series } from './slide.ts'

const series = look.series.map(colour)

/** Draws a chart as a chart of PowerPoint: whoever edits its numbers edits them there. */
export function drawChart({ slide }: Sheet, block: ChartBlock): void {
  const bars = block.series.filter(({ isLine }) => !isLine)
  const lines = block.series.filter(({ isLine }) => isLine)
  const options: ChartOptions = { ...usual(block), ...formOf(block) }
  const data = (some: readonly Series[]) =>
    some.map(({ name, values }) => ({
      name,
      labels: [...block.categories],
      values: values.map((value) => value ?? 0),
    }))
  if (lines.length === 0) {
    slide.addChart(block.form === 'lines' ? 'line' : 'bar', data(bars), options)
    return
  }
  slide.addChart(
    [
      {
        type: 'bar' as ChartName,
        data: data(bars),
        options: { barGapWidthPct: 60, chartColors: series.slice(0, bars.length) },
      },
      {
        type: 'line' as ChartName,
        data: data(lines),
        options: {
          chartColors: series.slice(bars.length, bars.length + lines.length),
          lineSize: 2.5,
          lineDataSymbolSize: 7,
        },
      },
    ],
    // The types of the library know one call for all charts; several kinds at once take their data in the first place.
    options as unknown as ChartOptions[],
  )
}

function usual({ box, name, alt, series: all, categories, format, title }: ChartBlock): ChartOptions {
  return {
    ...box,
    objectName: name,
    altText: alt,
    chartColors: series.slice(0, Math.max(1, all.length)),
    showLegend: all.length > 1,
    legendPos: 'b',
    legendFontFace: face,
    legendFontSize: 11,
    legendColor: inks.second,
    showTitle: title !== undefined,
    ...(title === undefined
      ? {}
      : { title, titleFontFace: face, titleFontSize: 12, titleColor: inks.second, titleBold: false }),
    catAxisLabelFontFace: face,
    catAxisLabelFontSize: categories.length > 14 ? 9 : 11,
    catAxisLabelColor: inks.second,
    catAxisLineShow: true,
    catAxisLabelRotate: 0,
    catAxisLabelPos: 'low',
    valAxisLabelFontFace: face,
    valAxisLabelFontSize: 10,
    valAxisLabelColor: inks.second,
    valAxisLabelFormatCode: format,
    valAxisLineShow: false,
    valGridLine: { color: inks.line, size: 0.5, style: 'solid' },
    catGridLine: { style: 'none' },
    dataLabelFormatCode: format,
    lineSmooth: false,
  }
}

function formOf({ form, series: all, categories, format }: ChartBlock): ChartOptions {
  switch (form) {
    case 'columns':
      return {
        barDir: 'col',
        barGrouping: 'clustered',
        barGapWidthPct: 50,
        catAxisLabelFrequency: String(Math.max(1, Math.ceil(categories.length / 8))),
      }
    case 'stacked bars':
      return {
        barDir: 'bar',
        barGrouping: 'stacked',
        barGapWidthPct: 40,
        chartColors: severityColours,
      }
    case 'tornado':
      return { barDir: 'bar', barGrouping: 'clustered', barOverlapPct: 100, barGapWidthPct: 35 }
    case 'lines':
      return {
        lineSize: 2,
        lineDataSymbol: 'none',
        ...(format === '0%' ? { valAxisMaxVal: 1, valAxisMinVal: 0 } : {}),
        showLegend: all.length > 1,
        catAxisLabelFrequency: String(Math.max(1, Math.ceil(categories.length / 6))),
      }
  }
}

/** Stacked bars show verdicts, so they have the colours of verdicts. */
const severityColours = [look.tones.major.light, look.tones.minor.light, look.tones.partially.dark].map(
  colour,
)
