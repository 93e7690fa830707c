const delimiters = [',', ';', '\t', '|', '^'] as const
const SAMPLED_ROWS = 50

/** How a CSV text is written and what its first rows hold. */
export type Head = Readonly<{
  delimiter: string
  quote: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}>

/** Reads the head line and finds the delimiter: the one that cuts most rows into as many fields as the head. */
export function readCsvHead(sample: string): Head {
  const quote = quoteOf(sample)
  const tried = delimiters.map((delimiter) => ({ delimiter, rows: parseRows(sample, { delimiter, quote }) }))
  const [best] = tried
    .map((one) => ({ ...one, score: agreement(one.rows) }))
    .sort((a, b) => b.score - a.score)
  const { delimiter, rows } = best && best.score > 0 ? best : { delimiter: ',', rows: tried[0]?.rows ?? [] }
  const [columns = [], ...data] = rows
  return { delimiter, quote, columns, rows: data }
}

/** Single quotes count only when they wrap the whole first line's fields, as in 'Number','State'. */
function quoteOf(sample: string): string {
  const line = sample.slice(0, lineEnd(sample))
  return /^'[^'"]*'(?:[,;\t|^]'[^'"]*')+$/.test(line) ? "'" : '"'
}

function lineEnd(text: string): number {
  const at = text.search(/[\r\n]/)
  return at === -1 ? text.length : at
}

/** Zero for no cut at all; else the share of rows as wide as the head, and a little for more columns. */
function agreement(rows: readonly (readonly string[])[]): number {
  const [head, ...data] = rows
  if (!head || head.length < 2) return 0
  const alike = data.filter((row) => row.length === head.length).length
  const share = data.length === 0 ? 1 : alike / data.length
  return share + Math.min(head.length, 100) / 1000
}

type Style = Readonly<{ delimiter: string; quote: string }>

/** Cuts the first rows of a text into fields, as RFC 4180 has it; blank lines are left out. */
function parseRows(text: string, style: Style, most = SAMPLED_ROWS): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length && rows.length < most) {
    const { fields, next } = parseRow(text, at, style)
    if (fields.length > 1 || fields[0] !== '') rows.push(fields)
    at = next
  }
  return rows
}

function parseRow(text: string, start: number, style: Style): { fields: string[]; next: number } {
  const fields: string[] = []
  let at = start
  for (;;) {
    const { value, end } =
      text[at] === style.quote ? quotedField(text, at, style) : plainField(text, at, style)
    fields.push(value)
    if (text[end] === style.delimiter) {
      at = end + 1
      continue
    }
    return { fields, next: text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1 }
  }
}

type Field = Readonly<{ value: string; end: number }>

function plainField(text: string, start: number, { delimiter }: Style): Field {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end }
}

function quotedField(text: string, start: number, style: Style): Field {
  const { quote } = style
  let value = ''
  let at = start + 1
  for (;;) {
    const end = text.indexOf(quote, at)
    if (end === -1) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, end)
    if (text[end + 1] !== quote) {
      const rest = plainField(text, end + 1, style)
      return { value: value + rest.value, end: rest.end }
    }
    value += quote
    at = end + 2
  }
}

const number = /^[-+]?\d+(?:[.,]\d+)?$/
const stamp = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?$/

/** Whether the head line holds values where names belong: a time stamp, or numbers in half of the columns. */
export function looksLikeData(columns: readonly string[]): boolean {
  const named = columns.filter((name) => name.trim() !== '')
  if (named.some((name) => stamp.test(name.trim()))) return true
  const numbers = named.filter((name) => number.test(name.trim())).length
  return numbers > 0 && numbers * 2 >= named.length
}
