import { type Book, face, inks, type Sheet } from './book.ts'
import { drawCards } from './draw-cards.ts'
import { drawChart } from './draw-chart.ts'
import { drawTime } from './draw-time.ts'
import { type Box, cellRoom, fitTable, fitText, lineHeight, paragraphRoom } from './fit.ts'
import { escaped } from './master.ts'
import type { Block, Deck, Slide, TableBlock, TextBlock, TilesBlock } from './slide.ts'
import { bodyBox, sourceBox, titleBox, titleSizes } from './slide.ts'

/** Draws the slides of a deck; gives the alternative texts that the library cannot write, by the name of each object. */
export function drawDeck(book: Book, deck: Deck): ReadonlyMap<string, string> {
  book.layout = 'LAYOUT_WIDE'
  book.title = `${deck.title}: ${deck.organization}`
  book.subject = deck.title
  book.author = deck.organization
  // The library writes this one as it is, and a name may hold what means something in XML.
  book.company = escaped(deck.organization)
  book.theme = { headFontFace: face, bodyFontFace: face }
  defineMasters(book)
  const alts = new Map<string, string>()
  for (const slide of deck.slides) drawSlide({ book, alts, speech: deck.speech }, slide)
  return alts
}

/** Cover, message with text, and message with figures: the layouts that a person finds when adding a slide. */
function defineMasters(book: Book): void {
  const headline = (box: Box, valign: 'top' | 'bottom') => ({
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        ...box,
        fontFace: face,
        bold: true,
        color: inks.ink,
        align: 'left' as const,
        valign,
        margin: 0,
      },
      text: '',
    },
  })
  const body = {
    placeholder: {
      options: {
        name: 'body',
        type: 'body' as const,
        ...bodyBox,
        fontFace: face,
        color: inks.ink,
        margin: 0,
      },
      text: '',
    },
  }
  const slideNumber = {
    x: 11.73,
    y: 7.03,
    w: 1.0,
    h: 0.3,
    fontFace: face,
    fontSize: 10,
    color: inks.second,
    align: 'right' as const,
  }
  const background = { color: inks.paper }
  const rule = { line: { x: 0.9, y: 1.55, w: 1.2, h: 0, line: { color: inks.accent, width: 3 } } }
  book.defineSlideMaster({
    title: 'Cover',
    background,
    objects: [headline({ x: 0.9, y: 1.8, w: 11.2, h: 1.9 }, 'top'), rule],
  })
  book.defineSlideMaster({
    title: 'Message and text',
    background,
    objects: [headline(titleBox, 'top'), body],
    slideNumber,
  })
  book.defineSlideMaster({
    title: 'Message and figures',
    background,
    objects: [headline(titleBox, 'top')],
    slideNumber,
  })
}

function drawSlide(
  { book, alts, speech }: Pick<Sheet, 'alts' | 'speech'> & Readonly<{ book: Book }>,
  slide: Slide,
): void {
  const sheet = { slide: book.addSlide({ masterName: masterOf(slide) }), alts, speech }
  const isCover = slide.layout === 'cover'
  const room = isCover ? { x: 0.9, y: 1.8, w: 11.2, h: 1.9 } : titleBox
  const { size, paragraphs } = fitText(
    [{ text: slide.title, strong: true }],
    room,
    isCover ? [40, 36, 32, 28] : titleSizes,
  )
  sheet.slide.addText(paragraphs[0]?.text ?? '', {
    placeholder: 'title',
    fontSize: size,
    bold: true,
    fontFace: face,
    color: inks.ink,
  })
  for (const block of slide.blocks) drawBlock(sheet, slide, block)
  if (slide.source !== '') {
    const source = { text: speech.say('source', { source: slide.source }) }
    const fitted = fitText([source], sourceBox, [10, 9])
    sheet.slide.addText(fitted.paragraphs[0]?.text ?? '', {
      ...sourceBox,
      fontFace: face,
      fontSize: fitted.size,
      color: inks.second,
      margin: 0,
      valign: 'top',
      objectName: 'Source',
    })
  }
  sheet.slide.addNotes(slide.notes.join('\n'))
}

function masterOf({ layout, blocks }: Slide): string {
  if (layout === 'cover') return 'Cover'
  return blocks.some((block) => block.kind === 'text' && block.isBody)
    ? 'Message and text'
    : 'Message and figures'
}

function drawBlock(sheet: Sheet, { id }: Slide, block: Block): void {
  switch (block.kind) {
    case 'text':
      drawText(sheet, block)
      return
    case 'tiles':
      drawTiles(sheet, block)
      return
    case 'table':
      drawTable(sheet, `${block.name} (${id})`, block)
      return
    case 'cards':
      drawCards(sheet, block)
      return
    case 'chart':
      drawChart(sheet, block)
      return
    case 'time':
      drawTime(sheet, block)
  }
}

function drawText({ slide }: Sheet, { box, paragraphs, sizes, isBody = false }: TextBlock): void {
  if (paragraphs.length === 0) return
  const fitted = fitText(paragraphs, box, sizes)
  slide.addText(
    fitted.paragraphs.map(({ text, strong = false, bullet = false, quiet = false }) => ({
      text,
      options: {
        bold: strong,
        color: quiet ? inks.second : inks.ink,
        breakLine: true,
        ...(bullet ? { bullet: { indent: fitted.size * 1.4 } } : {}),
      },
    })),
    {
      ...(isBody ? { placeholder: 'body' } : { ...box, objectName: 'Text' }),
      fontFace: face,
      fontSize: fitted.size,
      lineSpacingMultiple: lineHeight / 1.21,
      paraSpaceAfter: paragraphRoom * fitted.size,
      valign: 'top',
      margin: 0,
    },
  )
}

/** A figure is one word, which a wider face of another program would break: so much of the width is counted on. */
const otherFaces = 0.85

/** Figures beside each other: as many as there are share the width. */
function drawTiles({ slide }: Sheet, { box, tiles }: TilesBlock): void {
  const gap = 0.25
  const width = (box.w - gap * (tiles.length - 1)) / Math.max(1, tiles.length)
  const [valueHigh, edge] = [box.h * 0.5, 0.14]
  const valueSize = Math.min(
    ...tiles.map(
      ({ value }) =>
        fitText(
          [{ text: value, strong: true }],
          { ...box, w: (width - 2 * edge) * otherFaces, h: valueHigh },
          [28, 24, 20, 18, 16],
        ).size,
    ),
  )
  for (const [at, { value, label }] of tiles.entries()) {
    const x = box.x + at * (width + gap)
    const inner = { x: x + edge, w: width - 2 * edge }
    slide.addShape('rect', {
      x,
      y: box.y,
      w: width,
      h: box.h,
      fill: { color: inks.mist },
      objectName: `Tile ${at + 1}`,
    })
    const usual = { fontFace: face, margin: 0 }
    const said = fitText([{ text: label }], { ...box, w: inner.w, h: box.h * 0.42 }, [13, 12, 11])
    slide.addText(value, {
      ...inner,
      ...usual,
      y: box.y + 0.06,
      h: valueHigh,
      bold: true,
      fontSize: valueSize,
      color: inks.accent,
      valign: 'middle',
      objectName: `Figure ${at + 1}`,
    })
    slide.addText(said.paragraphs[0]?.text ?? '', {
      ...inner,
      ...usual,
      y: box.y + valueHigh + 0.04,
      h: box.h * 0.42,
      fontSize: said.size,
      color: inks.second,
      valign: 'top',
      objectName: `Label ${at + 1}`,
    })
  }
}

type Border = { type: 'solid' | 'none'; pt?: number; color?: string }

function drawTable(
  { slide, alts, speech }: Sheet,
  name: string,
  { box, rows, widths, numbers = [] }: TableBlock,
): void {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const inches = widths.map((width) => (width / all) * box.w)
  const fitted = fitTable(rows, inches, box, [14, 13, 12, 11, 10])
  const { wide, high } = cellRoom
  const edge: Border = { type: 'solid', pt: 0.75, color: inks.line }
  const none: Border = { type: 'none' }
  const heads = (rows[0] ?? []).filter(Boolean).join(', ')
  alts.set(name, speech.many('table.alt', rows.length - 1, { heads }))
  slide.addTable(
    fitted.rows.map((row, at) =>
      row.map((text, column) => ({
        text,
        options: {
          bold: at === 0,
          color: at === 0 ? inks.second : inks.ink,
          align: numbers.includes(column) ? ('right' as const) : ('left' as const),
          valign: 'top' as const,
          margin: [high, wide, high, wide] as [number, number, number, number],
          border: [at === 0 ? none : edge, none, edge, none] as [Border, Border, Border, Border],
        },
      })),
    ),
    {
      x: box.x,
      y: box.y,
      w: box.w,
      colW: inches,
      rowH: [...fitted.heights],
      fontFace: face,
      fontSize: fitted.size,
      objectName: name,
    },
  )
}
