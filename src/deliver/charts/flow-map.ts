import { look } from '#base/look.ts'
import { type Layout, layOut, type Placed, type Route } from './layers.ts'
import { type Chart, drawing, element, ink, line, polygon, round, smallText, widthOf, words } from './svg.ts'

/** A state of the map; figures is the second line, such as "388 · median 2.1 d". */
export type FlowState = {
  readonly id: string
  readonly label: string
  readonly figures: string
  readonly isStart: boolean
  readonly isEnd: boolean
}

/** A step of the map; a step that the agreed model does not allow may carry the letter of its line in the table. */
export type FlowStep = {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly label: string
  readonly isAllowed: boolean
  readonly letter?: string
}

/** What was really done, as a graph of states and steps. */
export type Flow = {
  readonly alt: string
  readonly states: readonly FlowState[]
  readonly steps: readonly FlowStep[]
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const nodeHeight = 25
const margin = 6

/** How much smaller than the text beside it a map has to be drawn to fit; 1 when it need not be. */
export function scaleOfFlow(flow: Flow, width: number, height: number): number {
  return fit(place(flow, height), width, height)
}

/** The map from top to bottom, made smaller when it would not fit; drawn at most as large as the text beside it. */
export function drawFlow(flow: Flow, width: number, height: number): Chart {
  const layout = place(flow, height)
  const scale = fit(layout, width, height)
  const parts = drawParts(flow, layout)
  const drawn = layout.height * scale + 2 * margin
  const shift = margin + (width - 2 * margin - layout.width * scale) / 2
  const transform = `translate(${round(shift)} ${margin}) scale(${Math.round(scale * 1000) / 1000})`
  return drawing(width, drawn, flow.alt, [element('g', { transform }, parts.join(''))])
}

function fit(layout: Layout, width: number, height: number): number {
  return Math.min(1, (width - 2 * margin) / layout.width, (height - 2 * margin) / layout.height)
}

/** Layers stand close where the map would be too tall for its room. */
function place(flow: Flow, height: number): Layout {
  const nodes = flow.states.map(({ id, label, figures }) => ({
    id,
    width: Math.max(widthOf(label), widthOf(figures)) + 12,
    height: nodeHeight,
  }))
  const edges = flow.steps.map(({ from, to, count }) => ({ from, to, weight: count }))
  const layout = layOut(nodes, edges, { beside: 12, between: 21 })
  return layout.height <= height - 2 * margin ? layout : layOut(nodes, edges, { beside: 12, between: 16 })
}

function drawParts(flow: Flow, layout: Layout): string[] {
  const most = Math.max(1, ...flow.steps.map(({ count }) => count))
  const drawn = layout.routes.flatMap((route) => {
    const step = flow.steps.find(({ from, to }) => from === route.from && to === route.to)
    return step ? [{ step, route, curve: curveOf(route, layout) }] : []
  })
  const taken: Box[] = layout.nodes.map(({ x, y, width, height }) => ({
    x,
    y,
    width: width + 2,
    height: height + 2,
  }))
  const byWeight = drawn.toSorted(
    (a, b) => Number(a.step.isAllowed) - Number(b.step.isAllowed) || b.step.count - a.step.count,
  )
  return [
    ...drawn.map(({ step, curve }) => drawStep(step, curve, most)),
    ...byWeight
      .filter(({ step }) => step.label !== '' || !step.isAllowed)
      .map(({ step, curve }) => drawLabel(step, curve, taken)),
    ...layout.nodes.map((node) => drawState(flow, node)),
  ]
}

type Curve = {
  readonly d: string
  readonly spots: readonly (readonly [number, number])[]
  readonly end: readonly [number, number]
  readonly isUp: boolean
}

/** From border to border, with upright ends; two steps between the same states are kept apart. */
function curveOf(route: Route, { nodes, routes }: Layout): Curve {
  const node = (id: string) => nodes.find((each) => each.id === id)
  const hasTwin = routes.some(({ from, to }) => from === route.to && to === route.from)
  const aside = shiftOf(route.isBack, hasTwin)
  const half = nodeHeight / 2
  const direction = route.isBack ? -1 : 1
  const last = route.points.length - 1
  const points = route.points.map(([x, y], place): readonly [number, number] => {
    if (place === 0) return [x + aside, y + direction * half]
    if (place === last) return [x + aside, y - direction * (half + 4)]
    return [x, y]
  })
  const reach = Math.max(4, (node(route.from)?.height ?? nodeHeight) * 0.5)
  const parts = points.slice(1).map(([x, y], place) => {
    const [fromX, fromY] = points[place] ?? [x, y]
    const bend = Math.max(reach, Math.abs(y - fromY) / 2)
    return { fromX, fromY, x, y, c1: fromY + direction * bend, c2: y - direction * bend }
  })
  const [startX, startY] = points[0] ?? [0, 0]
  const d = [
    `M ${round(startX)} ${round(startY)}`,
    ...parts.map(
      ({ fromX, c1, x, c2, y }) =>
        `C ${round(fromX)} ${round(c1)} ${round(x)} ${round(c2)} ${round(x)} ${round(y)}`,
    ),
  ].join(' ')
  const middle = Math.floor((parts.length - 1) / 2)
  const order = [middle, ...parts.keys()].filter((place, index, list) => list.indexOf(place) === index)
  const spots = order.flatMap((place) => {
    const part = parts[place]
    return part ? [0.5, 0.38, 0.62, 0.26, 0.74].map((t) => along(part, t)) : []
  })
  return { d, spots, end: points.at(-1) ?? [0, 0], isUp: route.isBack }
}

function shiftOf(isBack: boolean, hasTwin: boolean): number {
  if (!hasTwin) return isBack ? 9 : 0
  return isBack ? 12 : -12
}

type Part = {
  readonly fromX: number
  readonly fromY: number
  readonly x: number
  readonly y: number
  readonly c1: number
  readonly c2: number
}

/** The point at t of a cubic curve. */
function along({ fromX, fromY, x, y, c1, c2 }: Part, t: number): readonly [number, number] {
  const u = 1 - t
  const [a, b, c, d] = [u ** 3, 3 * u ** 2 * t, 3 * u * t ** 2, t ** 3]
  return [(a + b) * fromX + (c + d) * x, a * fromY + b * c1 + c * c2 + d * y]
}

function drawStep({ count, isAllowed }: FlowStep, { d, end: [x, y], isUp }: Curve, most: number): string {
  const colour = isAllowed ? ink.second : look.tones.major.light
  const weight = 0.6 + 2.6 * Math.sqrt(count / most)
  const dash = isAllowed ? {} : { 'stroke-dasharray': '4 2.4' }
  const head = Math.min(6, 3 + weight)
  const tip = isUp ? -4 : 4
  const base = isUp ? head - 4 : 4 - head
  return (
    element('path', {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': weight,
      'stroke-opacity': isAllowed ? 0.55 : 1,
      ...dash,
    }) +
    polygon(
      [
        [x, y + tip],
        [x - head * 0.6, y + base],
        [x + head * 0.6, y + base],
      ],
      { fill: colour },
    )
  )
}

/** The count beside its step, at the first place that is still free. */
function drawLabel({ label, isAllowed, letter }: FlowStep, { spots }: Curve, taken: Box[]): string {
  const text = isAllowed ? label : `${letter ?? '×'} ${label}`
  const size = { width: widthOf(text) + 4, height: smallText + 2 }
  const free = spots.find(([x, y]) => !taken.some((box) => overlaps(box, { x, y, ...size })))
  const [x, y] = free ?? spots[0] ?? [0, 0]
  taken.push({ x, y, ...size })
  const colour = look.tones.major.light
  const plate = {
    x: x - size.width / 2,
    y: y - size.height / 2,
    width: size.width,
    height: size.height,
    rx: 1.5,
  }
  const style = isAllowed
    ? { fill: ink.paper, 'fill-opacity': 0.9 }
    : { fill: ink.paper, stroke: colour, 'stroke-width': 0.7 }
  return (
    element('rect', { ...plate, ...style }) +
    words(text, x, y + smallText * 0.36, {
      anchor: 'middle',
      fill: isAllowed ? ink.second : colour,
      strong: !isAllowed,
    })
  )
}

function overlaps(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
}

/** A state: its name over its figures; a bar on top where paths begin, one below where they end. */
function drawState(flow: Flow, { id, x, y, width, height }: Placed): string {
  const state = flow.states.find((each) => each.id === id)
  if (!state) return ''
  const [left, top] = [x - width / 2, y - height / 2]
  const bar = { stroke: ink.accent, 'stroke-width': 2 }
  return [
    element('rect', {
      x: left,
      y: top,
      width,
      height,
      rx: 2,
      fill: ink.mist,
      stroke: ink.second,
      'stroke-width': 0.6,
    }),
    state.isStart ? line(left + 2, top, left + width - 2, top, bar) : '',
    state.isEnd ? line(left + 2, top + height, left + width - 2, top + height, bar) : '',
    words(state.label, x, y - 2.2, { anchor: 'middle', fill: ink.ink, strong: true }),
    words(state.figures, x, y + 8, { anchor: 'middle' }),
  ].join('')
}
