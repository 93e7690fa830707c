import { takeProperties } from './dress-deck.ts'
import type { Placed } from './gap.ts'
import { addLink, copyPart, linked, type OfficePackage, putText, textOf } from './office-package.ts'
import { attribute } from './plain-xml.ts'
import { mergedRoot, rootOf, withNames } from './word-names.ts'
import { filled } from './word-places.ts'
import { partsWithPlaces, placeOfControl, type WordTemplate } from './word-template.ts'

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

type Document = Readonly<{ ours: OfficePackage; theirs: OfficePackage; main: string; template: WordTemplate }>

/** Our text in the styles, pages, headers and footers of a template. */
export function dressDocument(document: Document, placed: Placed): void {
  const { ours, theirs, main, template } = document
  const source = linked(ours, '', 'officeDocument')[0]?.target ?? ''
  const text = textOf(ours, source)
  const styled = inStyles(document, source, bodyOf(text, template.hasContent))
  const listed = template.bullets === undefined ? withNumbering(document, source, styled) : styled
  const content = withLinks(document, source, fitted(listed, widthOfOurs(text), template.textWidth))
  dropWhatIsGone(theirs, main)
  for (const name of partsWithPlaces(theirs)) putText(theirs, name, filled(textOf(theirs, name), placed))
  const own = textOf(theirs, main)
  const section = withEdges(document, source, template.section)
  const inside = template.hasContent ? inPlace(own, content, section) : `${content}${section}`
  const root = rootOf(own, 'document')
  const merged = mergedRoot(root, rootOf(text, 'document'), 'document')
  const [background = ''] = /<w:background\b(?:[^>]*\/>|.*?<\/w:background>)/s.exec(own) ?? []
  putText(
    theirs,
    main,
    withOwnNumbers(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${merged}${background}<w:body>${inside}</w:body></w:document>`,
    ),
  )
  theirs.types.set(main, documentType)
  takeProperties(ours, theirs)
}

/** Our text without its sections. Where the template has a cover, title and logo of ours would stand twice. */
function bodyOf(text: string, isCovered: boolean): string {
  const inner = text.slice(text.indexOf('<w:body>') + '<w:body>'.length, text.lastIndexOf('</w:body>'))
  const end = inner.lastIndexOf('<w:sectPr')
  const body = end < 0 ? inner : inner.slice(0, end)
  const isBreak = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<w:sectPr\b.*?<\/w:sectPr>.*?<\/w:p>/s
  const [found] = isBreak.exec(body) ?? []
  if (found === undefined) return body
  const at = body.indexOf(found)
  const last = found.replace(/<w:sectPr\b.*?<\/w:sectPr>/s, '').replace('<w:pPr></w:pPr>', '')
  const cover = `${body.slice(0, at)}${last}`
  const rest = body.slice(at + found.length)
  return isCovered ? `${withoutHead(cover)}${rest}` : `${cover}${turn}${rest}`
}

const turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

/** What is left of our cover below one of the template: the sentences, without title, logo, names and air. */
function withoutHead(cover: string): string {
  return cover
    .replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '')
    .replaceAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs, (paragraph) =>
      /<w:drawing>|<w:sz w|<w:pStyle w:val="Title"\/>/.test(paragraph) || !paragraph.includes('<w:t')
        ? ''
        : paragraph,
    )
}

function widthOfOurs(text: string): number {
  const at = text.lastIndexOf('<w:sectPr')
  const section = text.slice(at)
  const of = (element: RegExp, name: string) => Number(attribute(element.exec(section)?.[0] ?? '', name) ?? 0)
  const width =
    of(/<w:pgSz\b[^>]*>/, 'w:w') - of(/<w:pgMar\b[^>]*>/, 'w:left') - of(/<w:pgMar\b[^>]*>/, 'w:right')
  return width > 0 ? width : 9000
}

/** Paragraphs and tables in the styles of the template; a style that it lacks is ours, added to its own. */
function inStyles({ ours, theirs, main, template }: Document, source: string, body: string): string {
  const ownStyles = textOf(ours, linked(ours, source, 'styles')[0]?.target ?? '')
  const place = linked(theirs, main, 'styles')[0]?.target ?? ''
  const theirStyles = textOf(theirs, place)
  const used = new Set([...body.matchAll(/<w:pStyle w:val="([^"]+)"\/>/g)].map(([, id = '']) => id))
  const known = new Set([...theirStyles.matchAll(/ w:styleId="([^"]+)"/g)].map(([, id = '']) => id))
  const missing = [...used].filter((id) => !template.styles.has(id) && !isKept(id, known, template))
  const added = definitionsOf(ownStyles, missing, known)
  if (added !== '')
    putText(
      theirs,
      place,
      withNames(
        theirStyles.replace('</w:styles>', () => `${added}</w:styles>`),
        ownStyles,
        'styles',
      ),
    )
  return body
    .replaceAll(/<w:pStyle w:val="ListParagraph"\/>(\s*)<w:numPr>.*?<\/w:numPr>/gs, (element) =>
      template.bullets === undefined ? element : `<w:pStyle w:val="${template.bullets}"/>`,
    )
    .replaceAll(/<w:pStyle w:val="([^"]+)"\/>/g, (element, id: string) => {
      const own = template.styles.get(id)
      return own === undefined ? element : `<w:pStyle w:val="${own}"/>`
    })
    .replaceAll(/<w:color w:val="[0-9A-Fa-f]{6}"\/>/g, '')
    .replaceAll(/<w:tblPr>.*?<\/w:tblPr>/gs, (properties) => tableIn(properties, template.table))
    .replaceAll(/<w:shd\b[^>]*\/>/g, (element) => (template.table === undefined ? element : ''))
}

/** A style of ours that has the id of another of theirs is theirs: it is what people know under that name. */
function isKept(id: string, known: ReadonlySet<string>, { bullets }: WordTemplate): boolean {
  return known.has(id) || (id === 'ListParagraph' && bullets !== undefined)
}

/** The definitions of styles, with those that they are based on, as far as the template does not know them. */
function definitionsOf(styles: string, ids: readonly string[], known: ReadonlySet<string>): string {
  const all = new Map(
    [...styles.matchAll(/<w:style\b.*?<\/w:style>/gs)].map(([style]) => [
      attribute(style, 'w:styleId') ?? '',
      style,
    ]),
  )
  const wanted = new Set<string>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const style = all.get(id)
    if (style === undefined || known.has(id) || wanted.has(id)) continue
    wanted.add(id)
    open.push(
      ...[...style.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]+)"/g)].map(([, other = '']) => other),
    )
  }
  return [...wanted]
    .map((id) =>
      (all.get(id) ?? '').replace(' w:default="1"', '').replaceAll(/<w:(?:rFonts|color)\b[^>]*\/>/g, ''),
    )
    .join('')
}

function tableIn(properties: string, style: string | undefined): string {
  if (style === undefined) return properties
  const plain = properties
    .replaceAll(/<w:tblStyle\b[^>]*\/>/g, '')
    .replaceAll(/<w:tblBorders>.*?<\/w:tblBorders>/gs, '')
    .replaceAll(/<w:tblLook\b[^>]*\/>/g, '')
  const looks =
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
  return plain
    .replace('<w:tblPr>', `<w:tblPr><w:tblStyle w:val="${style}"/>`)
    .replace('</w:tblPr>', `${looks}</w:tblPr>`)
}

/** Our bullets among the lists of the template. */
function withNumbering({ ours, theirs, main }: Document, source: string, body: string): string {
  const own = linked(ours, source, 'numbering')[0]?.target
  if (own === undefined || !body.includes('<w:numPr>')) return body
  const place = linked(theirs, main, 'numbering')[0]?.target
  if (place === undefined) {
    addLink(theirs, main, 'numbering', copyPart(theirs, ours, own, new Map()))
    return body
  }
  const added = textOf(ours, own)
  const text = withNames(textOf(theirs, place), added, 'numbering')
  const most = (all: string, name: RegExp) =>
    Math.max(0, ...[...all.matchAll(name)].map(([, id]) => Number(id)))
  const abstracts = most(text, /<w:abstractNum\b[^>]*? w:abstractNumId="(\d+)"/g) + 1
  const numbers = most(text, /<w:num\b[^>]*? w:numId="(\d+)"/g) + 1
  const shift = (by: number) => (_: string, before: string, id: string) => `${before}${Number(id) + by}"`
  const renumbered = added
    .replaceAll(/(w:abstractNumId="|<w:abstractNumId w:val=")(\d+)"/g, shift(abstracts))
    .replaceAll(/(w:numId=")(\d+)"/g, shift(numbers))
  const definitions = [...renumbered.matchAll(/<w:abstractNum\b.*?<\/w:abstractNum>/gs)].join('')
  const instances = [...renumbered.matchAll(/<w:num\b.*?<\/w:num>/gs)].join('')
  const at = text.search(/<w:num[ >]/)
  const before = at < 0 ? text.indexOf('</w:numbering>') : at
  const withDefinitions = `${text.slice(0, before)}${definitions}${text.slice(before)}`
  const end = Math.max(withDefinitions.lastIndexOf('</w:num>') + 8, 0)
  const last = at < 0 ? withDefinitions.indexOf('</w:numbering>') : end
  putText(theirs, place, `${withDefinitions.slice(0, last)}${instances}${withDefinitions.slice(last)}`)
  return body.replaceAll(/(<w:numId w:val=")(\d+)"/g, shift(numbers))
}

/** Columns and pictures in the width of the template. */
function fitted(body: string, from: number, to: number): string {
  const share = to / from
  const less = Math.min(1, share)
  const by = (factor: number) => (_: string, before: string, value: string) =>
    `${before}${Math.round(Number(value) * factor)}"`
  return body
    .replaceAll(/(<w:(?:tblW|tcW|gridCol)\b[^>]*? ?w:w=")(\d+)"/g, by(share))
    .replaceAll(/<w:drawing>.*?<\/w:drawing>/gs, (drawing) =>
      drawing.replaceAll(/( c[xy]=")(\d+)"/g, by(less)),
    )
}

/** Pictures and addresses of ours under links of the template. */
function withLinks({ ours, theirs, main }: Document, source: string, body: string): string {
  const known = new Map<string, string>()
  const ids = new Map<string, string>()
  return body.replaceAll(/( r:(?:embed|id|link|pict)=")([^"]+)"/g, (element, before: string, id: string) => {
    const had = ids.get(id)
    if (had !== undefined) return `${before}${had}"`
    const link = ours.links.get(source)?.find((one) => one.id === id)
    if (!link) return element
    const kind = link.type.slice(link.type.lastIndexOf('/') + 1)
    const next = link.isExternal
      ? externalLink(theirs, main, link.type, link.target)
      : addLink(theirs, main, kind, copyPart(theirs, ours, link.target, known))
    ids.set(id, next)
    return `${before}${next}"`
  })
}

function externalLink(theirs: OfficePackage, main: string, type: string, target: string): string {
  const id = addLink(theirs, main, 'hyperlink', target)
  const all = theirs.links.get(main) ?? []
  theirs.links.set(
    main,
    all.map((link) => (link.id === id ? { ...link, type, isExternal: true } : link)),
  )
  return id
}

/** Header and footer of ours where the template has none. */
function withEdges({ ours, theirs, main }: Document, source: string, section: string): string {
  const known = new Map<string, string>()
  const added = (['header', 'footer'] as const).flatMap((edge) => {
    const own = linked(ours, source, edge)[0]?.target
    if (own === undefined || section.includes(`<w:${edge}Reference`)) return []
    const id = addLink(theirs, main, edge, copyPart(theirs, ours, own, known))
    return [`<w:${edge}Reference w:type="default" r:id="${id}"/>`]
  })
  return section.replace(/<w:sectPr\b[^>]*>/, (root) => `${root}${added.join('')}`)
}

const gone = /\/(comments\w*|people|glossaryDocument|footnotes|endnotes|customXml|keyMapCustomizations)$/

/** Comments and building blocks belong to the text of the template, which is not kept. */
function dropWhatIsGone(theirs: OfficePackage, main: string): void {
  const kept = (theirs.links.get(main) ?? []).filter(({ type }) => !gone.test(type))
  theirs.links.set(main, kept)
  const settings = linked(theirs, main, 'settings')[0]?.target
  if (settings === undefined) return
  const text = textOf(theirs, settings)
    .replaceAll(/<w:(?:documentProtection|writeProtection|trackRevisions|formsDesign)\b[^>]*\/>/g, '')
    .replaceAll(/<w:(?:footnotePr|endnotePr|mailMerge)>.*?<\/w:(?:footnotePr|endnotePr|mailMerge)>/gs, '')
  putText(theirs, settings, text)
}

/** The text of the template with ours in its place for content. */
function inPlace(own: string, content: string, section: string): string {
  const body = own.slice(own.indexOf('<w:body>') + '<w:body>'.length, own.lastIndexOf('</w:body>'))
  const last = body.lastIndexOf('<w:sectPr')
  const kept = (last < 0 ? body : body.slice(0, last)).replaceAll(
    /<w:(?:commentRangeStart|commentRangeEnd|commentReference|footnoteReference|endnoteReference)\b[^>]*\/>/g,
    '',
  )
  const control = [...kept.matchAll(/<w:sdt>.*?<\/w:sdt>/gs)].find(
    ([one]) => placeOfControl(one) === 'content',
  )?.[0]
  const filledIn = control === undefined ? `${kept}${content}` : kept.replace(control, () => content)
  return `${filledIn}${section}`
}

/** Drawings and bookmarks of both texts, counted once. */
function withOwnNumbers(text: string): string {
  let drawings = 0
  const counted = text.replaceAll(/(<wp:docPr\b[^>]*? ?id=")\d+"/g, (_, before: string) => {
    drawings += 1
    return `${before}${drawings}"`
  })
  const ends = new Map<string, number[]>()
  let marks = 0
  return counted.replaceAll(
    /(<w:bookmark(Start|End)\b[^>]*? ?w:id=")(\d+)"/g,
    (_, before: string, edge: string, id: string) => {
      if (edge === 'Start') {
        marks += 1
        ends.set(id, [...(ends.get(id) ?? []), marks])
        return `${before}${marks}"`
      }
      const [first, ...others] = ends.get(id) ?? [marks + 1]
      ends.set(id, others)
      return `${before}${first}"`
    },
  )
}
