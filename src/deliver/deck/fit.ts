import { widthOf } from './metrics.ts'

/** A rectangle on a slide, in inches. */
export type Box = Readonly<{ x: number; y: number; w: number; h: number }>

/** One paragraph of a text box. */
export type Paragraph = Readonly<{ text: string; strong?: boolean; bullet?: boolean; quiet?: boolean }>

const pointsPerInch = 72
/** Height of a line as multiple of its size, in PowerPoint and LibreOffice with the faces of the look. */
export const lineHeight = 1.22
/** Room after a paragraph, as multiple of its size. */
export const paragraphRoom = 0.45
/** Width that a bullet takes, as multiple of the size. */
const bulletRoom = 1.4
/** Other programs lay text a little wider than the face says. */
const caution = 1.03

/** Lines that a text takes in a width in inches. */
export function linesIn(text: string, width: number, size: number, isStrong: boolean): number {
  const room = width * pointsPerInch
  let [lines, used] = [1, 0]
  const blank = widthOf(' ', size, isStrong)
  for (const word of text.split(/[ \n]/)) {
    const wide = caution * widthOf(word, size, isStrong)
    if (used > 0 && used + blank + wide > room) {
      lines += 1
      used = 0
    }
    if (wide > room) lines += Math.ceil(wide / room) - 1
    used += (used > 0 ? blank : 0) + (wide > room ? wide % room : wide)
  }
  return lines
}

/** Height in inches that paragraphs take in a width at a size. */
export function heightOf(paragraphs: readonly Paragraph[], width: number, size: number): number {
  const points = paragraphs.reduce((sum, { text, strong = false, bullet = false }) => {
    const room = width - (bullet ? (bulletRoom * size) / pointsPerInch : 0)
    return sum + (linesIn(text, room, size, strong) * lineHeight + paragraphRoom) * size
  }, 0)
  return points / pointsPerInch
}

/** Text as it is placed: the largest size that fits; where none does, less of it, and what was left out is counted. */
export type FittedText = Readonly<{ size: number; paragraphs: readonly Paragraph[]; left: number }>

/** Fits paragraphs into a box, sizes from the largest to the smallest that people in the last row can read. */
export function fitText(paragraphs: readonly Paragraph[], box: Box, sizes: readonly number[]): FittedText {
  const whole = sizes.find((size) => heightOf(paragraphs, box.w, size) <= box.h)
  if (whole !== undefined) return { size: whole, paragraphs, left: 0 }
  const size = sizes.at(-1) ?? 12
  for (let kept = paragraphs.length - 1; kept > 0; kept -= 1) {
    const left = paragraphs.length - kept
    const shown = [...paragraphs.slice(0, kept), { text: `… +${left}`, quiet: true }]
    if (heightOf(shown, box.w, size) <= box.h) return { size, paragraphs: shown, left }
  }
  const [first] = paragraphs
  const words = first?.text.split(' ') ?? []
  while (words.length > 1 && heightOf([{ ...first, text: `${words.join(' ')} …` }], box.w, size) > box.h)
    words.pop()
  return { size, paragraphs: [{ ...first, text: `${words.join(' ')} …` }], left: paragraphs.length }
}

/** A table as it is placed: rows with their heights in inches. */
export type FittedTable = Readonly<{
  size: number
  rows: readonly (readonly string[])[]
  heights: readonly number[]
  left: number
}>

/** Room above and below, and left and right of the text of a cell, in inches. */
export const cellRoom = { high: 0.05, wide: 0.08 } as const

/** Down to this size text is made smaller to keep words whole. */
const leastWhole = 12

/** Fits a table into a box: rows that have no room are left out and counted, the head stays. widths in inches. */
export function fitTable(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  box: Box,
  sizes: readonly number[],
): FittedTable {
  const heightIn = (row: readonly string[], size: number, isHead: boolean) =>
    Math.max(...row.map((text, at) => linesIn(text, (widths[at] ?? 1) - 2 * cellRoom.wide, size, isHead))) *
      ((lineHeight * size) / pointsPerInch) +
    2 * cellRoom.high
  const fitting = sizes.filter((size) => sum(rows.map((row, at) => heightIn(row, size, at === 0))) <= box.h)
  const best = fitting.find((size) => size >= leastWhole && !breaksWords(rows, widths, size)) ?? fitting[0]
  if (best !== undefined)
    return { size: best, rows, heights: rows.map((row, at) => heightIn(row, best, at === 0)), left: 0 }
  const size = sizes.at(-1) ?? 10
  const heights = rows.map((row, at) => heightIn(row, size, at === 0))
  const last = (lineHeight * size) / pointsPerInch + 2 * cellRoom.high
  let kept = rows.length - 1
  while (kept > 1 && sum(heights.slice(0, kept)) + last > box.h) kept -= 1
  const left = rows.length - kept
  const more = [`… +${left}`, ...(rows[0]?.slice(1) ?? []).map(() => '')]
  return { size, rows: [...rows.slice(0, kept), more], heights: [...heights.slice(0, kept), last], left }
}

/** Whether a word is wider than its column: then a program breaks it, or a day at its hyphens. */
function breaksWords(rows: readonly (readonly string[])[], widths: readonly number[], size: number): boolean {
  return rows.some((row, at) =>
    row.some((text, column) => {
      const room = ((widths[column] ?? 1) - 2 * cellRoom.wide) * pointsPerInch
      return text.split(/[ \n]/).some((word) => caution * widthOf(word, size, at === 0) > room)
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
