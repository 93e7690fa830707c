import PptxGenJS from 'pptxgenjs'
import { locales } from '#base/language.ts'
import type { Book } from './deck/book.ts'
import { drawDeck } from './deck/print.ts'
import { repairDeck } from './deck/repair.ts'
import type { Deck } from './deck/slide.ts'

/** A deck as the bytes of a PowerPoint file, repaired where the library leaves a package that PowerPoint would mend; the same deck is the same bytes. */
export async function printDeck(deck: Deck): Promise<Uint8Array> {
  // The default export is the class itself under Node; its types say otherwise.
  const open = PptxGenJS as unknown as new () => Book
  const book = new open()
  const { organization, title, madeOn, brand, speech } = deck
  const alts = drawDeck(book, withCoverLine(deck))
  const words = brand?.footer ? brand.footer : `${organization} · ${title}`
  const footer = `${words} · ${speech.day(madeOn)}`
  const bytes = await book.write({ outputType: 'uint8array' })
  const look = brand && { brand, logoSays: speech.say('logo', { organization }) }
  return repairDeck(bytes as Uint8Array, {
    madeOn,
    footer,
    alts,
    look,
    locale: locales[speech.language],
  })
}

/** The line that an organization wants on its covers stands below its name. */
function withCoverLine(deck: Deck): Deck {
  const { brand } = deck
  if (!brand?.coverLine) return deck
  const line = { text: brand.coverLine, quiet: true }
  const slides = deck.slides.map((slide) =>
    slide.layout === 'cover'
      ? {
          ...slide,
          blocks: slide.blocks.map((block, at) =>
            at === 0 && block.kind === 'text'
              ? { ...block, paragraphs: block.paragraphs.toSpliced(1, 0, line) }
              : block,
          ),
        }
      : slide,
  )
  return { ...deck, slides }
}
