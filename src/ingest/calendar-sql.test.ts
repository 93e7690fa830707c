import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { createCanonical } from '#content/table.ts'
import { type Duck, openDuck } from '#db/duck.ts'
import { calendarHours } from './calendar-sql.ts'
import { always, type Calendar, officeHours } from './mapping.ts'

let duck: Duck

before(async () => {
  duck = await openDuck(':memory:')
  for (const statement of createCanonical(readKnowledge('content').tables)) await duck.run(statement)
})

after(() => duck.close())

const withLunch: Calendar = {
  ...officeHours,
  hours: [
    { from: '08:30', to: '12:15' },
    { from: '13:00', to: '17:45' },
  ],
  holidays: ['2026-03-27', '2026-10-26'],
}
const nights: Calendar = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sun'],
  hours: [
    { from: '22:00', to: '24:00' },
    { from: '00:00', to: '06:00' },
  ],
  holidays: [],
}

type Pair = readonly [number, number]

/** Minutes of the epoch as a timestamp of the database. */
const stamp = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 19).replace('T', ' ')
const minuteOf = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`) / 60_000

/** Working minutes between two instants as the facts compute them: the difference of two look-ups. */
async function lookedUp(id: string, pairs: readonly Pair[]): Promise<(number | null)[]> {
  const upTo = (hour: string, at: string) =>
    `(${hour}.minutes_before + greatest(0, extract(epoch from least(${at}, ${hour}.open_to) - ${hour}.open_from)) / 60)`
  const rows = pairs.map(
    ([from, to], place) => `(${place}, timestamp '${stamp(from)}', timestamp '${stamp(to)}')`,
  )
  const found = await duck.rows<{ minutes: number | null }>(`
    select ${upTo('end_hour', 'to_at')} - ${upTo('begin_hour', 'from_at')} as minutes
    from (values ${rows.join(', ')}) as pair(place, from_at, to_at)
    left join canonical.calendar_hour as begin_hour on begin_hour.calendar_id = '${id}' and begin_hour.hour_at = date_trunc('hour', from_at)
    left join canonical.calendar_hour as end_hour on end_hour.calendar_id = '${id}' and end_hour.hour_at = date_trunc('hour', to_at)
    order by place`)
  return found.map(({ minutes }) => minutes)
}

/** The same, minute by minute on the wall clock, by the time zones of the language and not of the database. */
function stepped(calendar: Calendar, zone: string, { from, to }: Readonly<{ from: string; to: string }>) {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const slots = calendar.hours.map((slot) => [slot.from, slot.to] as const)
  const first = minuteOf(from)
  const worked = [0]
  for (let minute = first; minute < minuteOf(to); minute++) {
    const parts = Object.fromEntries(
      clock.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]),
    )
    const time = `${parts.hour}:${parts.minute}`
    const isOpen =
      calendar.days.some((day) => day === parts.weekday?.toLowerCase()) &&
      !calendar.holidays.includes(`${parts.year}-${parts.month}-${parts.day}`) &&
      slots.some(([begin, end]) => begin <= time && time < end)
    worked.push((worked.at(-1) ?? 0) + Number(isOpen))
  }
  return ([begin, end]: Pair) => (worked[end - first] ?? 0) - (worked[begin - first] ?? 0)
}

const spring = { from: '2026-03-26 00:00:00', to: '2026-04-01 00:00:00' }
const autumn = { from: '2026-10-23 00:00:00', to: '2026-10-29 00:00:00' }
const worlds: readonly (readonly [string, Calendar, string, typeof spring])[] = [
  ['office hours in UTC', officeHours, 'UTC', spring],
  ['office hours across the begin of summer time', officeHours, 'Europe/Paris', spring],
  ['a lunch break and a holiday across the end of summer time', withLunch, 'Europe/Paris', autumn],
  ['a lunch break and a holiday at an offset of 5:45', withLunch, 'Asia/Kathmandu', spring],
  ['a night shift across the begin of summer time', nights, 'Europe/Paris', spring],
  ['a night shift across the end of summer time', nights, 'Europe/Paris', autumn],
  ['a night shift at an offset of 5:45', nights, 'Asia/Kathmandu', spring],
  ['round the clock across the end of summer time', always, 'Europe/Paris', autumn],
  ['office hours west of Greenwich', officeHours, 'America/St_Johns', autumn],
]

test('working minutes between any two instants are those that are counted minute by minute', async (t) => {
  for (const [place, [name, calendar, zone, span]] of worlds.entries()) {
    await t.test(name, async () => {
      const id = `calendar ${place}`
      await duck.run(calendarHours(id, calendar, span, zone))
      const counted = stepped(calendar, zone, span)
      const instant = fc.integer({ min: minuteOf(span.from), max: minuteOf(span.to) - 1 })
      const pairs = fc.array(
        fc.tuple(instant, instant).map(([a, b]): Pair => [Math.min(a, b), Math.max(a, b)]),
        { minLength: 40, maxLength: 80 },
      )
      await fc.assert(
        fc.asyncProperty(pairs, async (some) => {
          assert.deepEqual(
            await lookedUp(id, some),
            some.map((pair) => counted(pair)),
          )
        }),
        { numRuns: 3 },
      )
    })
  }
})

test('a break within one hour costs its own length; only instants within that hour are rounded', async () => {
  const broken: Calendar = {
    ...officeHours,
    hours: [
      { from: '08:00', to: '12:15' },
      { from: '12:45', to: '17:00' },
    ],
  }
  await duck.run(calendarHours('broken', broken, spring, 'UTC'))
  const day = (from: string, to: string): Pair => [
    minuteOf(`2026-03-24 ${from}`),
    minuteOf(`2026-03-24 ${to}`),
  ]

  const minutes = await lookedUp('broken', [
    day('08:00', '17:00'),
    day('12:00', '13:00'),
    day('11:30', '12:15'),
    day('12:45', '13:30'),
  ])
  assert.deepEqual(minutes, [510, 30, 45, 30])
})

test('slots that overlap are not counted twice', async () => {
  const doubled: Calendar = {
    ...officeHours,
    hours: [
      { from: '08:00', to: '12:00' },
      { from: '10:00', to: '14:00' },
    ],
  }
  await duck.run(calendarHours('doubled', doubled, spring, 'UTC'))

  assert.deepEqual(
    await lookedUp('doubled', [[minuteOf('2026-03-24 00:00'), minuteOf('2026-03-25 00:00')]]),
    [360],
  )
})

test('the table covers whole months, a day before and after included', async () => {
  await duck.run(
    calendarHours('short', always, { from: '2026-02-10 08:00:00', to: '2026-02-11 08:00:00' }, 'UTC'),
  )

  assert.deepEqual(await lookedUp('short', [[minuteOf('2026-01-31 00:00'), minuteOf('2026-03-02 00:00')]]), [
    30 * 24 * 60,
  ])
})
