import type { Brand } from '#base/brand.ts'
import { look } from '#base/look.ts'
import { childrenOf, lookOf, withChildren } from './cell-formats.ts'
import { escapedValue } from './plain-xml.ts'

/** The styles of a workbook of ours with heads and titles in the colours of a brand, and its face. */
export function brandStyles(text: string, { primary, officeFont }: Brand): string {
  const fonts = childrenOf(text, 'fonts', 'font')
  const fills = childrenOf(text, 'fills', 'fill')
  const argb = (hex: string) => `FF${hex.slice(1).toUpperCase()}`
  const [head, title] = [fonts.length, fonts.length + 1]
  const added = [
    `<font><b/><sz val="11"/><color rgb="${argb(look.light.paper)}"/><name val="Calibri"/><family val="2"/></font>`,
    `<font><b/><sz val="16"/><color rgb="${argb(primary)}"/><name val="Calibri"/><family val="2"/></font>`,
  ]
  const fill = `<fill><patternFill patternType="solid"><fgColor rgb="${argb(primary)}"/><bgColor indexed="64"/></patternFill></fill>`
  const formats = childrenOf(text, 'cellXfs', 'xf').map((format) => {
    const kind = lookOf(format, fonts, fills)
    if (kind === 'title') return inFormat(format, { fontId: title })
    return kind === 'head' ? inFormat(format, { fontId: head, fillId: fills.length }) : format
  })
  const listed = text.replace(
    /<cellXfs\b.*?<\/cellXfs>/s,
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
  )
  const coloured = withChildren(withChildren(listed, 'fonts', added), 'fills', [fill])
  return officeFont
    ? coloured.replaceAll(/<font>.*?<\/font>/gs, (font) =>
        font
          .replace(/<name val="[^"]*"\/>/, () => `<name val="${escapedValue(officeFont)}"/>`)
          .replace(/<(?:family|scheme) val="[^"]*"\/>/g, ''),
      )
    : coloured
}

function inFormat(format: string, ids: Readonly<Record<string, number>>): string {
  return Object.entries(ids).reduce((text, [name, id]) => {
    const applied = `apply${name.charAt(0).toUpperCase()}${name.slice(1, -2)}`
    const plain = text.replace(` ${applied}="1"`, '').replace(` ${applied}="0"`, '')
    const at = plain.indexOf(` ${name}="`)
    const end = plain.indexOf('"', at + name.length + 3)
    return `${plain.slice(0, at)} ${name}="${id}"${plain.slice(end + 1)}`.replace('<xf', `<xf ${applied}="1"`)
  }, format)
}
