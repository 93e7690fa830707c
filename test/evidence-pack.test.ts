import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { literal, openDuck } from '#db/duck.ts'
import type { Collected } from '#evidence/collected.ts'
import { packOrder } from '#evidence/pack-store.ts'
import { smallExport } from './worlds/small-export.ts'
import { collectFrom, ingestInto, type TestWorkspace } from './worlds/workspace.ts'

/** What a stranger has: a stock DuckDB and the folder. Nothing of this project is imported. */
const stranger = `
import { DuckDBInstance } from '@duckdb/node-api'
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const { readFileSync } = await import('node:fs')
process.chdir(process.argv[1])
await connection.run(readFileSync('run.sql', 'utf8'))
const counts = await connection.runAndReadAll('select check_id, answer, cast(n as integer) as n from main.check_count order by all')
const points = await connection.runAndReadAll('select measure_id, period, part, whole, value, cast(n as integer) as n from main.measure_point order by all')
console.log(JSON.stringify({ counts: counts.getRowObjectsJson(), points: points.getRowObjectsJson() }))
`

let first: TestWorkspace
let second: TestWorkspace
let collected: Collected
let files: { folder: string; remove: () => void }

before(async () => {
  files = smallExport()
  first = await ingestInto([files.folder])
  second = await ingestInto([files.folder])
  collected = (await collectFrom(first, true)).collected
  await collectFrom(second, true)
})

after(() => {
  first.remove()
  second.remove()
  files.remove()
})

test('a stranger with a stock DuckDB gets the figures of the results', () => {
  const said = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', stranger, join(first.folder, 'evidence')],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  const { counts, points } = JSON.parse(said) as {
    counts: { check_id: string; answer: string; n: number }[]
    points: {
      measure_id: string
      period: string
      part: number | null
      whole: number | null
      value: number | null
      n: number
    }[]
  }

  const asked = collected.results.filter(({ because }) => !because.startsWith('not supplied'))
  const of = (id: string, answer: string) =>
    counts.find((row) => row.check_id === id && row.answer === answer)?.n ?? 0
  assert.ok(asked.some(({ population }) => population > 0))
  assert.deepEqual(
    asked.map(({ check }) => [check, of(check, 'met'), of(check, 'not met'), of(check, 'unknown')]),
    asked.map(({ check, met, exceptionCount, unknown }) => [check, met, exceptionCount, unknown]),
  )
  const close = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Number(value.toPrecision(9))
  assert.deepEqual(
    points.map(({ measure_id, period, part, whole, value }) => [
      measure_id,
      period,
      close(part),
      close(whole),
      close(value),
    ]),
    collected.measures
      .flatMap(({ id, points: own }) =>
        own.map((point) => [id, point.period, close(point.part), close(point.whole), close(point.value)]),
      )
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  )
})

test('two runs over the same input write the same bytes', () => {
  const hashes = ({ folder }: TestWorkspace) =>
    readdirSync(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          `${entry.name} ${createHash('sha256')
            .update(readFileSync(join(entry.parentPath, entry.name)))
            .digest('hex')}`,
      )
      .sort()

  assert.ok(hashes(first).length > 30)
  assert.deepEqual(hashes(second), hashes(first))
})

test('the order of a fact tells its rows apart, so that no two runs can write them otherwise', async () => {
  const duck = await openDuck(':memory:')
  const facts = join(first.folder, 'evidence/facts')
  const tied: string[] = []
  for (const file of readdirSync(facts)) {
    const table = `read_parquet(${literal(join(facts, file))})`
    const columns = await duck.rows<{ column_name: string }>(`describe select * from ${table}`)
    const names = columns.map(({ column_name }) => column_name)
    const order = packOrder(file.replace('.parquet', ''), names).join(', ')
    const [found] = await duck.rows<{ n: number }>(
      `select cast(count(*) as integer) as n from (select 1 from (select distinct * from ${table}) group by ${order} having count(*) > 1)`,
    )
    if (found?.n !== 0) tied.push(file)
  }
  duck.close()

  assert.deepEqual(tied, [])
})

test('every asked check has its answers in the pack', () => {
  const answers = readdirSync(join(first.folder, 'evidence/answers'))

  const asked = collected.results
    .filter(({ because }) => !because.startsWith('not supplied'))
    .map(({ check }) => `${check}.parquet`)
  assert.deepEqual(answers.sort(), asked.sort())
})
