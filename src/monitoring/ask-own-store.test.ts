import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { literal, openDuck } from '#db/duck.ts'
import { askOwn } from './ask-own-store.ts'

let folder: string

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-own-kpi-'))
  mkdirSync(join(folder, 'evidence', 'facts'), { recursive: true })
  writeFileSync(join(folder, 'secret.csv'), 'a,b\n1,2\n')
  const period = { from: '2026-01-01', to: '2026-03-01' }
  writeFileSync(join(folder, 'results.json'), JSON.stringify({ period, dataUntil: '2026-03-01 00:00:00' }))
  const duck = await openDuck(':memory:')
  await duck.run(`copy (select 'INC-' || i as ticket_id, '2026-0' || (1 + i % 2) as created_month, i % 5 = 0 as is_major
    from range(1, 101) as r(i)) to ${literal(join(folder, 'evidence', 'facts', 'incident.parquet'))} (format parquet)`)
  duck.close()
})
after(() => rmSync(folder, { recursive: true, force: true }))

async function ask(sql: string, answers: 'share' | 'value' = 'share', wait?: number) {
  const answer = (await askOwn(folder, [{ kpi: 'OWN-1', sql, answers }], wait)).get('OWN-1')
  assert.ok(answer)
  return answer
}

const share = `with seen as (select * from incident)
select created_month as period, count(*) filter (where is_major) as part, count(*) as whole
from seen cross join parameter group by created_month`

test('a select over facts answers its months', async () => {
  assert.deepEqual(await ask(share), {
    points: [
      { period: '2026-01', part: 10, whole: 50, n: 50 },
      { period: '2026-02', part: 10, whole: 50, n: 50 },
    ],
    because: undefined,
  })
  const value = await ask(
    `select '2026-01' as period, 1.5 as value, count(*) as n from fact.incident;`,
    'value',
  )
  assert.deepEqual(value.points, [{ period: '2026-01', value: 1.5, n: 100 }])
})

test('whatever reads files, settings or another table is refused before it runs', async () => {
  const file = literal(join(folder, 'secret.csv'))
  const hostile = [
    `select * from read_csv(${file})`,
    `select * from ${file}`,
    `select * from "${join(folder, 'secret.csv')}"`,
    `select * from incident, read_text(${file})`,
    `with x as (select * from glob('/*')) select * from x`,
    `select (select content from read_text('/etc/passwd')) as period`,
    `select current_setting('memory_limit') as period from incident`,
    `select getenv('HOME') as period from incident`,
    `select * from query('select 1')`,
    `select * from query_table(['incident'])`,
    `select * from duckdb_settings()`,
    `select * from information_schema.tables`,
    `select * from main.fact.incident`,
    `select * from canonical.ticket`,
    `from pragma_database_list`,
    `show tables`,
  ]
  for (const sql of hostile) {
    const { points, because } = await ask(sql)
    assert.deepEqual(points, [], sql)
    assert.match(
      because ?? '',
      /not a select|no fact|does not read a fact|not available|Only facts|one select/,
      sql,
    )
  }
})

test('what is no select, or more than one, is refused, and changes nothing', async () => {
  const path = join(folder, 'made')
  for (const sql of [
    `copy (select 1) to '${path}'`,
    `attach '${path}'`,
    `create table t as select 1`,
    `set memory_limit = '8GB'`,
    `install httpfs`,
    `${share}; drop view fact.incident`,
    `select 1) as a; attach '${path}'; select * from (select 2`,
    '',
  ]) {
    const { because } = await ask(sql)
    assert.ok(because, sql)
  }
  assert.deepEqual(readdirSync(folder).toSorted(), ['evidence', 'results.json', 'secret.csv'])
})

test('a slow one is stopped, one that wants too much memory fails, and the next is answered', async () => {
  const slow = 'select count(*) as n from range(100000000) as a(i), range(1000) as b(j) where a.i % 7 = b.j'
  assert.match((await ask(slow, 'value', 300)).because ?? '', /longer than 0.3 seconds/)
  const greedy = 'select list(i) as period from range(200000000) as a(i)'
  assert.match((await ask(greedy)).because ?? '', /[Mm]emory|longer|temp/)
  const both = await askOwn(folder, [
    { kpi: 'OWN-1', sql: 'select nothing from incident', answers: 'share' },
    { kpi: 'OWN-2', sql: share, answers: 'share' },
  ])
  assert.match(both.get('OWN-1')?.because ?? '', /nothing/)
  assert.equal(both.get('OWN-2')?.points.length, 2)
})

test('an answer of the wrong shape says what is wrong with it', async () => {
  const wrong = [
    ['select 1 as part, 2 as whole', /column period/],
    [`select '2026-13' as period, 1 as part, 2 as whole`, /column period/],
    [`select '2026-01' as period, 3 as part, 2 as whole`, /part not above whole/],
    [`select '2026-01' as period, 1 as part, 2 as whole union all select '2026-01', 1, 2`, /stands twice/],
    [`select '2026-01' as period, 0 as part, 0 as whole`, /no month with cases/],
  ] as const
  for (const [sql, says] of wrong) assert.match((await ask(sql)).because ?? '', says, sql)
})
