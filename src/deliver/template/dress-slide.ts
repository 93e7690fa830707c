import { fitText } from '../deck/fit.ts'
import { bodyBox, page, sourceBox } from '../deck/slide.ts'
import type { Placed } from './gap.ts'
import { attribute, escapedText, unescaped } from './plain-xml.ts'
import { type ColourMap, inTheme } from './slide-colours.ts'
import {
  type Area,
  contentOf,
  type Layout,
  placeOf,
  type SlidePlace,
  type SlideTemplate,
  titleOf,
  type Use,
} from './slide-layouts.ts'

const perInch = 914_400

/** How a slide of ours stands on a layout: where its body goes, and how much smaller its text becomes. */
export type Fitting = Readonly<{ from: Area; to: Area; wide: number; high: number; share: number }>

/** What a slide is put into. */
export type Dressing = Readonly<{
  template: SlideTemplate
  layout: Layout
  use: Use
  colours: ColourMap
  placed: Placed
  footer: string
}>

/** The body of our slides goes into the room that the layout leaves for content. */
export function fittingOf({ template, layout, use }: Pick<Dressing, 'template' | 'layout' | 'use'>): Fitting {
  const { size, layouts } = template
  const whole = { x: 0, y: 0, w: Math.round(page.w * perInch), h: Math.round(page.h * perInch) }
  const from = use === 'cover' ? whole : ourBody
  const to = use === 'cover' ? { x: 0, y: 0, ...size } : roomOf(layout, contentOf(layouts.text)?.area, size)
  const [wide, high] = [to.w / from.w, to.h / from.h]
  return { from, to, wide, high, share: Math.min(wide, high) }
}

const ourBody: Area = {
  x: Math.round(bodyBox.x * perInch),
  y: Math.round(bodyBox.y * perInch),
  w: Math.round(bodyBox.w * perInch),
  h: Math.round((sourceBox.y + sourceBox.h - bodyBox.y) * perInch),
}

/** Text in placeholders stands so far from their edge; what is no text begins below it. */
const inset = 91_440

/** From below the title to above the foot; sides as the content of the template has them. */
function roomOf(layout: Layout, content: Area | undefined, size: SlideTemplate['size']): Area {
  const title = titleOf(layout)?.area
  const own = contentOf(layout)?.area ?? content
  const foot = ['ftr', 'sldNum', 'dt'].flatMap((type) => placeOf(layout, type)?.area?.y ?? [])
  const low = Math.min(...foot.filter((y) => y > size.h * 0.75), Math.round(size.h * 0.94))
  const below = title ? title.y + title.h : Math.round(size.h * 0.16)
  const y = own && own.y >= below - size.h * 0.03 ? own.y : below
  const x = (own?.x ?? title?.x ?? Math.round(size.w * 0.05)) + inset
  const w = (own?.w ?? title?.w ?? Math.round(size.w * 0.9)) - 2 * inset
  // Content that ends above the foot leaves room for the source line below it.
  return { x, y, w, h: Math.max(Math.round(size.h * 0.3), low - y - Math.round(size.h * 0.01)) }
}

/** A slide of ours on a layout of the template: placeholders by its own, everything else moved and scaled with its text. */
export function dressSlide(text: string, dressing: Dressing): string {
  const fitting = fittingOf(dressing)
  let isFirstText = true
  const shapes = text.replaceAll(/<p:sp(?: [^>]*)?>.*?<\/p:sp>/gs, (shape) => {
    const [ph] = /<p:ph\b[^>]*>/.exec(shape) ?? []
    const type = ph === undefined ? undefined : attribute(ph, 'type')
    if (type === 'title') return titleShape(shape, dressing)
    if (type === 'body') return bodyShape(shape, dressing, fitting)
    if (type === 'ftr') return smallShape(shape, 'ftr', dressing)
    if (type === 'sldNum') return smallShape(shape, 'sldNum', dressing)
    if (dressing.use !== 'cover' || !isFirstText || !shape.includes('<a:t>')) return scaled(shape, fitting)
    isFirstText = false
    return subtitleShape(shape, dressing, fitting)
  })
  const frames = shapes
    .replaceAll(/<p:(graphicFrame|cxnSp|pic)\b.*?<\/p:\1>/gs, (frame) => scaled(frame, fitting))
    .replace(/<p:bg>.*?<\/p:bg>/s, '')
  const dated = placeOf(dressing.layout, 'dt') && dressing.use !== 'cover' ? dateShape(dressing) : ''
  return inTheme(frames.replace('</p:spTree>', `${dated}</p:spTree>`), dressing.colours)
}

function phOf({ type, idx }: SlidePlace, extra = ''): string {
  const typed = type === 'obj' ? '' : ` type="${type}"`
  return `<p:ph${typed}${extra}${idx === undefined ? '' : ` idx="${idx}"`}/>`
}

/** The title in the size, face, colour and place of the template; smaller only where it would not fit. */
function titleShape(shape: string, { layout, template: { size } }: Dressing): string {
  const place = titleOf(layout)
  const said = unescaped([...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, run]) => run).join(''))
  const area = place?.area ?? { x: size.w * 0.05, y: size.h * 0.04, w: size.w * 0.9, h: size.h * 0.12 }
  const usual = (place?.size ?? 2800) / 100
  const sizes = Array.from({ length: 24 }, (_, step) => Math.round(usual * (1 - step * 0.035) * 2) / 2)
  const [w, h] = [(area.w - 2 * inset) / perInch, (area.h - inset) / perInch]
  const box = { x: 0, y: 0, w, h: Math.max(0.3, h) }
  const fitted = fitText([{ text: said, strong: true }], box, sizes).size
  const smaller = place && fitted >= usual ? '' : ` sz="${Math.round(fitted * 100)}"`
  const properties = place
    ? '<p:spPr/>'
    : `<p:spPr><a:xfrm><a:off x="${Math.round(area.x)}" y="${Math.round(area.y)}"/><a:ext cx="${Math.round(area.w)}" cy="${Math.round(area.h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
  return withParts(shape, {
    ph: place ? phOf(place) : '',
    properties,
    body: `<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="${languageOf(shape)}"${smaller}${place ? '' : ' b="1"'}/><a:t>${escapedText(said)}</a:t></a:r></a:p>`,
  })
}

/** Text in the content placeholder: its bullets are those of the template, what has none of ours has none. */
function bodyShape(shape: string, { layout }: Dressing, fitting: Fitting): string {
  const place = contentOf(layout)
  if (!place?.area) return scaled(shape.replace(/<p:ph\b[^>]*\/>/, ''), fitting)
  const share = Math.min(place.area.w / perInch / bodyBox.w, place.area.h / perInch / bodyBox.h, 1.2)
  return withParts(shape, {
    ph: phOf(place),
    properties: '<p:spPr/>',
    body: `<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphsOf(shape, share)}`,
  })
}

function subtitleShape(shape: string, dressing: Dressing, fitting: Fitting): string {
  const place = placeOf(dressing.layout, 'subTitle')
  if (!place?.area) return belowTitle(shape, dressing, fitting)
  return withParts(shape, {
    ph: phOf(place),
    properties: '<p:spPr/>',
    body: `<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphsOf(shape, undefined)}`,
  })
}

function belowTitle(shape: string, { layout, template: { size } }: Dressing, fitting: Fitting): string {
  const title = titleOf(layout)?.area
  const moved = scaled(shape, fitting)
  if (!title) return moved
  const y = Math.min(title.y + title.h + Math.round(size.h * 0.02), Math.round(size.h * 0.85))
  return moved.replace(/<a:off x="-?\d+" y="-?\d+"\/>/, `<a:off x="${title.x}" y="${y}"/>`)
}

/** Paragraphs without what fixes their look; share: how their sizes change, or none for the size of the placeholder. */
function paragraphsOf(shape: string, share: number | undefined): string {
  const [body = ''] = /<a:p>.*<\/a:p>/s.exec(shape) ?? []
  return body
    .replaceAll(/<a:p>(<a:pPr(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>))?/gs, (_, properties: string | undefined) =>
      properties?.includes('<a:buChar') || properties?.includes('<a:buAutoNum')
        ? '<a:p>'
        : '<a:p><a:pPr marL="0" indent="0"><a:buNone/></a:pPr>',
    )
    .replaceAll(/<a:rPr\b([^>]*?)(?:\/>|>.*?<\/a:rPr>)/gs, (_, given: string) => {
      const bold = given.includes(' b="1"') ? ' b="1"' : ''
      const size = Number(attribute(`<a:rPr${given}>`, 'sz'))
      const scaledSize = share === undefined || !size ? '' : ` sz="${Math.round((size * share) / 50) * 50}"`
      return `<a:rPr lang="${attribute(`<a:rPr${given}>`, 'lang') ?? 'en-GB'}"${scaledSize}${bold}/>`
    })
    .replaceAll(/<a:endParaRPr\b(?:[^>]*\/>|.*?<\/a:endParaRPr>)/gs, '')
}

/** Footer and number, where the layout has a place for them. */
function smallShape(shape: string, type: 'ftr' | 'sldNum', { layout, footer }: Dressing): string {
  const place = placeOf(layout, type)
  if (!place) return ''
  const language = languageOf(shape)
  const run =
    type === 'ftr'
      ? `<a:r><a:rPr lang="${language}"/><a:t>${escapedText(footer)}</a:t></a:r>`
      : `<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr lang="${language}"/><a:t>‹#›</a:t></a:fld>`
  return withParts(shape, {
    ph: phOf(place, ' sz="quarter"'),
    properties: '<p:spPr/>',
    body: `<a:bodyPr/><a:lstStyle/><a:p>${run}</a:p>`,
  })
}

function dateShape({ layout, placed }: Dressing): string {
  const place = placeOf(layout, 'dt')
  return place
    ? `<p:sp><p:nvSpPr><p:cNvPr id="9001" name="Date"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${phOf(place, ' sz="half"')}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapedText(placed.date)}</a:t></a:r></a:p></p:txBody></p:sp>`
    : ''
}

type ShapeParts = Readonly<{ ph: string; properties: string; body: string }>

/** The same object with another placeholder, place and text. */
function withParts(shape: string, { ph, properties, body }: ShapeParts): string {
  const [named = '<p:cNvPr id="9000" name=""/>'] =
    /<p:cNvPr\b[^>]*\/>|<p:cNvPr\b.*?<\/p:cNvPr>/s.exec(shape) ?? []
  return `<p:sp><p:nvSpPr>${named}<p:cNvSpPr>${ph === '' ? '' : '<a:spLocks noGrp="1"/>'}</p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr>${properties}<p:txBody>${body}</p:txBody></p:sp>`
}

function languageOf(shape: string): string {
  return /<a:rPr\b[^>]*? lang="([\w-]+)"/.exec(shape)?.[1] ?? 'en-GB'
}

/** Moves and scales an object; text, insets and cells become smaller by the same share. */
function scaled(object: string, { from, to, wide, high, share }: Fitting): string {
  const by = (factor: number) => (_: string, before: string, value: string, after: string) =>
    `${before}${Math.round(Number(value) * factor)}${after}`
  return object
    .replaceAll(
      /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g,
      (_, ...found: string[]) => {
        const [x = 0, y = 0, w = 0, h = 0] = found.slice(0, 4).map(Number)
        const at = [to.x + (x - from.x) * wide, to.y + (y - from.y) * high, w * wide, h * high].map(
          Math.round,
        )
        return `<a:off x="${at[0]}" y="${at[1]}"/><a:ext cx="${at[2]}" cy="${at[3]}"/>`
      },
    )
    .replaceAll(/(<a:gridCol w=")(\d+)(")/g, by(wide))
    .replaceAll(/(<a:tr h=")(\d+)(")/g, by(share))
    .replaceAll(
      /( sz=")(\d+)(")/g,
      (_, before: string, size: string, after: string) =>
        `${before}${Math.max(100, Math.floor((Number(size) * share) / 10) * 10)}${after}`,
    )
    .replaceAll(/(<a:spcPts val=")(\d+)(")/g, by(share))
    .replaceAll(/( (?:mar[LRTB]|indent|[lrtb]Ins)=")(-?\d+)(")/g, by(share))
}
