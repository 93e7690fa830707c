const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)

/** What the workbook reader hands out about a cell; values are of many kinds, so they are looked at one by one. */
export type Cell = Readonly<{ value: unknown; numFmt?: unknown }>

/** A cell as text: dates as ISO, formulas as their values, undefined for empty cells and errors such as #N/A. */
export function cellText({ value, numFmt: named }: Cell): string | undefined {
  const numFmt = formatCode(named)
  const plain = resultOf(value)
  if (plain instanceof Date) return dateText(plain, numFmt)
  if (typeof plain === 'number')
    return isDateFormat(numFmt) ? dateText(new Date(EPOCH + plain * DAY), numFmt) : numberText(plain)
  if (typeof plain === 'string') return plain === '' ? undefined : plain
  if (typeof plain === 'boolean') return String(plain)
  return isRecord(plain) ? richText(plain) : undefined
}

/** Whether a cell holds an error, as formulas leave them. */
export function isCellError({ value }: Cell): boolean {
  const plain = resultOf(value)
  return isRecord(plain) && 'error' in plain
}

function resultOf(value: unknown): unknown {
  if (!isRecord(value)) return value
  return 'formula' in value || 'sharedFormula' in value ? value.result : value
}

function richText(value: Readonly<Record<string, unknown>>): string | undefined {
  if (Array.isArray(value.richText)) {
    const text = value.richText
      .map((part: unknown) => (isRecord(part) ? String(part.text ?? '') : ''))
      .join('')
    return text === '' ? undefined : text
  }
  if (isRecord(value.text)) return richText(value.text)
  return typeof value.text === 'string' && value.text !== '' ? value.text : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

/** Fifteen digits, as the sheet shows at most: what lies behind is an artefact of binary fractions. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
}

function formatCode(format: unknown): string | undefined {
  const code = isRecord(format) ? format.formatCode : format
  return typeof code === 'string' ? code : undefined
}

/** A number format without its literals, colours and conditions; elapsed time such as [h] stays. */
function codes(numFmt: string): string {
  return numFmt.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
}

function isDateFormat(numFmt: string | undefined): boolean {
  return numFmt !== undefined && numFmt !== 'General' && /[ymdhs]/i.test(codes(numFmt))
}

/** Sheets know no zone. Stamps are rounded to the second where a fraction of a day put them just beside it. */
function dateText(date: Date, numFmt: string | undefined): string | undefined {
  const exact = date.getTime()
  if (Number.isNaN(exact)) return undefined
  const near = Math.round(exact / 1000) * 1000
  const time = Math.abs(exact - near) <= 2 ? near : exact
  const format = codes(numFmt ?? '')
  if (/\[[hms]+\]/i.test(format)) return elapsedText(time - EPOCH)
  const hasClock = /[hs]/i.test(format) || time % DAY !== 0
  const hasDay = /[yd]/i.test(format) || time - EPOCH >= DAY
  const iso = new Date(time).toISOString().replace(/(?:\.000)?Z$/, '')
  if (!hasDay) return iso.slice(11)
  return hasClock ? iso : iso.slice(0, 10)
}

function elapsedText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
