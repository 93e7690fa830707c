import { look } from '#base/look.ts'
import { type Chart, drawing, element, ink, line, round, smallText, widthOf, words } from './svg.ts'

/** One month of a trend; a month without a value is a gap in the line, never a zero. */
export type TrendPoint = {
  readonly period: string
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly isSignal?: boolean
}

/** What a trend shows; say turns a value into words for axis and labels. */
export type Trend = {
  readonly alt: string
  readonly points: readonly TrendPoint[]
  readonly target?: number
  readonly limits?: { readonly low: number; readonly mean: number; readonly high: number }
  readonly ceiling?: number
  readonly say: (value: number) => string
  /** A month as the language writes it. */
  readonly month: (period: string) => string
}

type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Scale = { readonly x: (place: number) => number; readonly y: (value: number) => number }

/** A line over months with its target, its usual range, and the months outside of it marked. */
export function drawTrend(trend: Trend, width: number, height: number): Chart {
  const ticks = ticksOf(trend)
  const labels = ticks.map(trend.say)
  const frame = {
    left: Math.max(...labels.map((label) => widthOf(label))) + 5,
    right: width - 8,
    top: 8,
    bottom: height - 13,
  }
  const [bottom = 0, top = 1] = [ticks[0], ticks.at(-1)]
  const count = Math.max(1, trend.points.length - 1)
  const scale: Scale = {
    x: (place) => frame.left + ((frame.right - frame.left) * place) / count,
    y: (value) => frame.bottom - ((frame.bottom - frame.top) * (value - bottom)) / (top - bottom || 1),
  }
  return drawing(width, height, trend.alt, [
    ...grid(ticks, labels, frame, scale),
    ...range(trend, frame, scale),
    ...target(trend, frame, scale),
    ...trend.points.map((point, place) => whisker(point, place, frame, scale)),
    element('path', {
      d: pathOf(trend.points, scale),
      fill: 'none',
      stroke: ink.accent,
      'stroke-width': 1.4,
      'stroke-linejoin': 'round',
    }),
    ...trend.points.map((point, place) => dot(point, place, trend, scale)),
    ...months(trend, frame, scale),
  ])
}

function grid(ticks: readonly number[], labels: readonly string[], frame: Frame, scale: Scale): string[] {
  return ticks.flatMap((tick, place) => [
    line(frame.left, scale.y(tick), frame.right, scale.y(tick), { stroke: ink.line, 'stroke-width': 0.5 }),
    words(labels[place] ?? '', frame.left - 4, scale.y(tick) + smallText * 0.35, { anchor: 'end' }),
  ])
}

function range({ limits }: Trend, frame: Frame, scale: Scale): string[] {
  if (!limits) return []
  const height = scale.y(limits.low) - scale.y(limits.high)
  return [
    element('rect', {
      x: frame.left,
      y: scale.y(limits.high),
      width: frame.right - frame.left,
      height,
      fill: ink.accent,
      'fill-opacity': 0.08,
    }),
    line(frame.left, scale.y(limits.mean), frame.right, scale.y(limits.mean), {
      stroke: ink.accent,
      'stroke-width': 0.5,
      'stroke-opacity': 0.6,
    }),
  ]
}

function target({ target: value }: Trend, frame: Frame, scale: Scale): string[] {
  if (value === undefined) return []
  return [
    line(frame.left, scale.y(value), frame.right, scale.y(value), {
      stroke: ink.ink,
      'stroke-width': 0.8,
      'stroke-dasharray': '4 2',
    }),
  ]
}

/** An interval; where it reaches beyond the axis it is cut at the frame. */
function whisker({ low, high }: TrendPoint, place: number, frame: Frame, scale: Scale): string {
  if (low === undefined || high === undefined) return ''
  const [top, bottom] = [Math.max(frame.top, scale.y(high)), Math.min(frame.bottom, scale.y(low))]
  return line(scale.x(place), top, scale.x(place), bottom, {
    stroke: ink.accent,
    'stroke-width': 0.5,
    'stroke-opacity': 0.35,
  })
}

function dot({ value, isSignal }: TrendPoint, place: number, { points }: Trend, scale: Scale): string {
  if (value === undefined) return ''
  const at = { cx: scale.x(place), cy: scale.y(value) }
  if (isSignal)
    return element('circle', {
      ...at,
      r: 2.6,
      fill: ink.paper,
      stroke: look.tones.major.light,
      'stroke-width': 1.3,
    })
  const isLonely = points[place - 1]?.value === undefined && points[place + 1]?.value === undefined
  return isLonely || place === points.length - 1 ? element('circle', { ...at, r: 1.8, fill: ink.accent }) : ''
}

function pathOf(points: readonly TrendPoint[], scale: Scale): string {
  let isDown = false
  return points
    .map(({ value }, place) => {
      const step =
        value === undefined ? '' : `${isDown ? 'L' : 'M'} ${round(scale.x(place))} ${round(scale.y(value))}`
      isDown = value !== undefined
      return step
    })
    .join(' ')
    .trim()
}

/** First month, last month, and nothing between them that would collide. */
function months({ points, month }: Trend, frame: Frame, scale: Scale): string[] {
  const y = frame.bottom + smallText + 2
  const first = month(points[0]?.period ?? '')
  const last = month(points.at(-1)?.period ?? '')
  const januaries = points.flatMap(({ period }, place) =>
    place > 0 && period.endsWith('-01') ? [place] : [],
  )
  return [
    ...januaries.map((place) =>
      line(scale.x(place), frame.top, scale.x(place), frame.bottom, {
        stroke: ink.line,
        'stroke-width': 0.5,
      }),
    ),
    words(first, frame.left, y),
    ...(points.length > 1 ? [words(last, frame.right + 8, y, { anchor: 'end' })] : []),
  ]
}

/** Two to four round values that span everything drawn; the axis begins at zero unless the line moves far above it. */
function ticksOf({ points, target: goal, limits, ceiling }: Trend): number[] {
  const values = [...points.map(({ value }) => value), goal, limits?.low, limits?.high].filter(
    (value) => value !== undefined,
  )
  const highest = values.length === 0 ? 1 : Math.max(...values)
  const lowest = values.length === 0 ? 0 : Math.min(...values)
  const movesHigh = lowest > 0.6 * highest && lowest < highest
  const base = movesHigh ? lowest : Math.min(0, lowest)
  const step = roundStep((highest - base || Math.abs(highest) || 1) / 2)
  const first = Math.floor(base / step + 1e-9) * step
  const ticks: number[] = []
  for (let tick = first; ticks.length < 2 || (ticks.at(-1) ?? 0) < highest - 1e-9; tick += step) {
    ticks.push(Number(tick.toPrecision(12)))
  }
  return ceiling === undefined ? ticks : [...new Set(ticks.map((tick) => Math.min(ceiling, tick)))]
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough - 1e-12) ?? 10
  return factor * power
}
