import type { Cadence } from '#content/improvement.ts'

/** A day as 2028-02-29; text of this form is ordered like the days. */
export type Day = string

/** The day so many months later; the last day of the month where it has no such day, so 29 February is followed by 28 February. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(date, last))}`
}

/** The day so many days later. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A month, quarter, half or year: what it is called, its first and its last day. */
export type Slot = Readonly<{ name: string; from: Day; to: Day }>

const monthsOf: Readonly<Record<Cadence, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
}

/** How often a year it is to be done. */
export function timesAYear(cadence: Cadence): number {
  return 12 / monthsOf[cadence]
}

/** The months, quarters, halves or years from the one that holds a day to the one that holds another. */
export function slotsBetween(cadence: Cadence, from: Day, to: Day): readonly Slot[] {
  const months = monthsOf[cadence]
  const slots: Slot[] = []
  const [year = 0, month = 1] = from.split('-').map(Number)
  let first = `${year}-${two(Math.floor((month - 1) / months) * months + 1)}-01`
  while (first <= to) {
    const next = monthsAfter(first, months)
    slots.push({ name: nameOf(cadence, first), from: first, to: daysAfter(next, -1) })
    first = next
  }
  return slots
}

function nameOf(cadence: Cadence, first: Day): string {
  const [year = '', month = ''] = first.split('-')
  if (cadence === 'yearly') return year
  if (cadence === 'monthly') return `${year}-${month}`
  const part = Math.ceil(Number(month) / monthsOf[cadence])
  return `${year}-${cadence === 'quarterly' ? 'Q' : 'H'}${part}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
