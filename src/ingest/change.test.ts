import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readKnowledge } from '#content/knowledge.ts'
import { drawFrom, firstExport, laterExport, listExport, type Width } from '../../test/worlds/growing-log.ts'
import { collectFrom, tablesOf } from '../../test/worlds/workspace.ts'
import { write, written } from '../../test/worlds/written.ts'
import { ingest } from './ingest.ts'
import type { Ingested } from './ingested.ts'

const knowledge = readKnowledge('content')
const home = written({})
after(() => home.remove())

const changing = 'Changing the tickets touched'

type Told = Readonly<{ ingested: Ingested; stages: readonly string[] }>

/** Imports one file into a workspace, and says by which stages. */
async function importInto(folder: string, name: string, lines: readonly string[]): Promise<Told> {
  const stages: string[] = []
  const ingested = await ingest({ inputs: [exported(name, lines)], folder }, knowledge, (stage) => {
    stages.push(stage)
  })
  return { ingested, stages }
}

function exported(name: string, lines: readonly string[]): string {
  write(join(home.folder, 'exports'), { [name]: lines })
  return join(home.folder, 'exports', name)
}

/** A copy of a workspace without its tables, so that an import into it has to build everything. */
function withoutTables(folder: string): string {
  const copy = `${folder}-anew`
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  rmSync(join(copy, 'events.duckdb'))
  return copy
}

/** Every table of a workspace with all its rows, in an order that the rows alone decide. */
async function tablesIn(folder: string): Promise<Record<string, readonly string[]>> {
  const duck = await tablesOf({ folder })
  try {
    const tables = await duck.rows<{ name: string }>(
      `select schema_name || '.' || table_name as name from duckdb_tables() order by 1`,
    )
    const found: Record<string, readonly string[]> = {}
    for (const { name } of tables) {
      const rows = await duck.rows(`select * from ${name} order by all`)
      found[name] = rows.map((row) => JSON.stringify(row))
    }
    return found
  } finally {
    duck.close()
  }
}

/** Everything below a folder, each file by its hash. */
function hashesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  )
}

/** What a workspace says beside its tables. */
const files = ['ingest.json', 'mapping.yaml', 'archive/index.json']

async function assertSame(folder: string, anew: string, says: string): Promise<void> {
  assert.deepEqual(await tablesIn(folder), await tablesIn(anew), says)
  for (const name of files)
    assert.equal(
      readFileSync(join(folder, name), 'utf8'),
      readFileSync(join(anew, name), 'utf8'),
      `${says}: ${name}`,
    )
}

/** More of them on demand: CLAUSEWISE_SEEDS=40. */
const seeds = Array.from({ length: Number(process.env.CLAUSEWISE_SEEDS ?? 2) }, (_, place) => place + 1)

for (const [place, seed] of seeds.entries()) {
  const width: Width = place % 2 === 0 ? 'plain' : 'full'
  test(`imports one after another come to what a build from nothing comes to (seed ${seed}, ${width})`, async () => {
    const draw = drawFrom(seed)
    const folder = join(home.folder, `grown-${seed}`)
    const { export: beginning, known } = firstExport(draw, width, 60)
    await importInto(folder, `incident ${seed}-0.csv`, beginning.lines)
    const ways: string[] = []
    for (let step = 1; step <= 4; step += 1) {
      const { lines, says } = laterExport(draw, width, known)
      const anew = withoutTables(folder)

      const one = await importInto(folder, `incident ${seed}-${step}.csv`, lines)
      const all = await importInto(anew, `incident ${seed}-${step}.csv`, lines)

      assert.equal(all.stages.includes(changing), false)
      assert.deepEqual(one.ingested, all.ingested)
      await assertSame(folder, anew, `step ${step}: ${says}`)
      ways.push(one.stages.find((stage) => stage === changing || stage.startsWith('Building')) ?? '')
    }

    assert.ok(ways.filter((way) => way === changing).length >= 2, ways.join('\n'))
  })
}

test('lists one after another come to what a build from nothing comes to', async () => {
  const draw = drawFrom(21)
  const folder = join(home.folder, 'lists')
  await importInto(folder, 'change first.csv', listExport(draw, 60, 60).lines)
  const ways: string[] = []
  for (let step = 1; step <= 4; step += 1) {
    const { lines } = listExport(draw, 4 + step, 60)
    const anew = withoutTables(folder)

    const one = await importInto(folder, `change ${step}.csv`, lines)
    const all = await importInto(anew, `change ${step}.csv`, lines)

    assert.deepEqual(one.ingested, all.ingested)
    await assertSame(folder, anew, `step ${step}`)
    assert.ok((one.ingested.counts.change ?? 0) >= 60, 'the details of changes are there')
    ways.push(one.stages.find((stage) => stage === changing || stage.startsWith('Building')) ?? '')
  }

  assert.ok(ways.filter((way) => way === changing).length >= 2, ways.join('\n'))
})

test('after a change every question is answered as after a build, and the evidence pack is the same to the byte', async () => {
  const draw = drawFrom(77)
  const folder = join(home.folder, 'asked')
  const { export: beginning, known } = firstExport(draw, 'full', 80)
  await importInto(folder, 'incident first.csv', beginning.lines)
  const anew = withoutTables(folder)
  const { lines } = laterExport(draw, 'full', known)
  const one = await importInto(folder, 'incident later.csv', lines)
  const all = await importInto(anew, 'incident later.csv', lines)

  const said = await collectFrom({ folder, ingested: one.ingested }, true)
  const expected = await collectFrom({ folder: anew, ingested: all.ingested }, true)

  assert.ok(one.stages.includes(changing))
  assert.deepEqual(said.collected, expected.collected)
  const packed = hashesBelow(join(folder, 'evidence'))
  assert.ok(Object.keys(packed).length > 50)
  assert.deepEqual(packed, hashesBelow(join(anew, 'evidence')))
})

test('an import that ends in the middle of a change leaves the workspace as it was', async () => {
  const draw = drawFrom(5)
  const folder = join(home.folder, 'ended')
  const { export: beginning, known } = firstExport(draw, 'plain', 60)
  await importInto(folder, 'incident first.csv', beginning.lines)
  const input = exported('incident later.csv', laterExport(draw, 'plain', known).lines)
  const before = hashesBelow(folder)
  const stages: string[] = []
  await ingest({ inputs: [input], folder: twin(folder) }, knowledge, (stage) => stages.push(stage))
  assert.ok(stages.includes(changing))

  for (const last of stages) {
    const ended = ingest({ inputs: [input], folder }, knowledge, (stage) => {
      if (stage === last) throw new Error('ended here')
    })
    await assert.rejects(ended, /ended here/, last)
    assert.deepEqual(hashesBelow(folder), before, last)
  }
})

test('a process that is killed in the middle of a change leaves tables that the next import goes on from', async () => {
  const draw = drawFrom(6)
  const folder = join(home.folder, 'killed')
  const { export: beginning, known } = firstExport(draw, 'plain', 60)
  await importInto(folder, 'incident first.csv', beginning.lines)
  const { lines } = laterExport(draw, 'plain', known)
  const input = exported('incident later.csv', lines)
  const tables = hashesBelow(folder)
  const other = twin(folder)

  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', killedAt(input, folder)])

  assert.equal(signal, 'SIGKILL')
  for (const [path, hash] of Object.entries(tables)) assert.equal(hashesBelow(folder)[path], hash, path)
  const { stages } = await importInto(folder, 'incident later.csv', lines)
  await importInto(other, 'incident later.csv', lines)
  assert.ok(stages.includes(changing))
  await assertSame(folder, other, 'after the kill')
})

/** A program that imports and is killed before the changed tables are judged. */
function killedAt(input: string, folder: string): string {
  return `
    import { ingest } from '#ingest/ingest.ts'
    import { readKnowledge } from '#content/knowledge.ts'
    const told = (stage) => { if (stage === 'Judging the data') process.kill(process.pid, 'SIGKILL') }
    await ingest(${JSON.stringify({ inputs: [input], folder })}, readKnowledge('content'), told)`
}

/** A copy of a workspace as it is. */
function twin(folder: string): string {
  cpSync(folder, `${folder}-twin`, { recursive: true })
  return `${folder}-twin`
}

/** What makes that all is built, each with what a person or a file did. */
const anew: readonly (readonly [string, string, (text: string) => string])[] = [
  ['another zone', 'the zone', (text) => `timezone: Europe/Paris\n${text}`],
  [
    'another calendar',
    'the calendars',
    (text) => text.replace("'08:00'", "'09:00'").replace('08:00', '09:00'),
  ],
  [
    'a target',
    'the targets',
    (text) => text.replace('targets: []', 'targets: [ { type: incident, priority: 1, minutes: 60 } ]'),
  ],
  ['another end of the data', 'the end', (text) => `data_until: 2026-06-30 00:00:00\n${text}`],
  ['a column less', 'read in another way', (text) => text.replace(/\n\s+priority: priority/, '')],
  [
    'a status read otherwise',
    'another state',
    (text) => text.replace(/Resolved: .*/, 'Resolved: in_progress'),
  ],
]

for (const [what, because, correct] of anew)
  test(`${what} builds everything, and says so`, async () => {
    const draw = drawFrom(9)
    const folder = join(home.folder, what)
    const { export: beginning, known } = firstExport(draw, 'plain', 60)
    await importInto(folder, 'incident first.csv', beginning.lines)
    const mapping = join(folder, 'mapping.yaml')
    const text = readFileSync(mapping, 'utf8')
    assert.notEqual(correct(text), text)
    writeFileSync(mapping, correct(text))
    const other = withoutTables(folder)
    const { lines } = laterExport(draw, 'plain', known)

    const { stages } = await importInto(folder, 'incident later.csv', lines)
    await importInto(other, 'incident later.csv', lines)

    const said = stages.find((stage) => stage.startsWith('Building everything')) ?? ''
    assert.ok(said.includes(because), stages.join('\n'))
    await assertSame(folder, other, what)
  })

test('a list beside the log, a file taken out, and rows about many of the tickets build everything, and say so', async () => {
  const draw = drawFrom(10)
  const folder = join(home.folder, 'otherwise')
  const { export: beginning, known } = firstExport(draw, 'plain', 60)
  await importInto(folder, 'incident first.csv', beginning.lines)
  const why = async (name: string, lines: readonly string[]) =>
    (await importInto(folder, name, lines)).stages.find((stage) => stage.startsWith('Building everything'))

  const list = [
    'number,opened_at,state,priority',
    'INC1,2026-01-05 08:00,New,1',
    'INC2,2026-01-05 08:00,New,1',
  ]
  const many = beginning.lines.slice(0, -1)

  assert.match((await why('incident many.csv', many)) ?? '', /touch many of the tickets/)
  assert.equal(await why('incident later.csv', laterExport(draw, 'plain', known).lines), undefined)
  assert.match((await why('incident list.csv', list)) ?? '', /lists and logs together/)
  const without = (await ingest({ inputs: [], folder }, knowledge, () => {})).files[0]?.sha256 ?? ''
  const stages: string[] = []
  await ingest({ inputs: [], folder, without: [without] }, knowledge, (stage) => stages.push(stage))
  assert.ok(stages.some((stage) => /^Building everything: no table was added/.test(stage)))
})
