import { SaxesParser } from 'saxes'
import { Refusal } from '#base/refusal.ts'

/** What draws. Everything else is dropped with what is in it, unless it could run, load or lead away: that is refused. */
const drawing = new Set(
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask pattern'.split(
    ' ',
  ),
)
const running =
  /^(?:script|foreignobject|iframe|object|embed|handler|listener|animate.*|set|audio|video|image|feimage|a|style|link)$/i
const kept = new Set(
  'id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity clip-path clip-rule mask offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternTransform preserveAspectRatio font-family font-size font-weight text-anchor dx dy xmlns display visibility color'.split(
    ' ',
  ),
)

/** As deep as a drawing may be nested, and as many parts as it may have. */
const deepest = 60
const most = 20_000

/**
 * The same drawing with nothing in it but shapes: no script, style sheet, link, picture from elsewhere, comment or name
 * space of a drawing program. What could do anything is refused and named, so that nobody wonders what became of it.
 */
export function cleanSvg(text: string): string {
  const parser = new SaxesParser()
  const out: string[] = []
  let depth = 0
  let count = 0
  let dropped = 0
  parser.on('doctype', () => refuse('a document type'))
  parser.on('error', (error) => refuse(`something that is no XML (${error.message})`))
  parser.on('opentag', ({ name, attributes, isSelfClosing: _ }) => {
    depth += 1
    count += 1
    if (depth > deepest || count > most) refuse('too many parts')
    if (running.test(local(name))) refuse(`<${local(name)}>`)
    const written = Object.entries(attributes).flatMap(([key, value]) => attributeOf(key, value))
    if (depth === 1 && name !== 'svg') refuse(`<${name}> instead of <svg>`)
    if (dropped > 0 || !drawing.has(name)) dropped += 1
    else out.push(`<${name}${written.join('')}>`)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (dropped > 0) dropped -= 1
    else out.push(`</${name}>`)
  })
  parser.on('text', (said) => {
    if (dropped === 0 && depth > 0) out.push(escaped(said))
  })
  parser.write(text).close()
  const clean = out.join('')
  return clean.includes('xmlns="') ? clean : clean.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}

/** An attribute as it may stand; an event or an address that leads out of the drawing is refused. */
function attributeOf(key: string, value: string): readonly string[] {
  const name = local(key)
  if (/^on/i.test(name)) refuse(`the attribute ${name}`)
  if (name === 'href') {
    if (!/^#[\w-]+$/.test(value)) refuse(`an address (${value.slice(0, 40)})`)
    return [` href="${value}"`]
  }
  if (/javascript:|url\(\s*['"]?(?!#)|@import|expression\(/i.test(value)) refuse(`an address in ${name}`)
  if (name === 'style') return styleOf(value)
  return kept.has(key) ? [` ${key}="${escaped(value)}"`] : []
}

/** A style as the attributes it stands for. */
function styleOf(value: string): readonly string[] {
  return value.split(';').flatMap((part) => {
    const [key = '', said = ''] = part.split(':').map((piece) => piece.trim())
    return kept.has(key) && said !== '' ? [` ${key}="${escaped(said)}"`] : []
  })
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function refuse(what: string): never {
  throw new Refusal(
    'invalid',
    `The drawing holds ${what}, which a logo does not need. Save it as plain SVG without scripts, links and pictures, or as PNG.`,
  )
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
