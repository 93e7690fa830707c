import type { Language } from '#base/language.ts'

/** Where the numbers and days of a language are written as its documents write them. */
export const locales = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', it: 'it-IT' } as const satisfies Record<
  Language,
  string
>

/** A number with at most two decimals, thousands apart. */
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value)
}

/** A share from 0 to 1 as percent with one decimal; never rounded to 0 or 100 when it is neither. */
export function percent(share: number, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 })
  if (share < 1 && share >= 0.9995) return `> ${format.format(0.999)}`
  if (share > 0 && share < 0.0005) return `< ${format.format(0.001)}`
  return format.format(share)
}

/** Money without cents; without its currency where nobody named one. */
export function money(value: number, language: Language, currency: string | undefined): string {
  const amount = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value)
  return currency === undefined ? amount : `${currency} ${amount}`
}

/** A day, as short as it can be read without a doubt. */
export function dayIn(day: string, language: Language): string {
  return date(day, language, { dateStyle: 'medium' })
}

/** A month with its year. */
export function monthIn(month: string, language: Language): string {
  return date(`${month}-01`, language, { month: 'long', year: 'numeric' })
}

function date(day: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const instant = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(instant)) return day
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' }).format(instant)
}
