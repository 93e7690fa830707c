import { face, inks, type Sheet } from './book.ts'
import { fitText } from './fit.ts'
import { widthOf } from './metrics.ts'
import type { TimeBlock } from './slide.ts'

const day = 86_400_000
const labelWidth = 3.6
const headHeight = 0.84
const markSize = 10
const most = { row: 0.46, marks: 6 } as const

/** Draws work over time with shapes: a bar a row, a line a marked day, months above. */
export function drawTime({ slide, alts, speech }: Sheet, { box, name, rows, marks }: TimeBlock): void {
  const all = [...rows.flatMap(({ from, to }) => [from, to]), ...marks.map(({ on }) => on)].toSorted()
  const [first, last] = [Date.parse(all[0] ?? ''), Date.parse(all.at(-1) ?? '') + 14 * day]
  const left = box.x + labelWidth
  const place = (on: string) => left + ((Date.parse(on) - first) / (last - first)) * (box.w - labelWidth)
  const top = box.y + headHeight
  const high = Math.min(most.row, (box.h - headHeight - 0.26) / Math.max(1, rows.length))
  const foot = top + high * rows.length
  const words = { fontFace: face, margin: 0, color: inks.second } as const
  for (const month of monthsBetween(first, last)) {
    const x = place(month)
    if (x > box.x + box.w - 0.6) continue
    slide.addShape('line', {
      x,
      y: top,
      w: 0,
      h: foot - top,
      line: { color: inks.line, width: 0.5 },
      objectName: `Month line ${month}`,
    })
    slide.addText(speech.month(month.slice(0, 7)), {
      x: x + 0.03,
      y: foot + 0.02,
      w: 0.8,
      h: 0.22,
      ...words,
      fontSize: 9,
      objectName: `Month ${month}`,
    })
  }
  for (const [at, { label, from, to, isDriving }] of rows.entries()) {
    const y = top + at * high
    const fitted = fitText([{ text: label }], { x: 0, y: 0, w: labelWidth - 0.15, h: high }, [12, 11, 10, 9])
    slide.addText(fitted.paragraphs[0]?.text ?? '', {
      x: box.x,
      y,
      w: labelWidth - 0.15,
      h: high,
      ...words,
      color: inks.ink,
      fontSize: fitted.size,
      valign: 'middle',
      objectName: `Row ${at + 1}`,
    })
    const bar = `${name} ${at + 1}`
    const span = { label, from: speech.day(from), to: speech.day(to) }
    alts.set(bar, speech.say(isDriving ? 'time.alt-driving' : 'time.alt', span))
    slide.addShape('rect', {
      x: place(from),
      y: y + high * 0.22,
      w: Math.max(0.06, place(nextDay(to)) - place(from)),
      h: high * 0.56,
      fill: { color: isDriving ? inks.accent : inks.paper },
      line: { color: inks.accent, width: 1 },
      objectName: bar,
    })
  }
  drawMarks({ slide, alts, speech }, marks, { place, top: box.y, foot, right: box.x + box.w })
}

/** Marked days are told in two heights by turns, so that neighbours do not cover each other. */
function drawMarks(
  { slide, alts, speech }: Sheet,
  marks: TimeBlock['marks'],
  at: Readonly<{ place: (on: string) => number; top: number; foot: number; right: number }>,
): void {
  const inOrder = marks.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, most.marks)
  const ends = Array.from({ length: 4 }, () => Number.NEGATIVE_INFINITY)
  for (const [turn, { label, on }] of inOrder.entries()) {
    const x = at.place(on)
    const said = `${label} ${speech.day(on)}`
    const wide = (widthOf(said, markSize, false) * 1.05) / 72 + 0.1
    const from = Math.min(x, at.right - wide)
    const line = ends.findIndex((end) => end <= from)
    const row = line < 0 ? turn % ends.length : line
    ends[row] = from + wide
    const name = `Mark ${label}`
    alts.set(name, `${label}: ${speech.day(on)}.`)
    slide.addShape('line', {
      x,
      y: at.top + 0.2 * (row + 1),
      w: 0,
      h: at.foot - at.top - 0.2 * (row + 1),
      line: { color: inks.ink, width: 1.25, dashType: 'dash' },
      objectName: name,
    })
    slide.addText(said, {
      x: from,
      y: at.top + 0.2 * row,
      w: wide,
      h: 0.2,
      fontFace: face,
      margin: 0,
      fontSize: markSize,
      color: inks.ink,
      fill: { color: inks.paper },
      align: from < x - 0.1 ? 'right' : 'left',
      objectName: `Label of ${name}`,
    })
  }
}

function nextDay(on: string): string {
  return new Date(Date.parse(on) + day).toISOString().slice(0, 10)
}

/** The first days of the months in between; of long times every third month. */
function monthsBetween(first: number, last: number): readonly string[] {
  const months: string[] = []
  const at = new Date(first)
  for (let month = at.getUTCMonth() + 1; ; month += 1) {
    const on = Date.UTC(at.getUTCFullYear(), month, 1)
    if (on >= last) break
    months.push(new Date(on).toISOString().slice(0, 10))
  }
  const step = Math.ceil(months.length / 12)
  return months.filter((_, place) => place % step === 0)
}
