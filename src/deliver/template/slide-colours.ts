import { contrast, fewestContrast } from '#base/brand.ts'
import { look } from '#base/look.ts'
import { linked, type OfficePackage, textOf } from './office-package.ts'
import { attribute } from './plain-xml.ts'

/** What each colour of our slides becomes in a theme of somebody else, by its six digits. */
export type ColourMap = ReadonlyMap<string, string>

/** Shapes and lines have to stand out this much (WCAG 2.2, 1.4.11). */
const fewestForShapes = 3

const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const

/** Our colours as colours of the theme of a master; one that could not be read there is taken from its text instead. */
export function coloursOf(pack: OfficePackage, master: string): ColourMap {
  const [theme] = linked(pack, master, 'theme')
  const hexes = schemeOf(textOf(pack, theme?.target ?? ''))
  const map = /<p:clrMap\b[^>]*>/.exec(textOf(pack, master))?.[0] ?? ''
  return mapped((name) => hexes.get(attribute(map, name) ?? name) ?? hexes.get(name))
}

/** The same for charts of a workbook, whose ground is the first light colour. */
export function bookColours(pack: OfficePackage, theme: string | undefined): ColourMap {
  const hexes = schemeOf(textOf(pack, theme ?? ''))
  const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
  return theme === undefined ? new Map() : mapped((name) => hexes.get(usual[name] ?? name))
}

function mapped(find: (name: string) => string | undefined): ColourMap {
  const ground = find('bg1') ?? look.light.paper
  const isDark = contrast(ground, '#FFFFFF') > contrast(ground, '#000000')
  const stands = (name: string, least: number) => contrast(find(name) ?? ground, ground) >= least
  const plain = (name: string) => `<a:schemeClr val="${name}"/>`
  const tint = (light: number) =>
    isDark
      ? `<a:schemeClr val="bg1"><a:lumMod val="${light * 1000}"/><a:lumOff val="${(100 - light) * 1000}"/></a:schemeClr>`
      : `<a:schemeClr val="bg1"><a:lumMod val="${light * 1000}"/></a:schemeClr>`
  // A tint below the text takes a little of its contrast.
  const strong = accents.find((name) => stands(name, fewestContrast + 0.6)) ?? 'tx1'
  const series = look.series.slice(0, accents.length).map((hex, at): readonly [string, string] => {
    const name = accents[at] ?? 'accent1'
    if (stands(name, fewestForShapes)) return [hex, plain(name)]
    const own = `<a:srgbClr val="${hex.slice(1).toUpperCase()}"/>`
    return [hex, contrast(hex, ground) >= fewestForShapes ? own : plain('tx1')]
  })
  const { ink, second, paper, mist, line, accent } = look.light
  const all: readonly (readonly [string, string])[] = [
    ...series,
    [ink, plain('tx1')],
    [second, plain(stands('tx2', fewestContrast + 0.6) ? 'tx2' : 'tx1')],
    [paper, plain('bg1')],
    [mist, tint(95)],
    [line, tint(85)],
    [accent, plain(strong)],
  ]
  return new Map(all.map(([hex, colour]) => [hex.slice(1).toUpperCase(), colour]))
}

/** The colours of a theme by name, as #RRGGBB. */
function schemeOf(theme: string): ReadonlyMap<string, string> {
  const [scheme = ''] = /<a:clrScheme\b.*?<\/a:clrScheme>/s.exec(theme) ?? []
  return new Map(
    [...scheme.matchAll(/<a:(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>(<a:\w+\b[^>]*>)/g)].flatMap(
      ([, name = '', element = '']) => {
        const hex = attribute(element, 'lastClr') ?? attribute(element, 'val') ?? ''
        return /^[0-9a-f]{6}$/i.test(hex) ? [[name, `#${hex.toUpperCase()}`] as const] : []
      },
    ),
  )
}

/** A part of ours in the colours and faces of a theme. */
export function inTheme(text: string, colours: ColourMap): string {
  return text
    .replaceAll(
      /<a:srgbClr val="([0-9A-Fa-f]{6})"\/>/g,
      (element, hex: string) => colours.get(hex.toUpperCase()) ?? element,
    )
    .replaceAll(/<a:latin typeface="[^"+][^"]*"[^>]*\/>/g, '<a:latin typeface="+mn-lt"/>')
    .replaceAll(/<a:(?:ea|cs) typeface="[^"+][^"]*"[^>]*\/>/g, '')
}
