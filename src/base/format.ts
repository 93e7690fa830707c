import { type Language, locales } from './language.ts'
import { nbsp, type Way, ways } from './ways.ts'

/** From the lower to the upper end of a share, from 0 to 1. */
type Interval = Readonly<{ low: number; high: number }>

/** Shares of fewer cases than this are written "n of m": a percent would promise more than it holds. */
export const fewestForPercent = 10

/** Everything that is written in another way from language to language: numbers, shares, days, money, lists. */
export type Format = Readonly<{
  /** A count with thousands apart: 12,345. */
  count: (value: number) => string
  /** A share from 0 to 1 as percent with one decimal; never rounded to 0 or 100 when it is neither. */
  percent: (share: number) => string
  /** k good of n as people may read it: never a percent without its n, and no percent of a handful. */
  shareOf: (part: number, whole: number) => string
  /** The same without the counts, for places where they stand in a column of their own. */
  shareAlone: (part: number, whole: number) => string
  /** "3 of 7", whatever the share. */
  partOf: (part: number, whole: number) => string
  /** An interval of shares, rounded outwards: "91.5 to 96 %". */
  intervalOf: (interval: Interval) => string
  /** A threshold as it is agreed, never rounded to what was not promised: "95 %", "99.5 %", "99.999 %". */
  thresholdOf: (share: number) => string
  /** Minutes in the unit in which people speak of them. */
  duration: (minutes: number) => string
  /** At most one decimal below 100, none above; thousands apart. */
  decimal: (value: number) => string
  /** A number as a program wrote it, with the point of the language. */
  pointed: (number: string) => string
  /** Effort in person-days; an estimate has one decimal at most, and nothing costs no time. */
  personDays: (days: number) => string
  /** The day of an instant. */
  day: (instant: string) => string
  /** A month, from year-month. */
  month: (month: string) => string
  /** "1 to 2" for anything. */
  rangeOf: (from: string, to: string) => string
  /** From the first to the last day of a period, whose end is the day after it. */
  periodOf: (period: { readonly from: string; readonly to: string }) => string
  /** "a", "a and b", "a, b and c". */
  listed: (items: readonly string[]) => string
  /** The first items, and how many more there are. */
  firstOf: (items: readonly string[], shown: number, total?: number) => string
  /** Money of a currency, whole: "EUR 291,327", "EUR −23,506". */
  money: (currency: string, value: number) => string
  /** At most two decimals, thousands apart. */
  number: (value: number) => string
  /** A month by its name, with its year. */
  namedMonth: (month: string) => string
  /** A day of a sheet as Excel writes formats, whole and without its year. */
  sheetDay: string
  sheetShortDay: string
}>

const formats = new Map<Language, Format>()

/** How a language writes numbers, shares, days, money and lists. */
export function formatOf(language: Language): Format {
  const known = formats.get(language)
  if (known) return known
  const way = ways[language]
  const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, way.thousands)
  const pointed = (number: string) => number.replace('.', way.point)
  const decimal = (value: number) => decimalOf(value, count, pointed)
  const day = (instant: string) => {
    const [year = '', month = '', date = ''] = instant.slice(0, 10).split('-')
    return date === '' ? instant : way.day(year, month, date)
  }
  const listed = (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${way.and} ${items.at(-1)}`
  const format: Format = {
    ...sharesOf(way, count, pointed),
    count,
    pointed,
    decimal,
    day,
    listed,
    duration: (minutes) => durationOf(minutes, decimal),
    personDays: (days) => decimal(Math.max(0.1, Math.round(days * 10) / 10)),
    month: (text) => {
      const [year = '', month] = text.split('-')
      return month === undefined ? text : way.month(year, month)
    },
    rangeOf: way.to,
    periodOf: ({ from, to }) => way.to(day(from), day(dayBefore(to))),
    firstOf: (items, shown, total = items.length) => {
      const named = items.slice(0, shown)
      const more = total - named.length
      return more > 0 ? `${named.join(', ')} ${way.and} ${count(more)} ${way.more}` : named.join(', ')
    },
    money: (currency, value) => {
      const whole = Math.round(value)
      return way.money(currency, `${whole < 0 ? '\u2212' : ''}${count(Math.abs(whole))}`).trim()
    },
    number: (value) => numberOf(value, count, way.point),
    namedMonth: (text) => namedMonthOf(text, language),
    sheetDay: way.sheetDay,
    sheetShortDay: way.sheetShortDay,
  }
  formats.set(language, format)
  return format
}

type Shares = Pick<Format, 'percent' | 'shareOf' | 'shareAlone' | 'partOf' | 'intervalOf' | 'thresholdOf'>

function sharesOf(way: Way, count: Format['count'], pointed: Format['pointed']): Shares {
  const percent = (share: number) => {
    const rounded = Math.round(share * 1000) / 10
    if (rounded >= 100 && share < 1) return `>${nbsp}${pointed('99.9')}${way.percent}`
    if (rounded <= 0 && share > 0) return `<${nbsp}${pointed('0.1')}${way.percent}`
    return `${pointed(trim(rounded.toFixed(1)))}${way.percent}`
  }
  const partOf = (part: number, whole: number) => `${count(part)} ${way.of} ${count(whole)}`
  return {
    percent,
    partOf,
    shareOf: (part, whole) => {
      if (whole === 0) return way.noCases
      if (whole < fewestForPercent) return partOf(part, whole)
      return `${percent(part / whole)} (${partOf(part, whole)})`
    },
    shareAlone: (part, whole) => {
      if (whole === 0) return way.noCases
      return whole < fewestForPercent ? partOf(part, whole) : percent(part / whole)
    },
    intervalOf: ({ low, high }) => {
      const [from = '', to = ''] = [Math.floor(low * 1000 + 1e-9), Math.ceil(high * 1000 - 1e-9)].map(
        (thousandths) => pointed(trim((thousandths / 10).toFixed(1))),
      )
      return `${way.to(from, to)}${way.percent}`
    },
    thresholdOf: (share) => `${pointed(trim((share * 100).toFixed(3)))}${way.percent}`,
  }
}

function numberOf(value: number, count: Format['count'], point: string): string {
  const hundredths = Math.round(Math.abs(value) * 100)
  const rest = trim(`.${String(hundredths % 100).padStart(2, '0')}`).slice(1)
  const sign = value < 0 && hundredths > 0 ? '\u2212' : ''
  return `${sign}${count(Math.floor(hundredths / 100))}${rest === '' ? '' : `${point}${rest}`}`
}

function namedMonthOf(month: string, language: Language): string {
  const instant = Date.parse(`${month}-01T00:00:00Z`)
  if (Number.isNaN(instant)) return month
  return new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(instant)
}

function durationOf(minutes: number, decimal: Format['decimal']): string {
  if (minutes < 1) return `<${nbsp}1${nbsp}min`
  if (minutes < 90) return `${Math.round(minutes)}${nbsp}min`
  if (minutes < 48 * 60) return `${decimal(minutes / 60)}${nbsp}h`
  return `${decimal(minutes / 1440)}${nbsp}d`
}

function decimalOf(value: number, count: Format['count'], pointed: Format['pointed']): string {
  if (Math.abs(value) >= 99.95) return value < 0 ? `-${count(-value)}` : count(value)
  const digits = Math.abs(value) < 1 && value !== 0 ? 2 : 1
  return pointed(trim(value.toFixed(digits)))
}

/** A period ends on the day before its closing day. */
function dayBefore(instant: string): string {
  return new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString()
}

/** How English writes, for documents that are written in English only. */
export const {
  count,
  percent,
  shareOf,
  shareAlone,
  intervalOf,
  thresholdOf,
  duration,
  decimal,
  personDays,
  day,
  periodOf,
  listed,
  firstOf,
} = formatOf('en')

/** A count and its noun in English: "1 ticket", "2 tickets". */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`
}

/** A sentence of another chapter with its percent signs kept beside their numbers. */
export function kept(text: string): string {
  return text.replaceAll(' %', `${nbsp}%`)
}

/** Enough of a hash to recognize it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12)
}

/** An identifier as words: "service_request" becomes "service request". */
export function plain(identifier: string): string {
  return identifier.replaceAll(/[_-]+/g, ' ').trim()
}

/** The same with a capital to begin a line. */
export function heading(identifier: string): string {
  return capital(plain(identifier))
}

/** A sentence begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words cut at a blank when they are longer than a line or two can hold. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:("]+$/, '')}…`
}

function trim(decimals: string): string {
  return decimals.includes('.') ? decimals.replace(/\.?0+$/, '') : decimals
}
