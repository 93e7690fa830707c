import type { Day, Instant } from './calendar.ts'
import { DAYS, HOUR } from './calendar.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'

const MONTHS = [1, 0.98, 1, 0.95, 0.97, 1, 1.02, 0.74, 1.05, 1.04, 1.12, 1.42]
const WEEKDAYS = [0.14, 1.3, 1.08, 1.02, 1, 0.92, 0.36]
const OFFICE_HOURS = [
  0.1, 0.05, 0.05, 0.05, 0.08, 0.15, 0.4, 1.2, 4, 6, 6.2, 5.4, 3.4, 3.8, 5, 5, 4.4, 3.6, 2.4, 1.2, 0.8, 0.5,
  0.3, 0.2,
]
const MONDAY_MORNING = 1.45

/** Days on which boutiques and the online store are busier than the month tells, with the factor. */
const RUSHES = [
  { from: '2025-01-08', to: '2025-01-25', factor: 1.4 },
  { from: '2025-06-25', to: '2025-07-12', factor: 1.3 },
  { from: '2025-09-15', to: '2025-09-21', factor: 1.6 },
  { from: '2026-01-07', to: '2026-01-24', factor: 1.4 },
  { from: '2026-06-24', to: '2026-07-11', factor: 1.3 },
]

/** The instants at which so many tickets are opened, in order, with the seasons of a retailer. */
export function arrivals(chance: Chance, count: number): Instant[] {
  const times: Instant[] = []
  for (let place = 0; place < count; place += 1) times.push(arrival(chance))
  return times.sort((one, other) => one - other)
}

type Cell = { readonly start: Instant; readonly until: number }

const cells = makeCells()

/** One such instant. */
function arrival(chance: Chance): Instant {
  const wanted = chance.unit() * at(cells, cells.length - 1).until
  let low = 0
  let high = cells.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(cells, middle).until > wanted) high = middle
    else low = middle + 1
  }
  return at(cells, low).start + Math.floor(chance.unit() * HOUR)
}

function makeCells(): Cell[] {
  const made: Cell[] = []
  let until = 0
  for (const day of DAYS) {
    for (const [hour, weight] of OFFICE_HOURS.entries()) {
      const isMondayMorning = day.weekday === 1 && hour >= 8 && hour < 11
      until += weight * weightOf(day) * (isMondayMorning ? MONDAY_MORNING : 1)
      made.push({ start: day.start + hour * HOUR, until })
    }
  }
  return made
}

function weightOf(day: Day): number {
  const month = at(MONTHS, Number(day.date.slice(5, 7)) - 1)
  const rush = RUSHES.find((one) => day.date >= one.from && day.date <= one.to)?.factor ?? 1
  return month * at(WEEKDAYS, day.weekday) * rush * (day.isHoliday ? 0.3 : 1)
}
