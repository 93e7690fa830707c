import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDuck } from '#db/duck.ts'
import { askByMonth, momentOf } from './check-months.ts'

const plain = `select change.ticket_id as subject, case when change.is_approved then 'met' else 'not met' end as answer, '' as reason
from change cross join parameter
where change.started_at >= parameter.period_from and change.started_at < parameter.period_to`

test('a check that takes each ticket by one moment is asked once; one that looks across tickets is not', () => {
  assert.deepEqual(momentOf(plain), { fact: 'change', column: 'started_at' })
  for (const other of [
    plain.replace('change.started_at <', 'change.ended_at <'),
    `${plain} group by 1, 2`,
    plain.replace("'' as reason", 'count(*) over () as reason'),
    `${plain} and change.closed_at < parameter.period_to`,
    plain.replace('change.ticket_id as subject', 'change.service_id as subject'),
  ])
    assert.equal(momentOf(other), undefined, other)
})

test('asked at once and month by month, a check says the same', async () => {
  const duck = await openDuck(':memory:')
  await duck.run(`create schema canonical; create table canonical.month as
    select '2026-0' || m as month, make_timestamp(2026, m, 1, 0, 0, 0.0) as from_at, make_timestamp(2026, m + 1, 1, 0, 0, 0.0) as to_at
    from range(1, 5) as r(m);
    create table change as select 'C-' || i as ticket_id, timestamp '2026-01-15' + i * interval '1 day' as started_at, i % 3 > 0 as is_approved
    from range(0, 60) as r(i)`)
  const settingsOf = (limits: { period_from: string; period_to: string }) =>
    `select timestamp '${limits.period_from}' as period_from, timestamp '${limits.period_to}' as period_to`
  await duck.run(
    `create temporary view parameter as ${settingsOf({ period_from: '2026-01-01', period_to: '2026-05-01' })}`,
  )
  const atOnce = await askByMonth(duck, plain, settingsOf)
  const oneByOne = await askByMonth(duck, `${plain} group by all`, settingsOf)
  duck.close()

  assert.deepEqual(atOnce, oneByOne)
  assert.deepEqual(
    atOnce.map(({ period, whole }) => [period, whole]),
    [
      ['2026-01', 17],
      ['2026-02', 28],
      ['2026-03', 15],
    ],
  )
})
