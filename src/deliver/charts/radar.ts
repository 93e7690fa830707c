import { type Chart, drawing, element, ink, line, polygon, round, smallText, words } from './svg.ts'

/** One axis of a radar; an axis without a percent was not assessed and breaks the outline. */
export type RadarAxis = {
  readonly label: readonly string[]
  readonly percent?: number
  readonly note: string
}

/** Rings of a radar: the ends of the bands of achievement, in percent. */
export type RadarRing = { readonly percent: number; readonly label: string }

/** A radar of percentages from 0 at the centre to 100 at the rim. */
export function drawRadar(
  axes: readonly RadarAxis[],
  rings: readonly RadarRing[],
  alt: string,
  width: number,
): Chart {
  const radius = width / 2 - 92
  const [cx, cy] = [width / 2, radius + 56]
  const spot = (place: number, percent: number): readonly [number, number] => {
    const angle = (2 * Math.PI * place) / axes.length - Math.PI / 2
    return [cx + (Math.cos(angle) * radius * percent) / 100, cy + (Math.sin(angle) * radius * percent) / 100]
  }
  const parts = [
    ...rings.map(({ percent }) =>
      polygon(
        axes.map((_, place) => spot(place, percent)),
        { fill: 'none', stroke: ink.second, 'stroke-opacity': 0.45, 'stroke-width': 0.5 },
      ),
    ),
    ...axes.map((axis, place) => spoke(axis, spot(place, 100), [cx, cy])),
    outline(axes, spot),
    ...axes.map(({ percent }, place) => (percent === undefined ? '' : bead(spot(place, percent)))),
    ...rings.map(({ percent, label }) =>
      words(label, cx + 3, cy - (radius * percent) / 100 + smallText + 1, { size: smallText * 0.9 }),
    ),
    ...axes.flatMap((axis, place) => label(axis, spot(place, 108), [cx, cy])),
  ]
  return drawing(width, 2 * radius + 112, alt, parts)
}

type Spot = readonly [number, number]

function spoke({ percent }: RadarAxis, [x, y]: Spot, [cx, cy]: Spot): string {
  return line(cx, cy, x, y, {
    stroke: percent === undefined ? ink.second : ink.line,
    'stroke-width': 0.6,
    ...(percent === undefined ? { 'stroke-dasharray': '1.5 2.5' } : {}),
  })
}

/** Sides only between neighbours that both have a value: nothing is drawn through what nobody assessed. */
function outline(axes: readonly RadarAxis[], spot: (place: number, percent: number) => Spot): string {
  const known = axes.flatMap(({ percent }, place) => (percent === undefined ? [] : [spot(place, percent)]))
  const style = { stroke: ink.accent, 'stroke-width': 1.4, 'stroke-linejoin': 'round' }
  if (known.length === axes.length) return polygon(known, { ...style, fill: ink.accent, 'fill-opacity': 0.1 })
  const sides = axes.flatMap(({ percent }, place) => {
    const next = (place + 1) % axes.length
    const other = axes[next]?.percent
    if (percent === undefined || other === undefined) return []
    const [[x1, y1], [x2, y2]] = [spot(place, percent), spot(next, other)]
    return [`M ${round(x1)} ${round(y1)} L ${round(x2)} ${round(y2)}`]
  })
  return sides.length === 0 ? '' : element('path', { d: sides.join(' '), fill: 'none', ...style })
}

function bead([cx, cy]: Spot): string {
  return element('circle', { cx, cy, r: 2.6, fill: ink.accent })
}

function label({ label: lines, percent, note }: RadarAxis, [x, y]: Spot, [cx, cy]: Spot): string[] {
  const anchor = anchorOf(x - cx)
  const step = smallText * 1.25
  const top = y - shareAbove(y - cy, anchor) * lines.length * step + 2
  return [
    ...lines.map((text, place) =>
      words(text, x, top + place * step, { anchor, fill: ink.ink, strong: true }),
    ),
    words(note, x, top + lines.length * step, {
      anchor,
      fill: percent === undefined ? ink.second : ink.accent,
    }),
  ]
}

/** How much of a label stands above its spot: all of it at the top, none at the bottom, half at the sides. */
function shareAbove(offset: number, anchor: string): number {
  if (anchor !== 'middle') return 0.5
  return offset < 0 ? 1 : 0
}

function anchorOf(offset: number): 'start' | 'middle' | 'end' {
  if (Math.abs(offset) < 8) return 'middle'
  return offset > 0 ? 'start' : 'end'
}
