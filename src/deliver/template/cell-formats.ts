import { look } from '#base/look.ts'
import type { CellLook } from './workbook-template.ts'

/** The styles of two workbooks in one: where each format of ours stands now. */
export type MergedStyles = Readonly<{
  text: string
  formats: readonly number[]
  firstDifference: number
  /** Formats of ours that are titles, and how high their rows are, in points. */
  titles: ReadonlySet<number>
  titleHeight: number
}>

const mist = `FF${look.light.mist.slice(1)}`

/**
 * Adds the formats of our cells to the styles of a template. Letters take its face; titles, heads of tables and cells for
 * input take its cell styles, where it has them.
 */
export function mergeStyles(
  theirs: string,
  ours: string,
  looks: ReadonlyMap<CellLook, number>,
): MergedStyles {
  const [fonts, fills, borders] = (['font', 'fill', 'border'] as const).map((name) => ({
    own: childrenOf(ours, `${name}s`, name),
    first: childrenOf(theirs, `${name}s`, name).length,
  }))
  const usual = childrenOf(theirs, 'fonts', 'font')[0] ?? ''
  const formats = childrenOf(ours, 'numFmts', 'numFmt')
  const most = Math.max(
    163,
    ...childrenOf(theirs, 'numFmts', 'numFmt').map((one) => numberIn(one, 'numFmtId')),
  )
  const numbers = new Map(formats.map((one, at) => [numberIn(one, 'numFmtId'), most + 1 + at]))
  const named = childrenOf(theirs, 'cellStyleXfs', 'xf')
  const firstFormat = childrenOf(theirs, 'cellXfs', 'xf').length
  const ownFormats = childrenOf(ours, 'cellXfs', 'xf')
  const added = ownFormats.map((format) => {
    const kind = lookOf(format, fonts?.own ?? [], fills?.own ?? [])
    const place = kind === undefined ? undefined : looks.get(kind)
    const style = place === undefined ? undefined : named[place]
    const number = numbers.get(numberIn(format, 'numFmtId')) ?? numberIn(format, 'numFmtId')
    const of = (name: string, first: number | undefined) =>
      style === undefined ? numberIn(format, name) + (first ?? 0) : numberIn(style, name)
    const [alignment = ''] = /<alignment\b[^>]*>/.exec(format) ?? []
    return `<xf numFmtId="${number}" fontId="${of('fontId', fonts?.first)}" fillId="${of('fillId', fills?.first)}" borderId="${of('borderId', borders?.first)}" xfId="${place ?? 0}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment === '' ? '' : ' applyAlignment="1"'}>${alignment}</xf>`
  })
  const firstDifference = childrenOf(theirs, 'dxfs', 'dxf').length
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [
      'numFmts',
      formats.map((one) =>
        one.replace(/numFmtId="\d+"/, `numFmtId="${numbers.get(numberIn(one, 'numFmtId'))}"`),
      ),
    ],
    ['fonts', (fonts?.own ?? []).map((font) => inFace(font, usual))],
    ['fills', fills?.own ?? []],
    ['borders', borders?.own ?? []],
    ['cellXfs', added],
    ['dxfs', childrenOf(ours, 'dxfs', 'dxf')],
  ]
  return {
    text: steps.reduce((text, [name, children]) => withChildren(text, name, children), theirs),
    formats: ownFormats.map((_, at) => firstFormat + at),
    firstDifference,
    titles: new Set(
      ownFormats.flatMap((format, at) =>
        lookOf(format, fonts?.own ?? [], fills?.own ?? []) === 'title' ? [at] : [],
      ),
    ),
    titleHeight: Math.ceil(1.4 * sizeOfTitle(theirs, named[looks.get('title') ?? -1])),
  }
}

/** How large the letters of a title are in the template; without a style for it, as large as ours. */
function sizeOfTitle(theirs: string, style: string | undefined): number {
  const font = style && childrenOf(theirs, 'fonts', 'font')[numberIn(style, 'fontId')]
  return Number(/<sz val="([\d.]+)"/.exec(font ?? '')?.[1] ?? 16)
}

/** What a format of ours is for, told by its look: nothing else has it. */
export function lookOf(
  format: string,
  fonts: readonly string[],
  fills: readonly string[],
): CellLook | undefined {
  const font = fonts[numberIn(format, 'fontId')] ?? ''
  const isBold = /<b(?: val="1")?\/>/.test(font)
  if (isBold && /<sz val="16"\/>/.test(font)) return 'title'
  if (
    isBold &&
    /<alignment\b[^>]*(?:vertical="top"[^>]*wrapText="1"|wrapText="1"[^>]*vertical="top")/.test(format)
  )
    return 'head'
  return (fills[numberIn(format, 'fillId')] ?? '').includes(`fgColor rgb="${mist}"`) ? 'input' : undefined
}

/** A font of ours in the face of the template, in its usual size unless ours is larger than usual. */
function inFace(font: string, usual: string): string {
  const [name = '<name val="Calibri"/>'] = /<name\b[^>]*\/>/.exec(usual) ?? []
  const [size = '<sz val="11"/>'] = /<sz\b[^>]*\/>/.exec(usual) ?? []
  const [colour = ''] = /<color\b[^>]*\/>/.exec(usual) ?? []
  const [family = ''] = /<family\b[^>]*\/>/.exec(usual) ?? []
  const [scheme = ''] = /<scheme\b[^>]*\/>/.exec(usual) ?? []
  const [bold = ''] = /<b(?: val="\d")?\/>/.exec(font) ?? []
  const [own = ''] = /<sz\b[^>]*\/>/.exec(font) ?? []
  const [ownColour = colour] = /<color rgb="[0-9A-F]{8}"\/>/.exec(font) ?? []
  const isUsual = own === '' || own === '<sz val="11"/>'
  return `<font>${bold}${isUsual ? size : own}${ownColour}${name}${family}${scheme}</font>`
}

/** The children of a list in the styles, as text. */
export function childrenOf(text: string, list: string, child: string): readonly string[] {
  const from = indexOfList(text, list)
  if (from < 0) return []
  const inner = text.slice(from, text.indexOf(`</${list}>`, from))
  const found: string[] = []
  let at = inner.indexOf('>') + 1
  for (let open = nextOf(inner, child, at); open >= 0; open = nextOf(inner, child, at)) {
    const head = inner.indexOf('>', open)
    const end = inner[head - 1] === '/' ? head + 1 : inner.indexOf(`</${child}>`, head) + child.length + 3
    found.push(inner.slice(open, end))
    at = end
  }
  return found
}

function nextOf(text: string, name: string, from: number): number {
  return [`<${name} `, `<${name}>`, `<${name}/>`]
    .map((start) => text.indexOf(start, from))
    .filter((at) => at >= 0)
    .reduce((least, at) => (least < 0 ? at : Math.min(least, at)), -1)
}

function indexOfList(text: string, list: string): number {
  const at = nextOf(text, list, 0)
  const head = text.indexOf('>', at)
  return at < 0 || text[head - 1] === '/' ? -1 : at
}

/** The order of the lists in the styles (ISO/IEC 29500-1, 18.8.39). */
const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]

/** The styles with more children in one of their lists. */
export function withChildren(text: string, list: string, children: readonly string[]): string {
  if (children.length === 0) return text
  const from = indexOfList(text, list)
  if (from >= 0) {
    const end = text.indexOf(`</${list}>`, from)
    const head = text.indexOf('>', from)
    const all = `${text.slice(head + 1, end)}${children.join('')}`
    const count = childrenOf(text, list, list.slice(0, -1) === 'cellXf' ? 'xf' : list.slice(0, -1)).length
    return `${text.slice(0, from)}<${list} count="${count + children.length}">${all}${text.slice(end)}`
  }
  const plain = withoutEmpty(text, list)
  const later = order.slice(order.indexOf(list) + 1)
  const before =
    later.map((name) => nextOf(plain, name, 0)).find((at) => at >= 0) ?? plain.indexOf('</styleSheet>')
  return `${plain.slice(0, before)}<${list} count="${children.length}">${children.join('')}</${list}>${plain.slice(before)}`
}

function withoutEmpty(text: string, list: string): string {
  const at = nextOf(text, list, 0)
  return at < 0 ? text : text.slice(0, at) + text.slice(text.indexOf('>', at) + 1)
}

function numberIn(element: string, name: string): number {
  const at = element.indexOf(` ${name}="`)
  return at < 0 ? 0 : Number.parseInt(element.slice(at + name.length + 3), 10)
}
