import { type Placed, places, type TemplateGap } from './gap.ts'
import { linked, type OfficePackage, textOf } from './office-package.ts'
import { attribute } from './plain-xml.ts'
import { refused } from './refuse.ts'

/** A style of ours, and the name under which Word knows its like. */
const wantedStyles = [
  { id: 'Title', name: 'title', says: 'Title' },
  { id: 'Heading1', name: 'heading 1', says: 'Heading 1' },
  { id: 'Heading2', name: 'heading 2', says: 'Heading 2' },
  { id: 'Heading3', name: 'heading 3', says: 'Heading 3' },
  { id: 'Caption', name: 'caption', says: 'Caption' },
  { id: 'TableText', name: 'table text', says: 'Table Text' },
  { id: 'TableHead', name: 'table head', says: 'Table Head' },
] as const

/** Styles that a template of Word seldom has: without them text in tables is small text of the template. */
const seldom = new Set<string>(['TableText', 'TableHead'])

/** How a template for Word is used. styles: the id in the template for each id of ours that it has. */
export type WordTemplate = Readonly<{
  styles: ReadonlyMap<string, string>
  table: string | undefined
  bullets: string | undefined
  section: string
  textWidth: number
  hasContent: boolean
  gaps: readonly TemplateGap[]
}>

/** Reads styles, page and places of a document, and names what it does not have. */
export function readWordTemplate(pack: OfficePackage, main: string): WordTemplate {
  const text = textOf(pack, main)
  if (!/<w:body>/.test(text))
    throw refused(
      'has no body, or names the parts of Word in a way of its own',
      'Open it in Word and save it anew.',
    )
  const [link] = linked(pack, main, 'styles')
  if (!link) throw refused('has no styles (word/styles.xml)', 'Open it in Word and save it anew.')
  const all = stylesOf(textOf(pack, link.target))
  const find = (name: string, type = 'paragraph') =>
    all.find((style) => style.type === type && style.name.toLowerCase() === name)?.id
  const styles = new Map(
    wantedStyles.flatMap(({ id, name }) => {
      const own = find(name)
      return own === undefined ? [] : [[id as string, own] as const]
    }),
  )
  const table =
    all.find(({ type, isOwn }) => type === 'table' && isOwn)?.id ??
    all.find(({ type, name }) => type === 'table' && /^(grid table|list table|plain table)/i.test(name))
      ?.id ??
    find('table grid', 'table')
  const section = lastSection(text)
  const bullets = find('list bullet')
  const found = placesIn(pack)
  const gaps = [
    ...wantedStyles
      .filter(({ id }) => !styles.has(id) && !seldom.has(id))
      .map(({ says }) => ({
        lacks: `Style "${says}"`,
        instead: 'the style of the common look, in the face of the template',
      })),
    ...(table === undefined ? [{ lacks: 'A table style', instead: 'thin lines' }] : []),
    ...(bullets === undefined
      ? [{ lacks: 'Style "List Bullet"', instead: 'bullets of the common look' }]
      : []),
    ...(section.includes('<w:headerReference')
      ? []
      : [{ lacks: 'Header', instead: 'title and organization' }]),
    ...(section.includes('<w:footerReference')
      ? []
      : [{ lacks: 'Footer', instead: 'day, version and page' }]),
    ...placeGaps(found),
  ]
  return {
    styles,
    table,
    bullets,
    section,
    textWidth: widthOf(section),
    hasContent: found.has('content'),
    gaps,
  }
}

function placeGaps(found: ReadonlySet<string>): readonly TemplateGap[] {
  const instead = { organization: 'the cover', title: 'the cover', date: 'the cover', version: 'the cover' }
  return [
    ...places
      .filter((place) => !found.has(place))
      .map((place) => ({
        lacks: `Content control "${place}"`,
        instead: `it stands on ${instead[place]} only`,
      })),
    ...(found.has('content')
      ? []
      : [
          {
            lacks: 'Content control "content"',
            instead: 'pages of the template itself are left out, ours begin with a cover of the common look',
          },
        ]),
  ]
}

type Style = Readonly<{ id: string; name: string; type: string; isOwn: boolean }>

function stylesOf(text: string): readonly Style[] {
  return [...text.matchAll(/<w:style\b.*?<\/w:style>/gs)].map(([style]) => ({
    id: attribute(style, 'w:styleId') ?? '',
    type: attribute(style, 'w:type') ?? 'paragraph',
    isOwn: /^(1|true)$/.test(attribute(style, 'w:customStyle') ?? ''),
    name: /<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? '',
  }))
}

const a4 =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1417" w:bottom="1440" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'

/** The page of the last section: its size, margins, headers and footers. */
function lastSection(text: string): string {
  const at = text.lastIndexOf('<w:sectPr')
  if (at < 0) return a4
  const end = text.indexOf('</w:sectPr>', at)
  return end < 0 ? a4 : text.slice(at, end + '</w:sectPr>'.length)
}

/** The width of the text in twentieths of a point; a page that leaves none is A4. */
function widthOf(section: string): number {
  const [size = ''] = /<w:pgSz\b[^>]*>/.exec(section) ?? []
  const [margins = ''] = /<w:pgMar\b[^>]*>/.exec(section) ?? []
  const of = (element: string, name: string, usual: number) => Number(attribute(element, name) ?? usual)
  const columns = Number(attribute(/<w:cols\b[^>]*>/.exec(section)?.[0] ?? '', 'w:num') ?? 1)
  const width =
    of(size, 'w:w', 11906) -
    of(margins, 'w:left', 1417) -
    of(margins, 'w:right', 1417) -
    of(margins, 'w:gutter', 0)
  return Math.max(3000, Math.round(width / Math.max(1, columns)))
}

/** What people also call the places. */
const aliases: Readonly<Record<string, keyof Placed | 'content'>> = {
  company: 'organization',
  organisation: 'organization',
  'publish date': 'date',
}

/** The place that a content control stands for, by its tag or its title. */
export function placeOfControl(control: string): keyof Placed | 'content' | undefined {
  const properties = control.slice(0, control.indexOf('</w:sdtPr>'))
  const names = [...properties.matchAll(/<w:(?:tag|alias) w:val="([^"]*)"/g)].map(([, name = '']) =>
    name.trim().toLowerCase(),
  )
  const all: readonly (keyof Placed | 'content')[] = [...places, 'content']
  return names
    .map((name) => all.find((place) => place === name) ?? aliases[name])
    .find((place) => place !== undefined)
}

/** The parts in which a template may have places: its text, headers and footers. */
export function partsWithPlaces(pack: OfficePackage): readonly string[] {
  return [...pack.types].filter(([, type]) => /\.(main|header|footer)\+xml$/.test(type)).map(([name]) => name)
}

function placesIn(pack: OfficePackage): ReadonlySet<string> {
  const found = partsWithPlaces(pack).flatMap((name) =>
    [...textOf(pack, name).matchAll(/<w:sdt>.*?<\/w:sdt>/gs)].map(([control]) => placeOfControl(control)),
  )
  return new Set(found.filter((place) => place !== undefined))
}
