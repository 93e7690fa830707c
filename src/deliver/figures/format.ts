import type { Interval } from '#evidence/result.ts'

/** Shares of fewer cases than this are written "n of m": a percent would promise more than it holds. */
export const fewestForPercent = 10

/** A count with thousands apart: 12,345. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Keeps a number and its unit on one line. */
const nbsp = '\u00A0'

/** A count and its noun: "1 ticket", "2 tickets". */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`
}

/** A share from 0 to 1 as percent with one decimal; never rounded to 0 or 100 when it is neither. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10
  if (rounded >= 100 && share < 1) return `>${nbsp}99.9${nbsp}%`
  if (rounded <= 0 && share > 0) return `<${nbsp}0.1${nbsp}%`
  return `${trim(rounded.toFixed(1))}${nbsp}%`
}

/** k good of n as people may read it: never a percent without its n, and no percent of a handful. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return 'no cases'
  if (whole < fewestForPercent) return `${count(part)} of ${count(whole)}`
  return `${percent(part / whole)} (${count(part)} of ${count(whole)})`
}

/** The same without the counts, for places where they stand in a column of their own. */
export function shareAlone(part: number, whole: number): string {
  if (whole === 0) return 'no cases'
  return whole < fewestForPercent ? `${count(part)} of ${count(whole)}` : percent(part / whole)
}

/** An interval of shares, rounded outwards: "91.5 to 96 %". */
export function intervalOf({ low, high }: Interval): string {
  const [from, to] = [Math.floor(low * 1000 + 1e-9), Math.ceil(high * 1000 - 1e-9)].map((thousandths) =>
    trim((thousandths / 10).toFixed(1)),
  )
  return `${from} to ${to}${nbsp}%`
}

/** A threshold as it is agreed: "95 %", "99.5 %". */
export function thresholdOf(share: number): string {
  return `${trim((share * 100).toFixed(2))}${nbsp}%`
}

/** Minutes in the unit in which people speak of them. */
export function duration(minutes: number): string {
  if (minutes < 1) return `<${nbsp}1${nbsp}min`
  if (minutes < 90) return `${Math.round(minutes)}${nbsp}min`
  if (minutes < 48 * 60) return `${decimal(minutes / 60)}${nbsp}h`
  return `${decimal(minutes / 1440)}${nbsp}d`
}

/** At most one decimal below 100, none above; thousands apart. */
export function decimal(value: number): string {
  if (Math.abs(value) >= 99.95) return value < 0 ? `-${count(-value)}` : count(value)
  const digits = Math.abs(value) < 1 && value !== 0 ? 2 : 1
  return trim(value.toFixed(digits))
}

/** Effort in person-days; an estimate has one decimal at most, and nothing costs no time. */
export function personDays(days: number): string {
  return decimal(Math.max(0.1, Math.round(days * 10) / 10))
}

/** A sentence of another chapter with its percent signs kept beside their numbers. */
export function kept(text: string): string {
  return text.replaceAll(' %', `${nbsp}%`)
}

/** The day of an instant, year-month-day. */
export function day(instant: string): string {
  return instant.slice(0, 10)
}

/** From the first to the last day of a period, whose end is the day after it. */
export function periodOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const last = new Date(Date.parse(`${day(to)}T00:00:00Z`) - 86_400_000)
  return `${day(from)} to ${day(last.toISOString())}`
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

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Words cut at a blank when they are longer than a line or two can hold. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:("]+$/, '')}…`
}

/** The first items, and how many more there are. */
export function firstOf(items: readonly string[], shown: number, total = items.length): string {
  const named = items.slice(0, shown)
  const more = total - named.length
  return more > 0 ? `${named.join(', ')} and ${count(more)} more` : named.join(', ')
}

function trim(decimals: string): string {
  return decimals.includes('.') ? decimals.replace(/\.?0+$/, '') : decimals
}
