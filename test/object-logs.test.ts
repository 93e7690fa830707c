import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDuck } from '#db/duck.ts'
import { ingestInto, realData, type TestWorkspace, tablesOf } from './worlds/workspace.ts'

const folder = `${realData}ocel/`
const skip = existsSync(folder) ? false : 'needs ../shared/data (the OCEL 2.0 sample in three encodings)'
const encodings = ['ocel20_example.jsonocel', 'ocel20_example.xmlocel', 'ocel20_example.sqlite']
let workspaces: TestWorkspace[] = []

before(async () => {
  if (skip) return
  workspaces = await Promise.all(
    encodings.map((name) => ingestInto([join(folder, name)], { timezone: 'Europe/Berlin' })),
  )
})

after(() => {
  for (const workspace of workspaces) workspace.remove()
})

/** Rows of one of the archived parts, as text, without the zone in which an encoding writes its times. */
async function archived({ folder: workspace, ingested }: TestWorkspace, part: string): Promise<string[]> {
  const duck = await openDuck(':memory:')
  const files = await duck.rows<{ file: string }>(
    `select file from glob('${workspace}/archive/*.parquet') order by file`,
  )
  const wanted = { object: 'type', event: 'at', relation: 'qualifier' }[part]
  const found: string[] = []
  for (const { file } of files) {
    const columns = (await duck.rows<{ column_name: string }>(`describe select * from '${file}'`)).map(
      ({ column_name }) => column_name,
    )
    if (
      !wanted ||
      !columns.includes(wanted) ||
      (part === 'object' && columns.includes('at')) ||
      columns.includes('ticket id')
    )
      continue
    const compared = columns
      .filter((column) => column !== 'at')
      .sort()
      .map((column) => `"${column}"`)
    found.push(
      ...(await duck.rows(`select ${compared.join(', ')} from '${file}' order by all`)).map((row) =>
        JSON.stringify(row),
      ),
    )
  }
  duck.close()
  assert.ok(ingested.files.length >= 3)
  return found.sort()
}

for (const part of ['object', 'event', 'relation']) {
  test(`the three encodings give the same ${part}s`, { skip }, async () => {
    const [json = [], xml, sqlite] = await Promise.all(
      workspaces.map((workspace) => archived(workspace, part)),
    )

    assert.ok(json.length > 0)
    assert.deepEqual(xml, json)
    assert.deepEqual(sqlite, json)
  })
}

test('once the zone of the zone-less encodings is named, all three give the same events at the same instants', {
  skip,
}, async () => {
  const said = await Promise.all(
    workspaces.map(async (workspace) => {
      const duck = await tablesOf(workspace)
      const rows = await duck.rows(
        'select ticket_id, happened_at, status_native from canonical.event order by all',
      )
      duck.close()
      return rows
    }),
  )

  assert.ok((said[0]?.length ?? 0) > 0)
  assert.deepEqual(said[1], said[0])
  assert.deepEqual(said[2], said[0])
})

test('without a named zone the zone-less encodings say so', { skip }, async () => {
  const workspace = await ingestInto([join(folder, 'ocel20_example.xmlocel')])
  const codes = workspace.ingested.problems.map(({ code }) => code)
  workspace.remove()

  assert.ok(codes.includes('ingest.no-timezone'))
})
