/** Which days are worked on: days of the week (1 is Monday) without holidays. */
export type Calendar = Readonly<{ weekdays: readonly number[]; holidays: readonly string[] }>

const day = 86_400_000

/** The day that lies a number of days after another. */
export function dayAfter(on: string, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10)
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(on: string): number {
  return new Date(Date.parse(on)).getUTCDay() || 7
}

/** The Monday of the week in which a day lies. */
export function mondayOf(on: string): string {
  return dayAfter(on, 1 - weekdayOf(on))
}

/** The first working days from a day on. */
export function workingDaysFrom(
  on: string,
  { weekdays, holidays }: Calendar,
  count: number,
): readonly string[] {
  const worked = new Set(weekdays)
  const free = new Set(holidays)
  const days: string[] = []
  const begin = Date.parse(on)
  let weekday = weekdayOf(on)
  for (let after = 0; days.length < count; after += 1) {
    const one = new Date(begin + after * day).toISOString().slice(0, 10)
    if (worked.has(weekday) && !free.has(one)) days.push(one)
    weekday = (weekday % 7) + 1
  }
  return days
}
