import { type Chart, drawing, element, ink, round } from './svg.ts'

/** A line without axes for a table cell; a missing month is a gap. */
export function drawSpark(
  values: readonly (number | undefined)[],
  alt: string,
  width: number,
  height: number,
): Chart {
  const known = values.filter((value) => value !== undefined)
  const [lowest, highest] = [Math.min(...known), Math.max(...known)]
  const x = (place: number) => 2 + ((width - 4) * place) / Math.max(1, values.length - 1)
  const y = (value: number) =>
    highest === lowest ? height / 2 : height - 2 - ((height - 4) * (value - lowest)) / (highest - lowest)
  let isDown = false
  const steps = values.map((value, place) => {
    const step = value === undefined ? '' : `${isDown ? 'L' : 'M'} ${round(x(place))} ${round(y(value))}`
    isDown = value !== undefined
    return step
  })
  const last = values.findLastIndex((value) => value !== undefined)
  const end = values[last]
  return drawing(width, height, alt, [
    element('path', {
      d: steps.join(' ').trim(),
      fill: 'none',
      stroke: ink.accent,
      'stroke-width': 0.9,
      'stroke-linejoin': 'round',
    }),
    end === undefined ? '' : element('circle', { cx: x(last), cy: y(end), r: 1.4, fill: ink.accent }),
  ])
}
