import type { DayOrder } from './mapping.ts'

/** How the values of one column are read as instants: with an offset, without one, or as days that carry no time at all. */
export type DateFormat = Readonly<{
  kind: 'offset' | 'naive' | 'day'
  sql: (value: string) => string
  name: string
}>

/** The form of one date text: its family, and for numeric dates the order that has to be decided. */
type Form = Readonly<{
  test: RegExp
  zone: boolean
  formats?: readonly string[]
  numeric?: boolean
  epoch?: 's' | 'ms'
  iso?: boolean
}>

const time = '(?:[ T]\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)?'
const forms: readonly Form[] = [
  {
    test: new RegExp(`^\\d{4}-\\d{1,2}-\\d{1,2}${time}\\s?(?:Z|UTC|[+-]\\d\\d:?(?:\\d\\d)?)$`),
    zone: true,
    iso: true,
  },
  { test: new RegExp(`^\\d{4}-\\d{1,2}-\\d{1,2}${time}$`), zone: false, iso: true },
  {
    test: new RegExp(`^\\d{4}/\\d{1,2}/\\d{1,2}${time}$`),
    zone: false,
    formats: ['%Y/%m/%d %H:%M:%S.%f', '%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%Y/%m/%d'],
  },
  {
    test: /^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)(?:,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?)?$/,
    zone: false,
    numeric: true,
  },
  {
    test: /^\d{1,2}[/ -][A-Za-z]{3}[/ -](?:\d{4}|\d\d)(?:\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?)?$/,
    zone: false,
    formats: monthNames(),
  },
  { test: /^1\d{9}$/, zone: true, epoch: 's' },
  { test: /^1\d{12}$/, zone: true, epoch: 'ms' },
]

/** What the sample of a column says: its form, or that it holds no dates. */
export type DateColumn = Readonly<{
  form: number
  zone: boolean
  numeric: boolean
  sample: readonly string[]
}>

/** Looks at sample values of a column; at least nine of ten must have one date form. */
export function dateColumn(sample: readonly string[]): DateColumn | undefined {
  if (sample.length === 0) return undefined
  const counts = forms.map((form) => sample.filter((value) => form.test.test(value)).length)
  const best = counts.indexOf(Math.max(...counts))
  const form = forms[best]
  if (!form || (counts[best] ?? 0) < sample.length * 0.9) return undefined
  return { form: best, zone: form.zone, numeric: form.numeric ?? false, sample }
}

/** The largest first and second number over all rows of the numeric date columns of one file. */
export type Extremes = Readonly<{ first: number; second: number }>

/** Day or month first, decided from all rows; `open` when the data allows both, `neither` when it allows none. */
export function decideOrder(extremes: Extremes): DayOrder | 'open' | 'neither' {
  const dayFirst = extremes.second <= 12
  const monthFirst = extremes.first <= 12
  if (dayFirst && monthFirst) return 'open'
  if (dayFirst) return 'day first'
  return monthFirst ? 'month first' : 'neither'
}

/** The way to read a column, once the order of day and month is known. */
export function dateFormat(column: DateColumn, order: DayOrder | undefined): DateFormat {
  const form = forms[column.form]
  if (form?.epoch) {
    const divisor = form.epoch === 's' ? '1000000' : '1000'
    return {
      kind: 'offset',
      name: `seconds since 1970 (${form.epoch})`,
      sql: (value) => `make_timestamp(try_cast(${value} as bigint) * ${divisor})`,
    }
  }
  const hasCommas = column.sample.some((value) => value.includes(','))
  const pointed = (value: string) => (hasCommas ? `replace(${value}, ',', '.')` : value)
  if (form?.iso && form.zone) {
    const sql = (value: string) =>
      `timezone('UTC', try_cast(regexp_replace(${pointed(value)}, '([+-]\\d\\d)(\\d\\d)$', '\\1:\\2') as timestamptz))`
    return { kind: 'offset', name: 'ISO 8601 with zone', sql }
  }
  const kind = column.sample.every((value) => !value.includes(':')) ? 'day' : 'naive'
  if (form?.iso)
    return { kind, name: 'ISO 8601 without zone', sql: (value) => `try_cast(${pointed(value)} as timestamp)` }
  const formats = form?.numeric ? numericFormats(column.sample, order ?? 'day first') : (form?.formats ?? [])
  const list = `[${formats.map((format) => `'${format}'`).join(', ')}]`
  return {
    kind,
    name: formats[0] ?? '',
    sql: (value) => `try_strptime(${value}, ${formats.length === 1 ? `'${formats[0]}'` : list})`,
  }
}

/** The expressions that give the first and second number of a numeric date. */
export function partsOf(value: string, { sample }: DateColumn): { first: string; second: string } {
  const separator = /^\d{1,2}([/.-])/.exec(sample[0] ?? '')?.[1] ?? '/'
  const part = (place: number) => `max(try_cast(split_part(${value}, '${separator}', ${place}) as integer))`
  return { first: part(1), second: part(2) }
}

/** Only the formats that the sample shows, so that a long column is read with one pattern. */
function numericFormats(sample: readonly string[], order: DayOrder): string[] {
  const [a, b] = order === 'day first' ? ['%d', '%m'] : ['%m', '%d']
  const made = sample.map((value) => {
    const separator = /^\d{1,2}([/.-])/.exec(value)?.[1] ?? '/'
    const year = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(value) ? '%Y' : '%y'
    return `${a}${separator}${b}${separator}${year}${hourFormat(value)}`
  })
  return [...new Set(made)].sort()
}

/** The format of the time of day behind a numeric date; empty when there is none. */
function hourFormat(value: string): string {
  if (!value.includes(':')) return ''
  const comma = value.includes(',') ? ',' : ''
  const clock = /\d:\d\d:\d\d/.test(value) ? ':%M:%S' : ':%M'
  const half = /(\s?)[AaPp][Mm]$/.exec(value)
  return half ? `${comma} %I${clock}${half[1]}%p` : `${comma} %H${clock}`
}

function monthNames(): string[] {
  const days = ['/', '-', ' '].flatMap((mark) => ['%y', '%Y'].map((year) => `%d${mark}%b${mark}${year}`))
  return days.flatMap((day) =>
    ['%I:%M %p', '%I:%M:%S %p', '%H:%M', '%H:%M:%S', ''].map((hour) => (hour ? `${day} ${hour}` : day)),
  )
}
