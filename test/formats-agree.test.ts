import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Workbook } from '@cj-tech-master/excelts'
import { zipSync } from 'fflate'
import { openDuck } from '#db/duck.ts'
import { smallExport } from './worlds/small-export.ts'
import { collectFrom, ingestInto } from './worlds/workspace.ts'

const tables = ['incident', 'history', 'change_request', 'sysapproval_approver']
let folder: string
let files: ReturnType<typeof smallExport>
let fromCsv: string

/** What the checks counted, as one text. */
async function countsOf(input: string): Promise<string> {
  const workspace = await ingestInto([input])
  const { collected } = await collectFrom(workspace)
  workspace.remove()
  return collected.results
    .map(({ check, met, exceptionCount, unknown }) => `${check} ${met} ${exceptionCount} ${unknown}`)
    .join('\n')
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-formats-'))
  files = smallExport()
  for (const name of ['parquet', 'ndjson', 'tabs', 'utf16', 'gz', 'zip', 'xlsx'])
    mkdirSync(join(folder, name))
  fromCsv = await countsOf(files.folder)
})

after(() => {
  rmSync(folder, { recursive: true, force: true })
  files.remove()
})

const csv = (table: string) => readFileSync(join(files.folder, `${table}.csv`), 'utf8')

test('Parquet and NDJSON give the same answers as CSV', async () => {
  const duck = await openDuck(':memory:')
  for (const table of tables) {
    const from = `select * from read_csv('${files.folder}/${table}.csv')`
    await duck.run(`copy (${from}) to '${folder}/parquet/${table}.parquet' (format parquet)`)
    await duck.run(`copy (${from}) to '${folder}/ndjson/${table}.ndjson' (format json)`)
  }
  duck.close()

  assert.equal(await countsOf(join(folder, 'parquet')), fromCsv)
  assert.equal(await countsOf(join(folder, 'ndjson')), fromCsv)
})

test('a workbook with a sheet for each table gives the same answers as CSV', async () => {
  const book = new Workbook()
  for (const table of tables) {
    const sheet = book.addWorksheet(table)
    for (const line of csv(table).trim().split('\n')) sheet.addRow(line.split(','))
  }
  writeFileSync(join(folder, 'xlsx', 'export.xlsx'), Buffer.from(await book.xlsx.writeBuffer()))

  assert.equal(await countsOf(join(folder, 'xlsx')), fromCsv)
})

test('tabs, UTF-16, gzip and zip give the same answers as CSV', async () => {
  for (const table of tables) {
    writeFileSync(join(folder, 'tabs', `${table}.tsv`), csv(table).replaceAll(',', '\t'))
    writeFileSync(join(folder, 'utf16', `${table}.csv`), Buffer.from(`\ufeff${csv(table)}`, 'utf16le'))
    writeFileSync(join(folder, 'gz', `${table}.csv.gz`), gzipSync(csv(table)))
  }
  const entries = tables.map((table) => [`${table}.csv`, new TextEncoder().encode(csv(table))] as const)
  writeFileSync(join(folder, 'zip', 'all.zip'), zipSync(Object.fromEntries(entries)))

  for (const name of ['tabs', 'utf16', 'gz', 'zip'])
    assert.equal(await countsOf(join(folder, name)), fromCsv, name)
})
