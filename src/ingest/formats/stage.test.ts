import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { zipSync } from 'fflate'
import { listInputs, stage } from './stage.ts'
import type { StagedTable } from './staged.ts'
import { freshFolder, given, refused, refusedAt, staged, tableOf } from './trial.ts'

const csv = 'number,note\nT-1,"a ""b""\nc"\nT-2,\n'

function sourceOf({ load, columns, quotedNewlines }: StagedTable): string {
  const names = columns.map((name) => `'${name.replaceAll("'", "''")}': 'varchar'`).join(', ')
  if (load.kind === 'parquet') return `read_parquet('${load.path}')`
  if (load.kind === 'ndjson')
    return `read_json('${load.path}', format = 'newline_delimited', columns = {${names}})`
  const style = `delim = '${load.delimiter}', quote = '${load.quote}', escape = '${load.quote}', header = true`
  return `read_csv('${load.path}', auto_detect = false, ${style}, columns = {${names}}, parallel = ${!quotedNewlines})`
}

async function loaded(table: StagedTable): Promise<unknown[]> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(`from ${sourceOf(table)}`)).getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

const expected = [
  { number: 'T-1', note: 'a "b"\nc' },
  { number: 'T-2', note: null },
]

test('DuckDB loads the same rows from CSV, packed CSV, UTF-16, and JSON', async () => {
  const rows = [{ number: 'T-1', note: 'a "b"\nc' }, { number: 'T-2' }]

  assert.deepEqual(await loaded(tableOf(await staged('t.csv', csv))), expected)
  assert.deepEqual(await loaded(tableOf(await staged('t.csv.gz', gzipSync(csv)))), expected)
  assert.deepEqual(
    await loaded(tableOf(await staged('t.zip', zipSync({ 't.csv': Buffer.from(csv) })))),
    expected,
  )
  assert.deepEqual(
    await loaded(tableOf(await staged('t.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')))),
    expected,
  )
  assert.deepEqual(await loaded(tableOf(await staged('t.json', JSON.stringify(rows)))), expected)
})

test('Parquet is read as it is, and in an archive', async () => {
  const { path, into } = given('t.parquet', '')
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await connection.run(`copy (select 'T-1' as number) to '${path}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()

  const plain = tableOf(await stage(path, into))
  const packed = tableOf(await staged('t.parquet.gz', gzipSync(readFileSync(path))))

  assert.deepEqual([plain.format, plain.load, plain.columns], ['parquet', { kind: 'parquet', path }, []])
  assert.deepEqual(await loaded(packed), [{ number: 'T-1' }])
  assert.match(
    await refused('t.parquet', readFileSync(path).subarray(0, -4)),
    /the Parquet file is cut short/,
  )
})

test('the hash is of the bytes as given, packed or not, and each byte is reported once', async () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['t.csv', Buffer.from(csv)],
    ['t.csv', Buffer.from('name;x\nZo\xeb;1\n', 'latin1')],
    ['t.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['t.csv.gz', gzipSync(csv)],
    ['t.csv.gz', Buffer.concat([gzipSync(csv), Buffer.alloc(500_000)])],
    ['t.zip', zipSync({ 't.csv': Buffer.from(csv) })],
    ['t.json', Buffer.from('[{"a":1}]')],
  ]

  for (const [name, bytes] of cases) {
    const { path, into } = given(name, bytes)
    let reported = 0

    const [table] = (await stage(path, into, undefined, (count) => (reported += count))).tables

    assert.equal(table?.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(table?.file, path)
    assert.equal(reported, bytes.length)
  }
})

test('only what is loaded from stays in the scratch folder', async () => {
  const { path, into } = given('t.csv', csv)
  await stage(path, into)
  assert.deepEqual(readdirSync(into), [])

  const packed = given('t.json.gz', gzipSync('[{"a":1}]'))
  const { load } = tableOf(await stage(packed.path, packed.into))
  assert.deepEqual(
    readdirSync(packed.into, { recursive: true }).filter((name) => String(name).includes('.')).length,
    1,
  )
  assert.equal(existsSync(load.path), true)
})

test('work that is stopped leaves nothing behind', async () => {
  const { path, into } = given('t.json', `[${'{"a":1},'.repeat(500_000)}{"a":1}]`)
  const stop = new AbortController()

  const work = stage(path, into, stop.signal, () => stop.abort())

  await assert.rejects(work, { name: 'AbortError' })
  assert.deepEqual(readdirSync(into), [])
})

test('expanding an archive can be stopped', async () => {
  const text = Array.from({ length: 300_000 }, (_, n) => `T-${n * 7919},New`).join('\n')
  const { path, into } = given('t.csv.gz', gzipSync(text))
  const stop = new AbortController()

  const work = stage(path, into, stop.signal, () => stop.abort())

  await assert.rejects(work, { name: 'AbortError' })
  assert.deepEqual(readdirSync(into), [])
})

test('a missing file and a folder are refused', async () => {
  const { path, into } = given('t.csv', csv)

  assert.match(await refusedAt(`${path}.gone`, into), /t\.csv\.gone: there is no such file/)
  assert.match(await refusedAt(join(path, '..'), into), /it is a folder, not a file/)
})

const foreign: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['empty', '', /the file is empty/],
  ['blank', '\ufeff \n\n', /the file is empty/],
  ['packed.gz', gzipSync(''), /the file is empty/],
  ['picture.csv', Buffer.from('89504e470d0a1a0a', 'hex'), /it is a PNG picture, not a table/],
  ['program.csv', Buffer.from('7f454c46020101', 'hex'), /it is a program \(ELF\)/],
  ['report.csv', '%PDF-1.7\n', /it is a PDF document/],
  ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /an old Office file \(\.xls\).*Save it as \.xlsx/],
  ['a.7z', Buffer.from('377abcaf271c', 'hex'), /it is a 7z archive/],
  ['noise.csv', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7) % 31)), /it is binary, not text/],
  ['login.csv', '<!DOCTYPE html><html><body>Log in</body></html>', /it is an HTML page/],
]

for (const [name, bytes, message] of foreign) {
  test(`${name} is refused by its content`, async () => {
    assert.match(await refused(name, bytes), message)
  })
}

test('files and folders become files in one order, without hidden ones', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'b'))
  for (const name of ['c.csv', 'Z.csv', 'b/a.csv', '.hidden', '~$open.xlsx'])
    writeFileSync(join(folder, name), 'x')

  const found = await listInputs([join(folder, 'c.csv'), folder])

  assert.deepEqual(
    found,
    ['Z.csv', 'b/a.csv', 'c.csv'].map((name) => join(folder, name)),
  )
})

test('an empty folder and a missing one are refused', async () => {
  const folder = freshFolder()

  await assert.rejects(listInputs([folder]), { code: 'invalid', message: /the folder holds no files/ })
  await assert.rejects(listInputs([join(folder, 'gone')]), {
    code: 'invalid',
    message: /there is no such file/,
  })
})
