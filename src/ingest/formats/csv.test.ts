import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stage } from './stage.ts'
import { codesOf, given, refused, staged, tableOf } from './trial.ts'

test('a plain UTF-8 file is read in place', async () => {
  const { path, into } = given('tickets.csv', 'number,state\nT-1,New\n')

  const [table] = (await stage(path, into)).tables

  assert.deepEqual(table?.load, { kind: 'csv', path, delimiter: ',', quote: '"' })
  assert.deepEqual(table?.columns, ['number', 'state'])
  assert.equal(table?.name, 'tickets')
  assert.equal(table?.zone, 'unknown')
  assert.equal(existsSync(into) && readFileSync(path, 'utf8'), 'number,state\nT-1,New\n')
})

for (const [name, delimiter] of [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
  ['caret', '^'],
] as const) {
  test(`${name} is found as delimiter`, async () => {
    const row = ['T-1', '"a, b; c | d"', 'New'].join(delimiter)
    const text = `${['number', 'note', 'state'].join(delimiter)}\n${row}\n`

    const { load, columns } = tableOf(await staged('tickets.csv', text))

    assert.equal(load.kind === 'csv' && load.delimiter, delimiter)
    assert.deepEqual(columns, ['number', 'note', 'state'])
  })
}

test('single quotes that wrap the whole head are found as quote', async () => {
  const { load, columns } = tableOf(await staged('tickets.csv', "'number','state'\n'T-1','New'\n"))

  assert.equal(load.kind === 'csv' && load.quote, "'")
  assert.deepEqual(columns, ['number', 'state'])
})

test('a byte order mark is no part of the first column name', async () => {
  const table = tableOf(await staged('tickets.csv', '\ufeffnumber,state\nT-1,New\n'))

  assert.deepEqual(table.columns, ['number', 'state'])
})

async function textOf(bytes: Buffer): Promise<string> {
  const { load } = tableOf(await staged('tickets.csv', bytes))
  return readFileSync(load.path, 'utf8')
}

test('UTF-16 with a mark, little endian, is staged as UTF-8', async () => {
  assert.equal(await textOf(Buffer.from('\ufeffname;city\nZoë;Łódź\n', 'utf16le')), 'name;city\nZoë;Łódź\n')
})

test('UTF-16 with a mark, big endian, is staged as UTF-8', async () => {
  assert.equal(
    await textOf(Buffer.from('\ufeffname;city\nZoë;Łódź\n', 'utf16le').swap16()),
    'name;city\nZoë;Łódź\n',
  )
})

test('UTF-16 without a mark is recognised', async () => {
  assert.equal(await textOf(Buffer.from('name;city\nZoë;Oslo\n', 'utf16le')), 'name;city\nZoë;Oslo\n')
})

test('Windows-1252 is staged as UTF-8, and the first such line is told', async () => {
  const bytes = Buffer.from('name;price\r\nAnna;1\r\nZo\xeb;5 \x80\r\n', 'latin1')

  const staging = await staged('tickets.csv', bytes)

  assert.equal(readFileSync(tableOf(staging).load.path, 'utf8'), 'name;price\nAnna;1\nZoë;5 €\n')
  assert.deepEqual(codesOf(staging), ['ingest.encoding:3'])
})

test('one bad line does not spoil the UTF-8 lines around it', async () => {
  const bytes = Buffer.concat([
    Buffer.from('name;x\nZoë;1\n'),
    Buffer.from('Jos\xe9;2\n', 'latin1'),
    Buffer.from('Łukasz;3\n'),
  ])

  assert.equal(await textOf(bytes), 'name;x\nZoë;1\nJosé;2\nŁukasz;3\n')
})

test('CR alone ends lines, as old Macs wrote them', async () => {
  const table = tableOf(await staged('tickets.csv', 'number,state\rT-1,New\r'))

  assert.deepEqual(table.columns, ['number', 'state'])
})

test('lines that end in LF and CRLF by turns are evened out', async () => {
  assert.equal(await textOf(Buffer.from('a,b\n1,2\r\n3,4\n')), 'a,b\n1,2\n3,4\n')
})

test('blank lines and the sep line above the head are left out', async () => {
  assert.equal(await textOf(Buffer.from('\n\nsep=;\r\na;b\r\n1;2\r\n')), 'a;b\n1;2\n')
})

test('quoted line breaks are told', async () => {
  assert.equal(tableOf(await staged('tickets.csv', 'a,b\n"x\ny",2\n')).quotedNewlines, true)
  assert.equal(tableOf(await staged('tickets.csv', 'a,b\n"x y",2\n')).quotedNewlines, false)
})

test('column names are made unique without regard to case, and told', async () => {
  const staging = await staged('tickets.csv', 'Variant,variant,Variant,Variant_2,\n1,2,3,4,5\n')

  assert.deepEqual(tableOf(staging).columns, ['Variant', 'variant_2', 'Variant_3', 'Variant_2_2', 'column_5'])
  assert.deepEqual(codesOf(staging), [
    'ingest.duplicate-column',
    'ingest.duplicate-column',
    'ingest.duplicate-column',
    'ingest.unnamed-column:1',
  ])
})

test('a head line that looks like data is told', async () => {
  const staging = await staged('tickets.csv', 'T-1,2024-01-05 10:00:00\nT-2,2024-01-06 10:00:00\n')

  assert.deepEqual(codesOf(staging), ['ingest.head-looks-like-data:1'])
})

test('a name with a year in it is no data', async () => {
  assert.deepEqual(codesOf(await staged('tickets.csv', 'group,Q1 2024,2023\nA,1,2\n')), [])
})

test('a file with one column is told, for the delimiter may be unknown', async () => {
  assert.deepEqual(codesOf(await staged('tickets.csv', 'number~state\nT-1~New\n')), ['ingest.one-column:1'])
})

test('a quote that never closes is told with its line', async () => {
  assert.deepEqual(codesOf(await staged('tickets.csv', 'a,b\n1,2\n"3,4\n')), ['ingest.open-quote:3'])
})

test('a file with a head line only is refused', async () => {
  assert.match(
    await refused('tickets.csv', 'number,state\n\n\n'),
    /tickets\.csv: it holds a head line and no row below it\./,
  )
})

test('a head line below a sep line is still the only one', async () => {
  assert.match(await refused('tickets.csv', 'sep=;\nnumber;state\n'), /no row below it/)
})

test('a NUL byte late in the file is refused with line and byte', async () => {
  const text = `number,state\n${'T-1,New\n'.repeat(100_000)}T-2,N\0w\n`

  assert.match(await refused('tickets.csv', text), /tickets\.csv:100002: byte 800019 is a NUL byte/)
})

test('a line that never ends is refused', async () => {
  const text = `number,state\nT-1,${'x'.repeat(5_000_000)}\n`

  assert.match(
    await refused('tickets.csv', text, { line: 2 ** 21 }),
    /tickets\.csv:2: the line is longer than 2\.0 MiB/,
  )
})

test('more columns than a table can have are refused', async () => {
  assert.match(
    await refused('tickets.csv', 'a,b,c,d\n1,2,3,4\n', { columns: 3 }),
    /it has more than 3 columns/,
  )
})

const helpdesk = fileURLToPath(new URL('../../../../shared/data/helpdesk/best_helpdesk.csv', import.meta.url))

test('the real help desk log has one column name twice', {
  skip: existsSync(helpdesk) ? false : 'needs ../shared/data',
}, async () => {
  const staging = await stage(helpdesk, given('x', '').into)

  assert.equal(tableOf(staging).columns.length, 16)
  assert.equal(new Set(tableOf(staging).columns).size, 16)
  assert.deepEqual(codesOf(staging), ['ingest.duplicate-column'])
})
