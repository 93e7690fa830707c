import type { Language } from './language.ts'

/** Keeps a number and its unit on one line. */
export const nbsp = '\u00A0'

/**
 * How a language writes. thousands and point: what parts groups and decimals; percent: what stands after a share; of, to:
 * "3 of 7", "1 to 2"; day: from year, month and day. English writes days and months as ISO 8601 has them.
 */
export type Way = Readonly<{
  thousands: string
  point: string
  percent: string
  of: string
  to: (from: string, to: string) => string
  noCases: string
  and: string
  more: string
  day: (year: string, month: string, day: string) => string
  month: (year: string, month: string) => string
  money: (currency: string, whole: string) => string
  /** A day of a sheet as Excel writes formats, whole and without its year. */
  sheetDay: string
  sheetShortDay: string
}>

const before = (currency: string, whole: string) => `${currency}${nbsp}${whole}`
const after = (currency: string, whole: string) => `${whole}${nbsp}${currency}`

/** The ways of the languages. */
export const ways: Readonly<Record<Language, Way>> = {
  en: {
    thousands: ',',
    point: '.',
    percent: `${nbsp}%`,
    of: 'of',
    to: (from, to) => `${from} to ${to}`,
    noCases: 'no cases',
    and: 'and',
    more: 'more',
    day: (year, month, day) => `${year}-${month}-${day}`,
    month: (year, month) => `${year}-${month}`,
    money: before,
    sheetDay: 'yyyy-mm-dd',
    sheetShortDay: 'mm-dd',
  },
  de: {
    thousands: '.',
    point: ',',
    percent: `${nbsp}%`,
    of: 'von',
    to: (from, to) => `${from} bis ${to}`,
    noCases: 'keine Fälle',
    and: 'und',
    more: 'weitere',
    day: (year, month, day) => `${day}.${month}.${year}`,
    month: (year, month) => `${month}.${year}`,
    money: after,
    sheetDay: 'dd.mm.yyyy',
    sheetShortDay: 'dd.mm.',
  },
  fr: {
    thousands: nbsp,
    point: ',',
    percent: `${nbsp}%`,
    of: 'sur',
    to: (from, to) => `${from} à ${to}`,
    noCases: 'aucun cas',
    and: 'et',
    more: 'autres',
    day: (year, month, day) => `${day}/${month}/${year}`,
    month: (year, month) => `${month}/${year}`,
    money: after,
    sheetDay: 'dd/mm/yyyy',
    sheetShortDay: 'dd/mm',
  },
  it: {
    thousands: '.',
    point: ',',
    percent: '%',
    of: 'su',
    to: (from, to) => `da ${from} a ${to}`,
    noCases: 'nessun caso',
    and: 'e',
    more: 'altri',
    day: (year, month, day) => `${day}/${month}/${year}`,
    month: (year, month) => `${month}/${year}`,
    money: after,
    sheetDay: 'dd/mm/yyyy',
    sheetShortDay: 'dd/mm',
  },
}
