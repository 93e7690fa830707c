/** One row of a table with the line on which it begins, counted from 1. */
export type SheetLine = Readonly<{ line: number; cells: readonly string[] }>

/** Cuts a whole text into rows as RFC 4180 has it; blank lines are left out. */
export function csvRows(
  text: string,
  { delimiter, quote }: Readonly<{ delimiter: string; quote: string }>,
): SheetLine[] {
  const rows: SheetLine[] = []
  let [at, line] = [0, 1]
  while (at < text.length) {
    const { cells, next, lines } = readRow(text, at, delimiter, quote)
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
    at = next
    line += lines
  }
  return rows
}

type Row = { cells: string[]; next: number; lines: number }

function readRow(text: string, start: number, delimiter: string, quote: string): Row {
  const cells: string[] = []
  let [at, lines] = [start, 0]
  for (;;) {
    const cell = text[at] === quote ? quotedCell(text, at, quote) : { text: '', next: at }
    const end = nextOf(text, cell.next, delimiter)
    const value = cell.text + text.slice(cell.next, end)
    lines += value.split('\n').length - 1
    cells.push(value)
    if (text[end] === delimiter) {
      at = end + 1
      continue
    }
    const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    return { cells, next, lines: lines + 1 }
  }
}

/** Where the cell that begins here ends: before a delimiter, a line end, or the end of the text. */
function nextOf(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

function quotedCell(text: string, start: number, quote: string): { text: string; next: number } {
  let found = ''
  let from = start + 1
  for (;;) {
    const end = text.indexOf(quote, from)
    if (end === -1) return { text: found + text.slice(from), next: text.length }
    found += text.slice(from, end)
    if (text[end + 1] !== quote) return { text: found, next: end + 1 }
    found += quote
    from = end + 2
  }
}
