import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Brand } from '#base/brand.ts'
import { zipSteadily } from '../guides/steady.ts'
import { brandDeck } from './brand-deck.ts'
import { escaped, footerShape, masterShapes, themeColours, titleAndBodyStyle } from './master.ts'

/** What a deck is finished with: its day, its footer, and alternative texts by the names of objects. */
export type Finish = Readonly<{
  madeOn: string
  footer: string
  alts: ReadonlyMap<string, string>
  /** The locale that its text is written in, for reading aloud and spelling. */
  locale: string
  /** How the organization wants it to look, and what its logo is called aloud. */
  look?: Readonly<{ brand: Brand; logoSays: string }> | undefined
}>

type Parts = Record<string, Uint8Array>

/**
 * Mends what pptxgenjs 4.0.1 leaves wrong in a package, so that PowerPoint has nothing to repair
 * (github.com/gitbrent/PptxGenJS issues 1440 to 1444, 1449 and 1534), puts in a real master, and takes clock and chance out.
 */
export function repairDeck(bytes: Uint8Array, finish: Finish): Uint8Array {
  const parts = withOwnNumbers(unzipSync(bytes))
  for (const name of Object.keys(parts)) {
    const part = parts[name]
    if (!part) continue
    if (name.startsWith('ppt/embeddings/')) parts[name] = steadyBook(part, finish.madeOn)
    else if (/\.(xml|rels)$/.test(name)) parts[name] = strToU8(mended(name, strFromU8(part), finish))
  }
  ownThemeOfNotes(parts)
  parts['[Content_Types].xml'] = strToU8(
    withoutPhantoms(strFromU8(parts['[Content_Types].xml'] ?? strToU8('')), parts),
  )
  if (finish.look) brandDeck(parts, finish.look)
  return zipSteadily(parts)
}

/** The library numbers charts through the life of the program; in a package they count from 1. */
function withOwnNumbers(found: Parts): Parts {
  const numbers = Object.keys(found)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .toSorted((a, b) => Number(a) - Number(b))
  const renamed = (text: string) =>
    text.replaceAll(
      /\b(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.(?:xml|xlsx)\b)/g,
      (whole, kind: string, number: string) => {
        const at = numbers.indexOf(number)
        return at < 0 ? whole : `${kind}${at + 1}`
      },
    )
  const parts: Parts = {}
  for (const [name, part] of Object.entries(found))
    if (!name.endsWith('/'))
      parts[renamed(name)] = /\.(xml|rels)$/.test(name) ? strToU8(renamed(strFromU8(part))) : part
  return parts
}

function mended(name: string, text: string, finish: Finish): string {
  if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return inSchemaOrder(withoutDanglingAxes(text))
  return inLocale(mendedPart(name, text, finish), finish.locale)
}

/** All text says in which language it is; the library writes American English. */
function inLocale(text: string, locale: string): string {
  return text.replaceAll(/ lang="en-(?:US|GB)"/g, ` lang="${locale}"`)
}

function mendedPart(name: string, text: string, finish: Finish): string {
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return mendedSlide(text, finish)
  if (/^ppt\/slideLayouts\/slideLayout\d+\.xml$/.test(name)) return mendedLayout(text)
  if (/^ppt\/slideMasters\/slideMaster\d+\.xml$/.test(name)) return mendedMaster(text)
  if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name)) return mendedNotes(text)
  if (name === 'ppt/presentation.xml') return inOrder(text)
  if (name === 'ppt/theme/theme1.xml') return text.replace(/<a:clrScheme .*?<\/a:clrScheme>/s, themeColours())
  if (name === 'docProps/core.xml') return onDay(text, finish.madeOn)
  return text
}

/** A chart names only axes that it has. */
function withoutDanglingAxes(text: string): string {
  const defined = new Set(
    [...text.matchAll(/<c:(?:catAx|valAx|serAx|dateAx)>\s*<c:axId val="(\d+)"/g)].map(([, id]) => id),
  )
  return text.replaceAll(/<c:axId val="(\d+)"\/>/g, (element, id: string) => (defined.has(id) ? element : ''))
}

/** Parts of a chart stand in the order of the schema, and none is missing that it asks for. */
function inSchemaOrder(text: string): string {
  return text
    .replaceAll(/<c:lineChart>(?!\s*<c:grouping)/g, '<c:lineChart><c:grouping val="standard"/>')
    .replaceAll(/<c:lineChart>.*?<\/c:lineChart>/gs, (lines) =>
      lines
        .replaceAll(/\s*<c:invertIfNegative val="\d"\/>/g, '')
        .replaceAll(/(<c:dLbls>(?:(?!<\/c:dLbls>).)*<\/c:dLbls>)(\s*<c:marker>.*?<\/c:marker>)/gs, '$2$1'),
    )
    .replaceAll(/(<c:noMultiLvlLbl val="\d"\/>)(\s*<c:tickLblSkip val="\d+"\/>)/g, '$2$1')
}

function mendedSlide(text: string, { alts, footer }: Finish): string {
  const spoken = text
    .replaceAll('<a:buSzPct val="100000"/>', '')
    .replaceAll(/<p:cNvPr id="(\d+)" name="([^"]*)"(?= ?\/?>)/g, (element, _, name: string) => {
      const alt = alts.get(unescaped(name))
      return alt === undefined ? element : `${element} descr="${escaped(alt)}"`
    })
  const isNumbered = /<p:ph type="sldNum"/.test(spoken)
  return withOwnIds(
    withBodies(
      effectOfBackground(
        isNumbered ? spoken.replace('</p:spTree>', `${footerShape(9000, footer)}</p:spTree>`) : spoken,
      ),
    ),
  )
}

function mendedLayout(text: string): string {
  const isNumbered = /<p:ph type="sldNum"/.test(text)
  return withOwnIds(
    withBodies(
      effectOfBackground(
        isNumbered ? text.replace('</p:spTree>', `${footerShape(9000, '')}</p:spTree>`) : text,
      ),
    ),
  )
}

/** The master of the library is empty; ours has the placeholders that layouts and slides inherit from. */
function mendedMaster(text: string): string {
  return titleAndBodyStyle(
    withOwnIds(
      text
        .replaceAll(/<p:sp>.*?<\/p:sp>/gs, '')
        .replace(
          '<p:cSld><p:spTree>',
          '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>',
        )
        .replace('</p:spTree>', `${masterShapes()}</p:spTree>`),
    ),
  )
}

/** Notes are paragraphs; the library puts all of them into one run. */
function mendedNotes(text: string): string {
  return text.replace(
    /<a:p>(<a:r><a:rPr[^>]*\/>)<a:t>(.*?)<\/a:t><\/a:r>.*?<\/a:p>/s,
    (_, run: string, said: string) =>
      said
        .split('\n')
        .map((line) =>
          line === ''
            ? '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
            : `<a:p>${run}<a:t>${line}</a:t></a:r></a:p>`,
        )
        .join(''),
  )
}

/** Shapes and backgrounds as PowerPoint wants them, in a part that somebody else wrote. */
export function mendShapes(text: string): string {
  const mended = withBodies(effectOfBackground(text))
  // Animations name objects by their numbers.
  return mended.includes('<p:timing') ? mended : withOwnIds(mended)
}

/** A filled background says which effects it has, if only none. */
function effectOfBackground(text: string): string {
  return text.replaceAll(/(<p:bgPr>(?:<a:solidFill>.*?<\/a:solidFill>))(<\/p:bgPr>)/gs, '$1<a:effectLst/>$2')
}

/** Every shape has a body for text, if only an empty one. */
function withBodies(text: string): string {
  const empty = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
  return text.replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs, (shape) =>
    shape.includes('<p:txBody>') ? shape : shape.replace('</p:sp>', empty),
  )
}

/** Every object of a slide has a number of its own. */
function withOwnIds(text: string): string {
  let next = 0
  return text.replaceAll(/(<p:cNvPr id=")\d+(")/g, (_, before: string, after: string) => {
    next += 1
    return `${before}${next}${after}`
  })
}

/** The master of the notes stands before the slides, as the schema has it. */
function inOrder(text: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(text) ?? []
  return text.replace(notes, '').replace('<p:sldIdLst>', `${notes}<p:sldIdLst>`)
}

function onDay(text: string, madeOn: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${madeOn}T00:00:00Z`)
}

/** Two masters may not share a theme. */
function ownThemeOfNotes(parts: Parts): void {
  const theme = parts['ppt/theme/theme1.xml']
  const links = 'ppt/notesMasters/_rels/notesMaster1.xml.rels'
  const part = parts[links]
  if (!theme || !part) return
  parts['ppt/theme/theme2.xml'] = theme
  parts[links] = strToU8(strFromU8(part).replace('theme1.xml', 'theme2.xml'))
}

/** The list of types names what is there, and nothing else. */
function withoutPhantoms(text: string, parts: Parts): string {
  const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml'
  return text
    .replaceAll(/ ?<Override PartName="\/([^"]+)"[^>]*\/>/g, (element, name: string) =>
      parts[name] ? element : '',
    )
    .replaceAll('image/jpg', 'image/jpeg')
    .replace('</Types>', `<Override PartName="/ppt/theme/theme2.xml" ContentType="${themeType}"/></Types>`)
}

/** The numbers behind a chart are a workbook in the package, with a clock of its own. */
function steadyBook(bytes: Uint8Array, madeOn: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
  return zipSteadily(
    Object.fromEntries(
      parts.map(([name, part]) => [
        name,
        name === 'docProps/core.xml' ? strToU8(onDay(strFromU8(part), madeOn)) : part,
      ]),
    ),
  )
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
