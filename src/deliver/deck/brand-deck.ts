import { strFromU8, strToU8 } from 'fflate'
import type { Brand, Logo } from '#base/brand.ts'
import { look } from '#base/look.ts'
import { pngOf } from '../guides/raster.ts'
import { colour } from '../word.ts'
import { face } from './book.ts'
import { escaped } from './master.ts'

type Parts = Record<string, Uint8Array>
type Look = Readonly<{ brand: Brand; logoSays: string }>

const perInch = 914_400

/** Puts a finished deck into the look of an organization: colours, face, cover, and its logo on every layout. */
export function brandDeck(parts: Parts, { brand, logoSays }: Look): void {
  for (const name of Object.keys(parts)) {
    const part = parts[name]
    if (part && /^ppt\/(slides|slideLayouts|slideMasters|charts|notesMasters|theme)\/[^/]+\.xml$/.test(name))
      parts[name] = strToU8(inColours(name, strFromU8(part), brand))
  }
  const layouts = Object.keys(parts).filter((name) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(name))
  const media = brand.logo && placeLogo(parts, brand.logo)
  for (const name of layouts) brandLayout(parts, name, { brand, logoSays, media })
  if (brand.cover === 'band') lightenCover(parts, layouts)
}

/** A layout with its band and the logo; layouts that are not ours stay as they are. */
function brandLayout(
  parts: Parts,
  name: string,
  { brand, logoSays, media }: Look & Readonly<{ media: string | undefined }>,
): void {
  const { cover = 'plain', logo } = brand
  const text = strFromU8(parts[name] ?? new Uint8Array())
  const isCover = text.includes('<p:cSld name="Cover">')
  if (!isCover && !text.includes('<p:cSld name="Message')) return
  const banded = isCover && cover === 'band' ? withBand(text, brand) : text
  const room = isCover ? coverRooms[cover] : footRoom
  const given = media !== undefined && logo ? { logo, media, room, logoSays } : undefined
  parts[name] = strToU8(given ? withPicture(parts, name, banded, given) : banded)
}

/** Our accents become the colours of the organization, in what is drawn and in what a person picks from. */
function inColours(name: string, text: string, { primary, secondary, officeFont }: Brand): string {
  const [first, second] = [colour(primary), colour(secondary)]
  const inked = text
    .replaceAll(`<a:srgbClr val="${colour(look.light.accent)}"`, `<a:srgbClr val="${first}"`)
    .replaceAll(`<a:srgbClr val="${colour(look.light.second)}"`, `<a:srgbClr val="${second}"`)
  const themed = name.startsWith('ppt/theme/')
    ? inked
        .replace(/(<a:accent1><a:srgbClr val=")[^"]+/, `$1${first}`)
        .replace(/(<a:accent2><a:srgbClr val=")[^"]+/, `$1${second}`)
        .replace('<a:clrScheme name="Clausewise">', '<a:clrScheme name="Brand">')
    : inked
  return officeFont ? themed.replaceAll(`typeface="${face}"`, `typeface="${escaped(officeFont)}"`) : themed
}

type Room = Readonly<{ x: number; y: number; w: number; h: number }>

const coverRooms: Readonly<Record<NonNullable<Brand['cover']>, Room>> = {
  plain: { x: 0.9, y: 0.6, w: 2.8, h: 0.75 },
  band: { x: 0.9, y: 6.45, w: 2.4, h: 0.65 },
  logo: { x: 7.2, y: 4.4, w: 5.2, h: 2.4 },
}
const footRoom: Room = { x: 10.75, y: 7.0, w: 0.95, h: 0.33 }

const media = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/svg+xml': 'png' } as const

/** The logo as a picture that every program draws; a drawing as its dots. */
function placeLogo(parts: Parts, { type, base64, width, height }: Logo): string {
  const name = `logo.${media[type]}`
  const bytes = Buffer.from(base64, 'base64')
  const wide = Math.min(360, Math.max(120, Math.round((width / height) * 120)))
  parts[`ppt/media/${name}`] = new Uint8Array(
    type === 'image/svg+xml' ? pngOf(bytes.toString('utf8'), wide) : bytes,
  )
  const types = '[Content_Types].xml'
  const text = strFromU8(parts[types] ?? new Uint8Array())
  const ending = media[type]
  if (!text.includes(`Extension="${ending}"`))
    parts[types] = strToU8(
      text.replace(/(<Types[^>]*>)/, `$1<Default Extension="${ending}" ContentType="image/${ending}"/>`),
    )
  return name
}

type Pictured = Readonly<{ logo: Logo; media: string; room: Room; logoSays: string }>

function withPicture(
  parts: Parts,
  layout: string,
  text: string,
  { logo, media: file, room, logoSays }: Pictured,
): string {
  const links = layout.replace('slideLayouts/', 'slideLayouts/_rels/').concat('.rels')
  const known = strFromU8(parts[links] ?? new Uint8Array())
  const link = `<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/${file}"/>`
  parts[links] = strToU8(known.replace('</Relationships>', `${link}</Relationships>`))
  const share = Math.min(room.w / logo.width, room.h / logo.height)
  const [w, h] = [logo.width * share, logo.height * share]
  const right = room === footRoom ? room.x + room.w - w : room.x
  const [x, y, wide, high] = [right, room.y + (room.h - h) / 2, w, h].map((inches) =>
    Math.round(inches * perInch),
  )
  const name = escaped(logoSays)
  const picture = `<p:pic><p:nvPicPr><p:cNvPr id="9100" name="Logo" descr="${name}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  return text.replace('</p:spTree>', `${picture}</p:spTree>`)
}

const bandHigh = 5.9

/** A band behind the title, in the first colour; the line above the title would not be seen on it. */
function withBand(text: string, { primary }: Brand): string {
  const band = `<p:sp><p:nvSpPr><p:cNvPr id="9101" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="${Math.round(bandHigh * perInch)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${colour(primary)}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`
  return text
    .replace('</p:grpSpPr>', `</p:grpSpPr>${band}`)
    .replaceAll(/<p:(sp|cxnSp)>(?:(?!<\/p:\1>).)*prst="line"(?:(?!<\/p:\1>).)*<\/p:\1>/gs, '')
}

/** On a band words are in the colour of paper. */
function lightenCover(parts: Parts, layouts: readonly string[]): void {
  const cover = layouts.find((name) =>
    strFromU8(parts[name] ?? new Uint8Array()).includes('<p:cSld name="Cover">'),
  )
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name))
  const paper = `<a:srgbClr val="${colour(look.light.paper)}"`
  for (const name of slides) {
    const links = strFromU8(
      parts[name.replace('slides/', 'slides/_rels/').concat('.rels')] ?? new Uint8Array(),
    )
    if (cover === undefined || !links.includes(cover.slice(cover.lastIndexOf('/')))) continue
    const text = strFromU8(parts[name] ?? new Uint8Array())
    parts[name] = strToU8(
      text.replaceAll(/<a:rPr\b.*?<\/a:rPr>/gs, (run) =>
        run.replaceAll(/<a:srgbClr val="[0-9A-F]{6}"/g, paper),
      ),
    )
  }
}
