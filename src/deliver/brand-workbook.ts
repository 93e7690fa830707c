import { unzipSync } from 'fflate'
import { type Brand, plainBrand } from '#base/brand.ts'
import { pngOf } from './guides/raster.ts'
import { brandStyles } from './template/brand-styles.ts'
import {
  addLink,
  linked,
  type OfficePackage,
  putText,
  putTogether,
  takeOurs,
  textOf,
} from './template/office-package.ts'
import { escapedText, escapedValue } from './template/plain-xml.ts'
import { sheetsOf } from './template/workbook-template.ts'

type About = Readonly<{
  organization: string
  madeOn: string
  /** What the logo is called aloud. */
  logoSays: string
  brand?: Brand | undefined
}>

/**
 * A workbook in the look of an organization: heads of tables in its first colour, its words and pages on what is printed, its
 * logo on the sheet in front. The same workbook and look are the same bytes.
 */
export function brandWorkbook(
  bytes: Uint8Array,
  { organization, madeOn, logoSays, brand = plainBrand }: About,
): Uint8Array {
  const pack = takeOurs(new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))))
  const main = linked(pack, '', 'officeDocument')[0]?.target ?? ''
  const styles = linked(pack, main, 'styles')[0]?.target ?? ''
  putText(pack, styles, brandStyles(textOf(pack, styles), brand))
  const sheets = sheetsOf(pack, main)
  for (const { part } of sheets)
    putText(
      pack,
      part,
      withEdges(onePageWide(textOf(pack, part)), { organization, madeOn, words: brand.footer }),
    )
  const [front] = sheets
  if (front && brand.logo) placeLogo(pack, front.part, { logo: brand.logo, logoSays })
  return putTogether(pack)
}

/** A sheet that says nothing about its pages is printed as wide as one. */
function onePageWide(text: string): string {
  if (text.includes('fitToPage="1"')) return text
  const fit = '<pageSetUpPr fitToPage="1"/>'
  const plain = text.replace(/<pageSetup\b[^>]*\/>/, '').replace('<sheetPr/>', '')
  const headed = plain.includes('</sheetPr>')
    ? plain.replace('</sheetPr>', `${fit}</sheetPr>`)
    : plain.replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr>${fit}</sheetPr>`)
  const margins = /<pageMargins\b[^>]*\/>/.exec(headed)?.[0]
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  const usual = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  if (margins !== undefined) return headed.replace(margins, `${margins}${setup}`)
  const at = headed.search(afterPages)
  return at < 0 ? headed : `${headed.slice(0, at)}${usual}${setup}${headed.slice(at)}`
}

/** What may follow the set-up of pages in a sheet (ISO/IEC 29500-1, 18.3.1.99). */
const afterPages =
  /<(?:headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

/** What stands above and below each printed page. An & begins a code, so one that is meant is written twice. */
function withEdges(
  text: string,
  about: Readonly<{ organization: string; madeOn: string; words: string }>,
): string {
  const [organization, madeOn, words] = [
    about.organization,
    about.madeOn,
    about.words || about.organization,
  ].map((one) => one.replaceAll('&', '&&').slice(0, 80))
  const edges = `<headerFooter><oddHeader>${escapedText(`&L${organization}&R&A`)}</oddHeader><oddFooter>${escapedText(`&L${words}&C&P / &N&R${madeOn}`)}</oddFooter></headerFooter>`
  const plain = text.replace(/<headerFooter\b(?:[^>]*\/>|.*?<\/headerFooter>)/s, '')
  const at = plain.search(afterPages)
  return at < 0 ? text : `${plain.slice(0, at)}${edges}${plain.slice(at)}`
}

const perPoint = 12_700
/** As much room as a logo gets beside the title, in points. */
const room = { w: 165, h: 48 }

function placeLogo(
  pack: OfficePackage,
  sheet: string,
  given: Readonly<{ logo: NonNullable<Brand['logo']>; logoSays: string }>,
): void {
  const { type, base64, width, height } = given.logo
  const bytes = Buffer.from(base64, 'base64')
  const isDrawing = type === 'image/svg+xml'
  const image = `xl/media/logo.${type === 'image/jpeg' ? 'jpeg' : 'png'}`
  pack.parts.set(image, new Uint8Array(isDrawing ? pngOf(bytes.toString('utf8'), 240) : bytes))
  pack.types.set(image, type === 'image/jpeg' ? 'image/jpeg' : 'image/png')
  const share = Math.min(room.w / width, room.h / height)
  const [wide, high] = [width, height].map((side) => Math.round(side * share * perPoint))
  const drawing = drawingOf(pack, sheet)
  const id = addLink(pack, drawing, 'image', image)
  const name = escapedValue(given.logoSays)
  const anchor = `<xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>${4 * perPoint}</xdr:rowOff></xdr:from><xdr:ext cx="${wide}" cy="${high}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="9100" name="Logo" descr="${name}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${office}" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
  putText(pack, drawing, textOf(pack, drawing).replace('</xdr:wsDr>', `${anchor}</xdr:wsDr>`))
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The drawing of a sheet; a new one where it has none. */
function drawingOf(pack: OfficePackage, sheet: string): string {
  const [own] = linked(pack, sheet, 'drawing')
  if (own) return own.target
  const name = 'xl/drawings/drawingLogo.xml'
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>`
  putText(pack, name, text)
  pack.types.set(name, 'application/vnd.openxmlformats-officedocument.drawing+xml')
  const id = addLink(pack, sheet, 'drawing', name)
  const page = textOf(pack, sheet)
  const at = page.search(
    /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/,
  )
  putText(pack, sheet, `${page.slice(0, at)}<drawing xmlns:r="${office}" r:id="${id}"/>${page.slice(at)}`)
  return name
}
