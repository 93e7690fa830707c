import { look, type ToneName } from '#base/look.ts'

/** A drawn chart: the same for pages, documents and slides. alt says in words what the picture shows; sizes in points. */
export type Chart = {
  readonly svg: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** Colours of charts on paper. */
export const ink = look.light

/** Size of the smallest text on paper, in points. */
export const smallText = look.size.small * look.paperPoints

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element; numbers are written with at most two decimals so that equal charts are equal bytes. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escaped(String(value))}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Words in a chart; `anchor` says which end stands at x. */
export function words(
  text: string,
  x: number,
  y: number,
  { anchor = 'start', size = smallText, fill = ink.second, strong = false }: WordStyle = {},
): string {
  const weight = strong ? look.weight.strong : look.weight.text
  const attributes = { x, y, 'text-anchor': anchor, 'font-size': size, 'font-weight': weight, fill }
  return element('text', attributes, escaped(text))
}

type WordStyle = {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly fill?: string
  readonly strong?: boolean
}

/** A whole drawing with its alternative text. */
export function drawing(width: number, height: number, alt: string, parts: readonly string[]): Chart {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    'font-family': look.fonts.join(', '),
    role: 'img',
    'aria-label': alt,
  }
  return { svg: element('svg', attributes, parts.join('')), alt, width, height }
}

/** The shape of a tone, centred on x and y; the word for it stands beside it in the text. */
export function mark(tone: ToneName, x: number, y: number, size: number): string {
  const { light: fill, shape } = look.tones[tone]
  const r = size / 2
  const outline = { fill: 'none', stroke: fill, 'stroke-width': size / 7 }
  const ring = element('circle', { cx: x, cy: y, r: r - size / 14, ...outline })
  if (shape === 'disc') return element('circle', { cx: x, cy: y, r, fill })
  if (shape === 'ring') return ring
  if (shape === 'square')
    return element('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill })
  if (shape === 'triangle')
    return polygon(
      [
        [x, y - r],
        [x + r, y + r * 0.8],
        [x - r, y + r * 0.8],
      ],
      { fill },
    )
  if (shape === 'diamond')
    return polygon(
      [
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ],
      outline,
    )
  if (shape === 'half') {
    const half = `M ${round(x)} ${round(y - r)} A ${round(r)} ${round(r)} 0 0 0 ${round(x)} ${round(y + r)} Z`
    return ring + element('path', { d: half, fill })
  }
  const reach = r * 0.68
  return (
    ring +
    element('line', {
      x1: x - reach,
      y1: y + reach,
      x2: x + reach,
      y2: y - reach,
      stroke: fill,
      'stroke-width': size / 7,
    })
  )
}

/** A closed shape through the given points. */
export function polygon(points: readonly (readonly [number, number])[], style: Attributes): string {
  return element('polygon', { points: points.map(([x, y]) => `${round(x)},${round(y)}`).join(' '), ...style })
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, style: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...style })
}

/** Width that words will take, in points: the mean advance of the font, enough to keep labels apart. */
export function widthOf(text: string, size = smallText): number {
  return (text.length + (/\S%/.test(text) ? wideSign : 0)) * size * 0.56
}

/** A percent sign is as wide as its blank and a letter; where it stands without one, that much is missing. */
const wideSign = 0.7

/** At most two decimals, without a trailing zero. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
