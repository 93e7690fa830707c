import { look } from '#base/look.ts'
import { colour } from '../word.ts'
import type { Box } from './fit.ts'
import { bodyBox, titleBox } from './slide.ts'

/** The slide master in the look of the product, with places for title, body, footer and number. The library writes none of its own. */

const perInch = 914_400
const footerBox: Box = { x: 0.6, y: 7.03, w: 10, h: 0.3 }
const numberBox: Box = { x: 11.73, y: 7.03, w: 1, h: 0.3 }

/** Colours of the theme: what a person picks from when changing the deck. */
export function themeColours(): string {
  const { ink, paper, second, mist, accent } = look.light
  const named = [
    ['dk1', ink],
    ['lt1', paper],
    ['dk2', second],
    ['lt2', mist],
    ...look.series.slice(0, 6).map((hex, at) => [`accent${at + 1}`, hex]),
    ['hlink', accent],
    ['folHlink', second],
  ]
  const colours = named.map(([name, hex = '']) => `<a:${name}><a:srgbClr val="${colour(hex)}"/></a:${name}>`)
  return `<a:clrScheme name="Clausewise">${colours.join('')}</a:clrScheme>`
}

/** The placeholders of the master, in the order in which a screen reader comes to them. */
export function masterShapes(): string {
  return [
    shape(2, 'Title', '<p:ph type="title"/>', titleBox, 'Title'),
    shape(3, 'Body', '<p:ph type="body" idx="1"/>', bodyBox, 'Text'),
    footerShape(4, ''),
    shape(
      5,
      'Number',
      '<p:ph type="sldNum" sz="quarter" idx="4"/>',
      numberBox,
      '',
      '<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>',
    ),
  ].join('')
}

/** The footer as a placeholder, on master, layouts and slides alike. */
export function footerShape(id: number, text: string): string {
  return shape(id, 'Footer', '<p:ph type="ftr" sz="quarter" idx="3"/>', footerBox, text)
}

function shape(
  id: number,
  name: string,
  ph: string,
  { x, y, w, h }: Box,
  text: string,
  run?: string,
): string {
  const [left, top, wide, high] = [x, y, w, h].map((inches) => Math.round(inches * perInch))
  const small = name === 'Footer' || name === 'Number'
  const align = name === 'Number' ? 'r' : 'l'
  const style = small
    ? `<a:lstStyle><a:lvl1pPr algn="${align}"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>`
    : '<a:lstStyle/>'
  const said =
    text === ''
      ? '<a:endParaRPr lang="en-GB"/>'
      : `<a:r><a:rPr lang="en-GB"/><a:t>${escaped(text)}</a:t></a:r>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>${style}<a:p>${run ?? said}</a:p></p:txBody></p:sp>`
}

/** Titles to the left and in the ink of the look, text without a bullet unless it asks for one. */
export function titleAndBodyStyle(styles: string): string {
  return styles
    .replace(/(<p:titleStyle>\s*<a:lvl1pPr algn=")ctr(".*?<a:defRPr sz=")4400(")/s, '$1l$22600$3 b="1"')
    .replace(/(<p:bodyStyle>.*?<a:defRPr sz=")3200/s, '$11800')
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
