import { mendShapes } from '../deck/repair.ts'
import { dressSlide, fittingOf } from './dress-slide.ts'
import type { Placed } from './gap.ts'
import { addLink, copyPart, linked, type OfficePackage, putText, textOf } from './office-package.ts'
import { attribute } from './plain-xml.ts'
import { coloursOf, inTheme } from './slide-colours.ts'
import type { SlideTemplate, Use } from './slide-layouts.ts'

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'

/** Which use a layout of ours stands for. */
const useOf: Readonly<Record<string, Use>> = {
  Cover: 'cover',
  'Message and text': 'text',
  'Message and figures': 'figures',
}

type Deck = Readonly<{ ours: OfficePackage; theirs: OfficePackage; main: string; template: SlideTemplate }>

/** Our slides on the masters and layouts of a template; its own slides are left out. */
export function dressDeck({ ours, theirs, main, template }: Deck, placed: Placed): void {
  const [own] = linked(ours, '', 'officeDocument')
  const source = own?.target ?? ''
  const colours = coloursOf(theirs, template.master)
  mendTemplate(theirs)
  dropSlides(theirs, main)
  const notes = notesMasterOf({ ours, theirs, main, template }, source)
  const known = new Map<string, string>()
  const slides = slidesOf(ours, source).map((name) => {
    const [link] = linked(ours, name, 'slideLayout')
    const layoutName =
      attribute(/<p:cSld\b[^>]*>/.exec(textOf(ours, link?.target ?? ''))?.[0] ?? '', 'name') ?? ''
    const use = useOf[layoutName] ?? 'figures'
    const layout = template.layouts[use]
    const footer = footerOf(textOf(ours, name))
    const dressing = { template, layout, use, colours, placed, footer }
    putText(ours, name, dressSlide(textOf(ours, name), dressing))
    for (const { target } of linked(ours, name, 'chart'))
      putText(ours, target, dressChart(textOf(ours, target), colours, fittingOf(dressing).share))
    if (link) known.set(link.target, layout.part)
    for (const { target } of linked(ours, name, 'notesSlide'))
      for (const master of linked(ours, target, 'notesMaster')) known.set(master.target, notes)
    return copyPart(theirs, ours, name, known)
  })
  writePresentation(theirs, main, slides, notes)
  takeProperties(ours, theirs)
}

/** What PowerPoint would mend in the template is mended before our slides stand on it. */
function mendTemplate(theirs: OfficePackage): void {
  for (const name of theirs.parts.keys())
    if (/\/(slideLayouts|slideMasters)\/[^/]+\.xml$/.test(name))
      putText(theirs, name, mendShapes(textOf(theirs, name)))
}

/** Takes out the slides of a template, what names them, and what only they need. */
function dropSlides(theirs: OfficePackage, main: string): void {
  const gone =
    /\/(slide|handoutMaster|commentAuthors|authors|custData|tags|printerSettings|revisionInfo|changesInfo)$/
  const links = (theirs.links.get(main) ?? []).filter(
    ({ type }) => !gone.test(type) && !type.endsWith('/customXml'),
  )
  theirs.links.set(main, links)
  const slides = new Set(
    [...theirs.types].filter(([, type]) => /\.(slide|notesSlide)\+xml$/.test(type)).map(([name]) => name),
  )
  for (const [source, all] of theirs.links)
    theirs.links.set(source, slides.has(source) ? [] : all.filter(({ target }) => !slides.has(target)))
  for (const name of slides) theirs.parts.delete(name)
}

function slidesOf(pack: OfficePackage, main: string): readonly string[] {
  const targets = new Map(linked(pack, main, 'slide').map(({ id, target }) => [id, target]))
  return [...textOf(pack, main).matchAll(/<p:sldId\b[^>]*>/g)].flatMap(([element]) => {
    const name = targets.get(attribute(element, 'r:id') ?? '')
    return name === undefined ? [] : [name]
  })
}

/** The master of the notes: that of the template, or ours with a theme of its own. */
function notesMasterOf({ ours, theirs, main }: Deck, source: string): string {
  const [theirsNotes] = linked(theirs, main, 'notesMaster')
  if (theirsNotes) return theirsNotes.target
  const [own] = linked(ours, source, 'notesMaster')
  const name = copyPart(theirs, ours, own?.target ?? '', new Map())
  addLink(theirs, main, 'notesMaster', name)
  return name
}

function footerOf(slide: string): string {
  const footer = /<p:ph type="ftr".*?<\/p:sp>/s.exec(slide)?.[0] ?? ''
  return (
    /<a:t>([^<]*)<\/a:t>/
      .exec(footer)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>') ?? ''
  )
}

function dressChart(text: string, colours: Parameters<typeof inTheme>[1], share: number): string {
  return inTheme(text, colours).replaceAll(
    /( sz=")(\d+)(")/g,
    (_, before: string, size: string, after: string) =>
      `${before}${Math.max(100, Math.floor((Number(size) * share) / 10) * 10)}${after}`,
  )
}

/** The list of slides in the presentation of the template, and nothing that names what is gone. */
function writePresentation(
  theirs: OfficePackage,
  main: string,
  slides: readonly string[],
  notes: string,
): void {
  const listed = slides.map(
    (name, at) => `<p:sldId id="${256 + at}" r:id="${addLink(theirs, main, 'slide', name)}"/>`,
  )
  const [notesLink] = linked(theirs, main, 'notesMaster').filter(({ target }) => target === notes)
  const notesList = `<p:notesMasterIdLst><p:notesMasterId r:id="${notesLink?.id ?? ''}"/></p:notesMasterIdLst>`
  const gone = [
    'notesMasterIdLst',
    'handoutMasterIdLst',
    'sldIdLst',
    'custShowLst',
    'photoAlbum',
    'custDataLst',
    'modifyVerifier',
    'smartTags',
  ]
  const cleared = gone.reduce((text, name) => withoutElement(text, `p:${name}`), textOf(theirs, main))
  const plain = cleared.replace(
    /<p:extLst>(?:(?!<p:extLst>).)*<\/p:extLst><\/p:presentation>/s,
    '</p:presentation>',
  )
  const withLists = plain.replace(
    '</p:sldMasterIdLst>',
    `</p:sldMasterIdLst>${notesList}<p:sldIdLst>${listed.join('')}</p:sldIdLst>`,
  )
  const root = /<p:presentation\b[^>]*>/.exec(withLists)?.[0] ?? ''
  const named = root.includes('xmlns:r=')
    ? withLists
    : withLists.replace(
        root,
        root.replace(
          '<p:presentation',
          '<p:presentation xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        ),
      )
  putText(theirs, main, named)
  theirs.types.set(main, presentationType)
}

/** A text without an element that it has at most once. */
function withoutElement(text: string, name: string): string {
  const from = text.search(/</) < 0 ? -1 : indexOfElement(text, name)
  if (from < 0) return text
  const head = text.indexOf('>', from)
  if (text[head - 1] === '/') return text.slice(0, from) + text.slice(head + 1)
  const end = text.indexOf(`</${name}>`, head)
  return text.slice(0, from) + text.slice(end + name.length + 3)
}

function indexOfElement(text: string, name: string): number {
  return [`<${name}>`, `<${name} `, `<${name}/>`]
    .map((start) => text.indexOf(start))
    .filter((at) => at >= 0)
    .reduce((least, at) => (least < 0 ? at : Math.min(least, at)), -1)
}

/** Title, author and day are those of our document; the picture of the template's first page goes. */
export function takeProperties(ours: OfficePackage, theirs: OfficePackage): void {
  const isOurs = (type: string) => /\/(core-properties|extended-properties)$/.test(type)
  const kept = (theirs.links.get('') ?? []).filter(
    ({ type }) => !isOurs(type) && !/\/(thumbnail|origin|custom-properties|customXml|signature)$/.test(type),
  )
  const known = new Map<string, string>()
  const own = (ours.links.get('') ?? [])
    .filter(({ type }) => isOurs(type))
    .map((link) => {
      theirs.parts.delete(link.target)
      return { ...link, target: copyPart(theirs, ours, link.target, known) }
    })
  theirs.links.set('', [...kept, ...own.map((link, at) => ({ ...link, id: `rIdOwn${at + 1}` }))])
}
