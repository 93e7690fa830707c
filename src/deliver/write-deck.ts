import PptxGenJS from 'pptxgenjs'
import type { Book } from './deck/book.ts'
import { drawDeck } from './deck/print.ts'
import { repairDeck } from './deck/repair.ts'
import type { Deck } from './deck/slide.ts'

/** A deck as the bytes of a PowerPoint file, repaired where the library leaves a package that PowerPoint would mend; the same deck is the same bytes. */
export async function printDeck(deck: Deck): Promise<Uint8Array> {
  // The default export is the class itself under Node; its types say otherwise.
  const open = PptxGenJS as unknown as new () => Book
  const book = new open()
  const alts = drawDeck(book, deck)
  const footer = `${deck.organization} · ${deck.title} · ${deck.madeOn}`
  const bytes = await book.write({ outputType: 'uint8array' })
  return repairDeck(bytes as Uint8Array, { madeOn: deck.madeOn, footer, alts })
}
