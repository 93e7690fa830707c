import type { Placed } from './gap.ts'
import { escapedText } from './plain-xml.ts'
import { placeOfControl } from './word-template.ts'

/** Writes into the places of a part what the document is. */
export function filled(text: string, placed: Placed): string {
  return text.replaceAll(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
    const place = placeOfControl(control)
    if (place === undefined || place === 'content') return control
    const properties = control.slice(0, control.indexOf('</w:sdtPr>'))
    const freed = properties
      .replaceAll(
        /<w:(?:dataBinding|showingPlcHdr|placeholder|date|text|dropDownList|comboBox)\b(?:[^>]*\/>|.*?<\/w:(?:placeholder|date|dropDownList|comboBox)>)/gs,
        '',
      )
      .replaceAll(/<w15:dataBinding\b[^>]*\/>/g, '')
    const content = control.slice(control.indexOf('<w:sdtContent'))
    const [run = ''] = /<w:rPr>.*?<\/w:rPr>/s.exec(content) ?? []
    const plain = run.replaceAll(/<w:rStyle w:val="PlaceholderText"\/>/g, '')
    const said = `<w:r>${plain}<w:t xml:space="preserve">${escapedText(placed[place])}</w:t></w:r>`
    const [paragraph] = /<w:p(?: [^>]*)?>(?:<w:pPr>.*?<\/w:pPr>)?/s.exec(content) ?? []
    const inside = paragraph === undefined ? said : `${paragraph}${said}</w:p>`
    return `${freed}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  })
}
