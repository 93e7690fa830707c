import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { createCanonical } from '#content/table.ts'
import { type Duck, openDuck } from '#db/duck.ts'
import { calendarHours } from '#ingest/calendar-sql.ts'
import { always, officeHours } from '#ingest/mapping.ts'
import { writeMonths } from './months.ts'
import { monthsOf, monthsSpanned, nextMonth } from './period.ts'

let duck: Duck

before(async () => {
  duck = await openDuck(':memory:')
  for (const statement of createCanonical(readKnowledge('content').tables)) await duck.run(statement)
})

after(() => duck.close())

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)

test('the period of data is the whole months that it touches', () => {
  assert.deepEqual(monthsSpanned('2026-01-31 23:59:59', '2026-03-01 00:00:00'), {
    from: '2026-01-01',
    to: '2026-04-01',
  })
  assert.deepEqual(monthsSpanned('2025-12-05', '2025-12-05'), { from: '2025-12-01', to: '2026-01-01' })
})

test('the months of a period run from its first to its last one', () => {
  assert.deepEqual(monthsOf({ from: '2025-11-01', to: '2026-02-01' }), ['2025-11', '2025-12', '2026-01'])
  assert.deepEqual(monthsOf({ from: '2026-01-01', to: '2026-01-01' }), [])
})

test('the month after a month begins the day after its last day', () => {
  fc.assert(
    fc.property(month, (each) => {
      const last = new Date(Date.parse(`${nextMonth(each)}T00:00:00Z`) - 1).toISOString()

      assert.equal(last.slice(0, 7), each)
    }),
  )
})

test('two periods that meet have together the months of both', () => {
  fc.assert(
    fc.property(fc.tuple(month, month, month), (each) => {
      const [from = '', at = '', to = ''] = each.map((name) => `${name}-01`).sort()

      assert.deepEqual(monthsOf({ from, to }), [...monthsOf({ from, to: at }), ...monthsOf({ from: at, to })])
    }),
  )
})

/** The months as they are written, with their first instants and working minutes. */
async function months(zone: string | undefined, period = { from: '2026-03-01', to: '2026-05-01' }) {
  const times = await writeMonths(duck, period, zone, '2026-04-10 12:00:00')
  const rows = await duck.rows(
    `select month, cast(from_at as varchar) as from_at, cast(to_at as varchar) as to_at, working_minutes from canonical.month order by month`,
  )
  return { times, rows }
}

const span = { from: '2026-03-05 00:00:00', to: '2026-04-10 12:00:00' }

test('months begin at midnight on the wall clock of the reporting zone', async () => {
  const { times, rows } = await months('Europe/Paris')

  assert.deepEqual(
    rows.map(({ month: name, from_at, to_at }) => [name, from_at, to_at]),
    [
      ['2026-03', '2026-02-28 23:00:00', '2026-03-31 22:00:00'],
      ['2026-04', '2026-03-31 22:00:00', '2026-04-30 22:00:00'],
    ],
  )
  assert.deepEqual(times, {
    period_from: '2026-02-28 23:00:00',
    period_to: '2026-04-30 22:00:00',
    data_until: '2026-04-10 12:00:00',
  })
})

test('the working minutes of a month are those of its whole working days, also where the data end before it', async () => {
  await duck.run("delete from canonical.calendar_hour where calendar_id = 'default'")
  await duck.run(calendarHours('default', officeHours, span, 'Europe/Paris'))
  const { rows } = await months('Europe/Paris')

  assert.deepEqual(
    rows.map(({ working_minutes }) => working_minutes),
    [22 * 600, 22 * 600],
  )
})

test('a month that begins within an hour of UTC has its own minutes and not those of the hour', async () => {
  await duck.run("delete from canonical.calendar_hour where calendar_id = 'default'")
  await duck.run(calendarHours('default', always, span, 'Asia/Kathmandu'))
  const { rows } = await months('Asia/Kathmandu')

  assert.deepEqual(
    rows.map(({ working_minutes }) => working_minutes),
    [31 * 1440, 30 * 1440],
  )
})

test('the working minutes of a month far from the data are unknown', async () => {
  const { rows } = await months('UTC', { from: '2027-01-01', to: '2027-02-01' })

  assert.deepEqual(
    rows.map(({ working_minutes }) => working_minutes),
    [null],
  )
})
