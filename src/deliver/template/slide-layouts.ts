import type { TemplateGap } from './gap.ts'
import { linked, type OfficePackage, targetOf, textOf } from './office-package.ts'
import { attribute } from './plain-xml.ts'
import { refused } from './refuse.ts'

/** A rectangle in the units of a presentation. */
export type Area = Readonly<{ x: number; y: number; w: number; h: number }>

/** A placeholder of a layout, with its place and the size of its text, where layout or master say so. */
export type SlidePlace = Readonly<{ type: string; idx: string | undefined; area?: Area; size?: number }>

export type Layout = Readonly<{ part: string; name: string; type: string; places: readonly SlidePlace[] }>

/** What a deck needs layouts for. */
export const uses = ['cover', 'text', 'figures'] as const
export type Use = (typeof uses)[number]

/** How a template for slides is used: its size, the layout for each use, and what is not in it. */
export type SlideTemplate = Readonly<{
  size: Readonly<{ w: number; h: number }>
  master: string
  layouts: Readonly<Record<Use, Layout>>
  gaps: readonly TemplateGap[]
}>

const mostLayouts = 200

/** How the layout for a use is found: by its type, then by its name, then by its placeholders. */
const wanted: Readonly<
  Record<
    Use,
    Readonly<{ says: string; types: readonly string[]; name: RegExp; fits: (layout: Layout) => boolean }>
  >
> = {
  cover: {
    says: 'Title Slide',
    types: ['title'],
    name: /^(title slide|cover|titelfolie|diapositive de titre|diapositiva titolo|copertina)/i,
    fits: (layout) => placeOf(layout, 'ctrTitle') !== undefined,
  },
  text: {
    says: 'Title and Content',
    types: ['obj', 'tx'],
    name: /^(title and (content|text)|titel und (inhalt|text)|titre et (contenu|texte)|titolo e (contenuto|testo))/i,
    fits: (layout) => placeOf(layout, 'title') !== undefined && contentOf(layout) !== undefined,
  },
  figures: {
    says: 'Title Only',
    types: ['titleOnly'],
    name: /^(title only|nur titel|titre seul|solo titolo)/i,
    fits: (layout) => placeOf(layout, 'title') !== undefined && contentOf(layout) === undefined,
  },
}

/** Reads masters and layouts of a presentation, chooses one for each use, and names what it does not have. */
export function readSlideTemplate(pack: OfficePackage, main: string): SlideTemplate {
  const text = textOf(pack, main)
  const size = sizeOf(text)
  const masters = [...text.matchAll(/<p:sldMasterId\b[^>]*>/g)]
    .map(([element]) => targetOf(pack, main, attribute(element, 'r:id') ?? '') ?? '')
    .filter((name) => pack.parts.has(name))
  const [master] = masters
  if (master === undefined)
    throw refused('has no slide master', 'Save it in PowerPoint with a master and its layouts.')
  if (linked(pack, master, 'theme').length === 0)
    throw refused('has a master without a theme', 'Save it anew in PowerPoint.')
  const layouts = masters.flatMap((one) => layoutsOf(pack, one))
  const [first] = layouts
  if (!first)
    throw refused('has a slide master without layouts', 'Add the layouts Title Slide and Title Only.')
  if (layouts.length > mostLayouts)
    throw refused(
      `has ${layouts.length} layouts, and ${mostLayouts} are read`,
      'Take those out that nobody uses.',
    )
  const found = uses.map((use) => ({ use, layout: find(layouts, use) }))
  const chosen = Object.fromEntries(
    found.map(({ use, layout }) => [use, layout ?? secondBest(layouts, use) ?? first]),
  ) as Record<Use, Layout> // every use has an entry
  const lacking = found
    .filter(({ layout }) => layout === undefined)
    .map(({ use }) => ({
      lacks: `Layout "${wanted[use].says}" (type ${wanted[use].types[0]})`,
      instead: `the layout "${chosen[use].name}"`,
    }))
  return { size, master, layouts: chosen, gaps: [...lacking, ...placeGaps(chosen)] }
}

function sizeOf(text: string): SlideTemplate['size'] {
  const [element = ''] = /<p:sldSz\b[^>]*>/.exec(text) ?? []
  const [w, h] = [Number(attribute(element, 'cx')), Number(attribute(element, 'cy'))]
  const isUsable = w >= 4_000_000 && h >= 3_000_000 && w <= 51_206_400 && h <= 51_206_400 && w > h
  if (!isUsable)
    throw refused(
      'has slides of a size that is not used',
      'Set a page in landscape, such as 13.33 by 7.5 inches.',
    )
  return { w, h }
}

function find(layouts: readonly Layout[], use: Use): Layout | undefined {
  const { types, name, fits } = wanted[use]
  return (
    layouts.find(({ type }) => types.includes(type)) ??
    layouts.find((layout) => name.test(layout.name)) ??
    layouts.find(fits)
  )
}

/** Text may stand where figures would, and figures in place of text. */
function secondBest(layouts: readonly Layout[], use: Use): Layout | undefined {
  return use === 'cover' ? find(layouts, 'figures') : (find(layouts, 'text') ?? find(layouts, 'figures'))
}

function placeGaps(chosen: Readonly<Record<Use, Layout>>): readonly TemplateGap[] {
  const { cover, text, figures } = chosen
  const lacks = (layout: Layout, says: string, instead: string) => ({
    lacks: `Placeholder ${says} in the layout "${layout.name}"`,
    instead,
  })
  const titles = [...new Set([cover, text, figures])]
    .filter((layout) => titleOf(layout) === undefined)
    .map((layout) => lacks(layout, 'title', 'a text box at the top'))
  const small = [...new Set([text, figures])].flatMap((layout) => [
    ...(placeOf(layout, 'ftr') ? [] : [lacks(layout, 'footer (ftr)', 'no footer')]),
    ...(placeOf(layout, 'sldNum') ? [] : [lacks(layout, 'slide number (sldNum)', 'no number')]),
  ])
  return [
    ...titles,
    ...(placeOf(cover, 'subTitle')
      ? []
      : [lacks(cover, 'subtitle (subTitle)', 'a text box below the title')]),
    ...(contentOf(text) ? [] : [lacks(text, 'content (body)', 'text boxes')]),
    ...small,
  ]
}

function layoutsOf(pack: OfficePackage, master: string): readonly Layout[] {
  const text = textOf(pack, master)
  const inherited = placesOf(text)
  const titleSize = sizeIn(/<p:titleStyle>.*?<\/p:titleStyle>/s.exec(text)?.[0] ?? '') ?? 4400
  const bodySize = sizeIn(/<p:bodyStyle>.*?<\/p:bodyStyle>/s.exec(text)?.[0] ?? '') ?? 2800
  const parents: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body', obj: 'body' }
  return [...text.matchAll(/<p:sldLayoutId\b[^>]*>/g)].flatMap(([element]) => {
    const part = targetOf(pack, master, attribute(element, 'r:id') ?? '')
    if (part === undefined || !pack.parts.has(part)) return []
    const own = textOf(pack, part)
    const root = /<p:sldLayout\b[^>]*>/.exec(own)?.[0] ?? ''
    const places = placesOf(own).map((place): SlidePlace => {
      const from = inherited.find(({ type }) => type === (parents[place.type] ?? place.type))
      const area = place.area ?? from?.area
      const usual = /itle$/.test(place.type) && place.type !== 'subTitle' ? titleSize : bodySize
      return { ...place, ...(area ? { area } : {}), size: place.size ?? from?.size ?? usual }
    })
    const name = attribute(/<p:cSld\b[^>]*>/.exec(own)?.[0] ?? '', 'name') ?? part
    return [{ part, name, type: attribute(root, 'type') ?? '', places }]
  })
}

function placesOf(text: string): readonly SlidePlace[] {
  return [...text.matchAll(/<p:sp(?: [^>]*)?>.*?<\/p:sp>/gs)].flatMap(([shape]) => {
    const [ph] = /<p:ph\b[^>]*>/.exec(shape) ?? []
    if (ph === undefined) return []
    const area = areaOf(shape)
    const size = sizeIn(/<a:lstStyle>.*?<\/a:lstStyle>/s.exec(shape)?.[0] ?? '')
    return [
      {
        type: attribute(ph, 'type') ?? 'obj',
        idx: attribute(ph, 'idx'),
        ...(area ? { area } : {}),
        ...(size === undefined ? {} : { size }),
      },
    ]
  })
}

function areaOf(shape: string): Area | undefined {
  const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"\/>/.exec(shape) ?? []
  const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(shape) ?? []
  return w === undefined ? undefined : { x: Number(x), y: Number(y), w: Number(w), h: Number(h) }
}

function sizeIn(style: string): number | undefined {
  const [, size] = /<a:lvl1pPr\b.*?<a:defRPr\b[^>]*? sz="(\d+)"/s.exec(style) ?? []
  return size === undefined ? undefined : Number(size)
}

/** The first placeholder of a type. */
export function placeOf({ places }: Pick<Layout, 'places'>, type: string): SlidePlace | undefined {
  return places.find((place) => place.type === type)
}

export function titleOf(layout: Layout): SlidePlace | undefined {
  return placeOf(layout, 'ctrTitle') ?? placeOf(layout, 'title')
}

/** The largest placeholder that takes text or anything. */
export function contentOf({ places }: Pick<Layout, 'places'>): SlidePlace | undefined {
  const size = ({ area }: SlidePlace) => (area ? area.w * area.h : 0)
  return places
    .filter(({ type }) => type === 'obj' || type === 'body')
    .toSorted((one, other) => size(other) - size(one))[0]
}
