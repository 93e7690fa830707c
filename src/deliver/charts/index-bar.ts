import { look, type ToneName } from '#base/look.ts'
import { type Chart, drawing, element, ink, line, smallText, words } from './svg.ts'

/** The index on its scale: where it stands, what holds it, and where it would lie without. All out of 100. */
export type IndexScale = {
  readonly alt: string
  readonly index: number
  readonly cap: number
  /** What is said at the cap. */
  readonly held: string
  readonly low: number
  readonly high: number
  readonly tone: ToneName
  readonly steps: readonly number[]
}

/** A scale from 0 to 100 with the possible caps, the range without a cap, and the index. */
export function drawIndex(
  { alt, index, cap, held, low, high, tone, steps }: IndexScale,
  width: number,
): Chart {
  const [left, right, y] = [4, width - 8, 20]
  const at = (value: number) => left + ((right - left) * value) / 100
  const colour = look.tones[tone].light
  const parts = [
    element('rect', {
      x: left,
      y: y - 4,
      width: right - left,
      height: 8,
      fill: ink.mist,
      stroke: ink.line,
      'stroke-width': 0.5,
    }),
    element('rect', {
      x: at(low),
      y: y - 4,
      width: Math.max(0.8, at(high) - at(low)),
      height: 8,
      fill: ink.second,
      'fill-opacity': 0.28,
    }),
    element('rect', { x: left, y: y - 2, width: at(index) - left, height: 4, fill: colour }),
    ...steps.map((step) =>
      line(at(step), y + 4, at(step), y + 8, { stroke: ink.second, 'stroke-width': 0.6 }),
    ),
    ...[0, ...steps, 100]
      .filter((step) => step !== 100 || at(100) - at(steps.at(-1) ?? 0) > 20)
      .map((step) => words(String(step), at(step), y + 9 + smallText, { anchor: 'middle' })),
    line(at(cap), y - 9, at(cap), y + 8, { stroke: ink.ink, 'stroke-width': 1.2 }),
    words(held, at(cap) + (cap > 80 ? -3 : 3), y - 8, {
      fill: ink.ink,
      anchor: cap > 80 ? 'end' : 'start',
    }),
  ]
  return drawing(width, y + smallText + 13, alt, parts)
}
