import { look, type ToneName } from '#base/look.ts'
import { type Chart, drawing, element, ink, mark, smallText, words } from './svg.ts'

/** One clause of the map: its worst tone, and one mark for each of its requirements. */
export type ClauseCell = {
  readonly clause: string
  readonly title: string
  readonly worst: ToneName
  readonly marks: readonly ToneName[]
}

/** Clauses under one heading. */
export type ClauseBlock = { readonly title: string; readonly cells: readonly ClauseCell[] }

const row = 13.9
const markSize = 5.6
const markPitch = 6.8

/** The heat map: two columns of clauses, each with its worst rating as a tinted cell and a mark per requirement. */
export function drawClauseMap(blocks: readonly ClauseBlock[], alt: string, width: number): Chart {
  const columnWidth = (width - 16) / 2
  const columns = split(blocks)
  const heights = columns.map((column) => column.reduce((sum, block) => sum + heightOf(block), 0))
  const parts = columns.flatMap((column, place) =>
    drawColumn(column, place * (columnWidth + 16), columnWidth),
  )
  return drawing(width, Math.max(...heights), alt, parts)
}

/** A strip of marks, one per clause and grouped by the clause's first number, for a cover. */
export function drawClauseStrip(
  blocks: readonly { readonly label: string; readonly tones: readonly ToneName[] }[],
  alt: string,
  width: number,
): Chart {
  const pitch = 17
  const longest = Math.max(1, ...blocks.map(({ tones }) => tones.length))
  const across = Math.min(15.6, (width - 24) / longest)
  const parts = blocks.flatMap(({ label, tones }, place) => {
    const y = 8 + place * pitch
    return [
      words(label, 0, y + 3, { fill: ink.second }),
      ...tones.map((tone, index) => mark(tone, 24 + index * across, y, 9)),
    ]
  })
  return drawing(width, blocks.length * pitch + 4, alt, parts)
}

/** Blocks in two columns of about equal height, their order kept. */
function split(blocks: readonly ClauseBlock[]): readonly (readonly ClauseBlock[])[] {
  const height = (some: readonly ClauseBlock[]) => some.reduce((sum, block) => sum + heightOf(block), 0)
  const cuts = blocks.map((_, place) => [blocks.slice(0, place + 1), blocks.slice(place + 1)])
  const taller = (columns: readonly (readonly ClauseBlock[])[]) => Math.max(...columns.map(height))
  return cuts.reduce((best, each) => (taller(each) < taller(best) ? each : best), [blocks])
}

function heightOf({ cells }: ClauseBlock): number {
  return cells.length * row + 23
}

function drawColumn(blocks: readonly ClauseBlock[], x: number, width: number): string[] {
  let y = 0
  return blocks.flatMap((block) => {
    const top = y
    y += heightOf(block)
    return [
      words(block.title, x, top + 11, { fill: ink.ink, strong: true }),
      ...block.cells.flatMap((cell, place) => drawCell(cell, x, top + 16 + place * row, width)),
    ]
  })
}

function drawCell(
  { clause, title, worst, marks }: ClauseCell,
  x: number,
  y: number,
  width: number,
): string[] {
  const middle = y + row / 2
  const colour = look.tones[worst].light
  const start = x + width - marks.length * markPitch + markPitch / 2
  const room = start - markPitch - (x + 53)
  return [
    element('rect', {
      x,
      y: y + 0.8,
      width: 46,
      height: row - 1.6,
      rx: 1.5,
      fill: colour,
      'fill-opacity': 0.13,
    }),
    mark(worst, x + 7, middle, 7),
    words(clause, x + 14, middle + 2.9, { fill: ink.ink, strong: worst === 'major' }),
    words(shorten(title, room), x + 52, middle + 2.9),
    ...marks.map((tone, place) => mark(tone, start + place * markPitch, middle, markSize)),
  ]
}

/** Words cut to the room there is; the whole title stands in the requirement tables. */
function shorten(title: string, room: number): string {
  const fits = Math.floor(room / (smallText * 0.52))
  if (title.length <= fits) return title
  const cut = title.slice(0, Math.max(0, fits - 1))
  const blank = cut.lastIndexOf(' ')
  return `${(blank > fits * 0.6 ? cut.slice(0, blank) : cut).replace(/[\s,]+$/, '')}…`
}
