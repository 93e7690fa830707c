import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes numbers, shares, days and times as the language of the reader has them. */
export type Format = Readonly<{
  number: (value: number, digits?: number) => string
  /** A share from 0 to 1; never rounded to nothing or to all when it is neither. */
  percent: (share: number, digits?: number) => string
  /** A share beside the bound it is held against: with so many decimals that it does not read like the bound when it is another. */
  percentBeside: (share: number, bound: number | undefined) => string
  day: (value: string) => string
  instant: (value: string) => string
  month: (value: string) => string
  /** A length of time in minutes, in its two greatest parts. */
  duration: (minutes: number) => string
  money: (value: number, currency: string) => string
  /** A size of a file. */
  bytes: (value: number) => string
}>

/** The format of the language that is spoken. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatOf(i18n.language), [i18n.language])
}

const minutesOfDay = 24 * 60

export function formatOf(language: string): Format {
  const numbers = new Map<number, Intl.NumberFormat>()
  const number = (digits: number) => {
    const known = numbers.get(digits) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits })
    numbers.set(digits, known)
    return known
  }
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const months = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const part = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(value)
  const percents = new Map<number, Intl.NumberFormat>()
  const written = (share: number, digits: number) => {
    const style = { style: 'percent', maximumFractionDigits: digits } as const
    const known = percents.get(digits) ?? new Intl.NumberFormat(language, style)
    percents.set(digits, known)
    return known.format(share)
  }
  const percent = (share: number, digits = 1) => {
    const step = 10 ** -(digits + 2)
    const rounded = Math.round(share / step) * step
    if (share < 1 && rounded >= 1) return `> ${written(1 - step, digits)}`
    if (share > 0 && rounded <= 0) return `< ${written(step, digits)}`
    return written(share, digits)
  }
  return {
    number: (value, digits = 1) => number(digits).format(value),
    percent,
    percentBeside: (share, bound) => {
      const isOther = (digits: number) => percent(share, digits) !== percent(bound ?? Number.NaN, digits)
      return percent(share, share === bound ? 1 : ([1, 2, 3].find(isOther) ?? 4))
    },
    day: (value) => days.format(new Date(value)),
    instant: (value) => instants.format(new Date(value)),
    month: (value) => months.format(new Date(value.length === 7 ? `${value}-01` : value)),
    duration: (minutes) => {
      if (minutes >= minutesOfDay) {
        const whole = Math.floor(minutes / minutesOfDay)
        const hours = Math.round((minutes - whole * minutesOfDay) / 60)
        return hours === 0 ? part(whole, 'day') : `${part(whole, 'day')} ${part(hours, 'hour')}`
      }
      if (minutes >= 60)
        return `${part(Math.floor(minutes / 60), 'hour')} ${part(Math.round(minutes % 60), 'minute')}`
      return part(Math.round(minutes), 'minute')
    },
    money: (value, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        value,
      ),
    bytes: (value) => {
      const at = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: sizes[at] ?? 'byte',
        unitDisplay: at === 0 ? 'long' : 'short',
        maximumFractionDigits: at === 0 ? 0 : 1,
      }).format(value / 1000 ** at)
    },
  }
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
