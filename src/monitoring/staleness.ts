import { nextMonth } from '#evidence/period.ts'

/** How often a KPI is looked at. */
export const cadences = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type Cadence = (typeof cadences)[number]

const days: Readonly<Record<Cadence, number>> = {
  weekly: 7,
  monthly: 31,
  quarterly: 92,
  'half-yearly': 184,
  yearly: 366,
}

/** The cadence of a KPI of the library, as one of ours: what happens per audit or survey is looked at by the quarter. */
export function cadenceOf(word: string): Cadence {
  return cadences.find((one) => one === word) ?? (word === 'daily' ? 'weekly' : 'quarterly')
}

/** How old the newest figure is, counted from the end of its month, and whether that is older than its cadence. */
export type Age = Readonly<{ days: number; isStale: boolean }>

/**
 * The age of the figure of a month on a day. Figures are by the month, so a month that runs is never stale, and the figure of a
 * closed month is stale once a whole cadence has passed since its end.
 */
export function ageOf(period: string, cadence: Cadence, on: string): Age {
  const age = Math.round((Date.parse(on) - Date.parse(nextMonth(period))) / 86_400_000)
  return { days: Math.max(0, age), isStale: age > days[cadence] }
}
