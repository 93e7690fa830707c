import { face, inks, type Sheet } from './book.ts'
import { type Box, fitText } from './fit.ts'
import type { CardsBlock } from './slide.ts'

const gap = 0.25
const edge = 0.16
/** Height of the head of a card, in inches. */
const headHigh = 0.62
/** Cards in one row are not drawn out to the foot of the slide. */
const highest = 3.2
const headSizes = [20, 18, 16, 14, 13, 12] as const
export const cardSizes = [20, 18, 16, 14, 13, 12] as const

/** Where the cards of a block lie, in reading order: as many side by side as can be read. */
export function placesOf({ box, cards, areSteps = false }: CardsBlock): readonly Box[] {
  const columns = areSteps ? cards.length : columnsFor(cards.length)
  const rows = Math.ceil(cards.length / columns)
  const w = (box.w - gap * (columns - 1)) / columns
  const h = Math.min(highest, (box.h - gap * (rows - 1)) / rows)
  return cards.map((_, at) => ({
    x: box.x + (at % columns) * (w + gap),
    y: box.y + Math.floor(at / columns) * (h + gap),
    w,
    h,
  }))
}

function columnsFor(cards: number): number {
  if (cards === 4) return 2
  if (cards > 6) return 4
  return Math.min(3, cards)
}

/** The place of what a card says, below its head. */
export function saysBox({ x, y, w, h }: Box): Box {
  return { x: x + edge, y: y + headHigh + 0.12, w: w - 2 * edge, h: h - headHigh - 0.24 }
}

/** Draws cards: a head and what it says; all heads of a block have one size, and all texts. Steps have arrows as heads. */
export function drawCards({ slide }: Sheet, block: CardsBlock): void {
  const places = placesOf(block)
  const least = (
    texts: readonly string[],
    boxes: readonly Box[],
    sizes: readonly number[],
    strong: boolean,
  ) => Math.min(...texts.map((text, at) => fitText([{ text, strong }], boxes[at] ?? block.box, sizes).size))
  const heads = places.map(({ x, y, w }) => ({
    x: x + edge,
    y,
    w: w - 2 * edge - (block.areSteps ? 0.3 : 0),
    h: headHigh,
  }))
  const headSize = least(
    block.cards.map(({ head }) => head),
    heads,
    headSizes,
    true,
  )
  const size = least(
    block.cards.map(({ says }) => says),
    places.map(saysBox),
    cardSizes,
    false,
  )
  const usual = { fontFace: face, margin: 0, color: inks.ink }
  for (const [at, { head, says }] of block.cards.entries()) {
    const place = places[at] ?? block.box
    slide.addShape('rect', { ...place, fill: { color: inks.mist }, objectName: `Card ${at + 1}` })
    slide.addShape(block.areSteps ? 'homePlate' : 'rect', {
      x: place.x,
      y: place.y,
      w: block.areSteps ? place.w : 0.07,
      h: block.areSteps ? headHigh : place.h,
      fill: { color: inks.accent },
      objectName: `Mark ${at + 1}`,
    })
    slide.addText(head, {
      ...usual,
      ...(heads[at] ?? place),
      bold: true,
      fontSize: headSize,
      color: block.areSteps ? inks.paper : inks.ink,
      valign: 'middle',
      objectName: `Head ${at + 1}`,
    })
    slide.addText(says, {
      ...usual,
      ...saysBox(place),
      fontSize: size,
      valign: 'top',
      objectName: `Says ${at + 1}`,
    })
  }
}
