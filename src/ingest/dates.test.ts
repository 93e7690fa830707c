import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type Duck, openDuck } from '#db/duck.ts'
import { dateColumn, dateFormat, decideOrder, partsOf } from './dates.ts'
import type { DayOrder } from './mapping.ts'
import { instant, localDay, text } from './value-sql.ts'

let duck: Duck

before(async () => {
  duck = await openDuck(':memory:')
})

after(() => duck.close())

/** What a column with this one value is read as: an instant in UTC, and the kind of the form. */
async function read(value: string, order?: DayOrder, zone?: string): Promise<string | null> {
  const column = dateColumn([value])
  assert.ok(column, `${value} has no date form`)
  const format = dateFormat(column, order)
  const [row] = await duck.rows<{ at: string | null }>(
    `select strftime(${instant('value', format, zone)}, '%Y-%m-%d %H:%M:%S.%g') || ' ${format.kind}' as at from (select ${text(value)} as value)`,
  )
  return row?.at?.replace('.000', '') ?? null
}

const march12 = '2026-03-12 09:15:00'

test('every form of a date is read as the instant it names', async (t) => {
  const forms: readonly [string, string, DayOrder?][] = [
    ['2026-03-12 09:15:00', `${march12} naive`],
    ['2026-03-12 9:15', `${march12} naive`],
    ['2026-03-12T09:15:00.250', '2026-03-12 09:15:00.250 naive'],
    ['2026-03-12 09:15:00,250', '2026-03-12 09:15:00.250 naive'],
    ['2026-3-2', '2026-03-02 00:00:00 day'],
    ['2026-03-12', '2026-03-12 00:00:00 day'],
    ['2026-03-12T09:15:00Z', `${march12} offset`],
    ['2026-03-12 09:15:00 UTC', `${march12} offset`],
    ['2026-03-12T09:15:00.000+0000', `${march12} offset`],
    ['2026-03-12T10:15:00.000+0100', `${march12} offset`],
    ['2026-03-12T15:00:00+05:45', `${march12} offset`],
    ['2026-03-12 04:15:00-05', `${march12} offset`],
    ['2026/03/12 09:15', `${march12} naive`],
    ['2026/03/12', '2026-03-12 00:00:00 day'],
    ['12/03/2026 09:15', `${march12} naive`, 'day first'],
    ['03/12/2026 09:15', `${march12} naive`, 'month first'],
    ['12.03.2026 09:15:00', `${march12} naive`, 'day first'],
    ['12-03-2026 9:15', `${march12} naive`, 'day first'],
    ['12.3.26', '2026-03-12 00:00:00 day', 'day first'],
    ['3/12/26, 9:15 AM', `${march12} naive`, 'month first'],
    ['3/12/2026 9:15:00 PM', '2026-03-12 21:15:00 naive', 'month first'],
    ['3/12/2026 12:05am', '2026-03-12 00:05:00 naive', 'month first'],
    ['12/Mar/26 9:15 AM', `${march12} naive`],
    ['12/Mar/26 9:15 PM', '2026-03-12 21:15:00 naive'],
    ['12/Mar/2026 09:15', `${march12} naive`],
    ['12-Mar-2026 09:15:00', `${march12} naive`],
    ['12 Mar 2026', '2026-03-12 00:00:00 day'],
    ['1773306900', `${march12} offset`],
    ['1773306900000', `${march12} offset`],
  ]
  for (const [value, expected, order] of forms)
    await t.test(value, async () => assert.equal(await read(value, order), expected))
})

test('a column is a date column when nine of ten values have one form', () => {
  const nine = Array.from({ length: 9 }, (_, day) => `2026-03-1${day}`)

  assert.ok(dateColumn([...nine, 'soon']))
  assert.equal(dateColumn([...nine.slice(1), 'soon', 'later']), undefined)
  assert.equal(dateColumn([]), undefined)
  assert.equal(dateColumn(['New', 'Closed']), undefined)
})

test('what looks like a date and is none is no instant', async () => {
  assert.equal(await read('2026-02-30'), null)
  assert.equal(await read('31/02/2026 10:00', 'day first'), null)
  assert.equal(await read('2026-13-01 10:00'), null)
})

test('a value beside the form of its column is missing, not guessed', async () => {
  const column = dateColumn(['12/03/2026 09:15'])
  assert.ok(column)
  const { sql } = dateFormat(column, 'day first')
  const [row] = await duck.rows(`select ${sql("'2026-03-12 09:15'")} as at`)

  assert.equal(row?.at, null)
})

test('day or month first is decided by the largest number in each place', () => {
  assert.equal(decideOrder({ first: 31, second: 12 }), 'day first')
  assert.equal(decideOrder({ first: 12, second: 13 }), 'month first')
  assert.equal(decideOrder({ first: 12, second: 12 }), 'open')
  assert.equal(decideOrder({ first: 13, second: 13 }), 'neither')
})

test('the order that is decided from any dates of one order is never the other one', () => {
  const day = fc.record({ d: fc.integer({ min: 1, max: 28 }), m: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (days) => {
      const first = Math.max(...days.map(({ d }) => d))
      const second = Math.max(...days.map(({ m }) => m))

      assert.ok(['day first', 'open'].includes(decideOrder({ first, second })))
      assert.ok(['month first', 'open'].includes(decideOrder({ first: second, second: first })))
    }),
  )
})

test('the largest numbers are found over all rows, whatever stands between them', async () => {
  const values = ['03.04.2026', '17.05.2026', '', 'soon', '09.12.2026 10:00']
  const column = dateColumn(['03.04.2026'])
  assert.ok(column)
  const { first, second } = partsOf('value', column)
  const rows = values.map((value) => `(${text(value)})`).join(', ')
  const [row] = await duck.rows(
    `select ${first} as first, ${second} as second from (values ${rows}) as t(value)`,
  )

  assert.deepEqual(row, { first: 17, second: 12 })
})

test('a time without a zone is read in the zone that is named, summer time included', async () => {
  assert.equal(await read('2026-01-15 10:00', undefined, 'Europe/Paris'), '2026-01-15 09:00:00 naive')
  assert.equal(await read('2026-07-15 10:00', undefined, 'Europe/Paris'), '2026-07-15 08:00:00 naive')
  assert.equal(await read('2026-07-15 10:00', undefined, 'Asia/Kathmandu'), '2026-07-15 04:15:00 naive')
})

test('a time with an offset does not ask for the zone', async () => {
  assert.equal(await read('2026-07-15T10:00:00Z', undefined, 'Europe/Paris'), '2026-07-15 10:00:00 offset')
})

test('the day of an instant is the day on the wall clock of the zone', async () => {
  const day = async (zone: string | undefined) => {
    const [row] = await duck.rows<{ day: string }>(
      `select cast(${localDay("timestamp '2026-03-31 22:30:00'", zone)} as varchar) as day`,
    )
    return row?.day
  }

  assert.equal(await day(undefined), '2026-03-31')
  assert.equal(await day('Europe/Paris'), '2026-04-01')
  assert.equal(await day('America/New_York'), '2026-03-31')
})
