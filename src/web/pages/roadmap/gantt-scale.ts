import { dayAfter, daysBetween, type Tried } from './roadmap.ts'

/** Where days stand on the chart, in pixels from its left edge. */
export type Scale = Readonly<{
  from: string
  until: string
  width: number
  perDay: number
  at: (day: string) => number
}>

const least = 760

/** A scale that shows every day of the schedules and of the dates agreed. */
export function scaleOf(schedules: readonly Tried['schedule'][]): Scale {
  const days = schedules.flatMap(({ start, finish, risk }) => [
    start,
    finish,
    ...risk.dates.map(({ on }) => on),
  ])
  const sorted = days.toSorted()
  const from = dayAfter(sorted[0] ?? '', -2)
  const until = dayAfter(sorted.at(-1) ?? '', 14)
  const length = Math.max(1, daysBetween(from, until))
  const perDay = Math.max(2, Math.round((10 * least) / length) / 10)
  return {
    from,
    until,
    width: Math.ceil(length * perDay),
    perDay,
    at: (day) => daysBetween(from, day) * perDay,
  }
}

/** The months on a scale, each with its place. */
export function monthsOf({ from, until, at, width }: Scale): readonly Readonly<{
  month: string
  left: number
  width: number
}>[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = after(month)) months.push(month)
  return months.map((month) => {
    const left = Math.max(0, at(`${month}-01`))
    return { month, left, width: Math.min(width, at(`${after(month)}-01`)) - left }
  })
}

function after(month: string): string {
  return dayAfter(`${month}-28`, 5).slice(0, 7)
}

/** A place or width on the chart, behind the names of the tasks, whose width the style sheet says. */
export function afterNames(left: number): string {
  return `calc(var(--names) + ${left}px)`
}
