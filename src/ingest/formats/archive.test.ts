import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { codesOf, refused, staged, tableOf } from './trial.ts'

const tickets = 'number,state\nT-1,New\n'

test('a .gz file is expanded and named without its endings', async () => {
  const table = tableOf(await staged('tickets.csv.gz', gzipSync(tickets)))

  assert.equal(table.name, 'tickets')
  assert.equal(readFileSync(table.load.path, 'utf8'), tickets)
})

test('two .gz members in one file are read as one text', async () => {
  const table = tableOf(
    await staged('tickets.csv.gz', Buffer.concat([gzipSync(tickets), gzipSync('T-2,New\n')])),
  )

  assert.equal(readFileSync(table.load.path, 'utf8'), `${tickets}T-2,New\n`)
})

test('each file in a .zip becomes a table, and the archive is the file', async () => {
  const { tables } = await staged(
    'export.zip',
    zip({ 'a/tickets.csv': tickets, 'b/tickets.csv': tickets, 'c.json': '[{"x":1}]' }),
  )

  assert.deepEqual(
    tables.map((table) => [table.name, table.format]),
    [
      ['tickets', 'csv'],
      ['tickets-2', 'csv'],
      ['c', 'json'],
    ],
  )
  assert.deepEqual(new Set(tables.map((table) => table.file)).size, 1)
})

test('what macOS packs along is no table', async () => {
  const { tables, problems } = await staged(
    'export.zip',
    zip({ 'tickets.csv': tickets, '__MACOSX/._tickets.csv': '\0\0' }),
  )

  assert.equal(tables.length, 1)
  assert.deepEqual(problems, [])
})

test('a picture packed along is left out and told', async () => {
  const staging = await staged('export.zip', zip({ 'tickets.csv': tickets, 'logo.png': '\x89PNG\r\n' }))

  assert.deepEqual(codesOf(staging), ['ingest.skipped-entry'])
})

test('a .zip without any table is refused', async () => {
  assert.match(
    await refused('export.zip', zip({ 'logo.png': '\x89PNG\r\n' })),
    /holds no table \(only logo\.png\)/,
  )
})

test('an empty .zip is refused', async () => {
  assert.match(await refused('export.zip', zip({})), /holds no table/)
})

test('an empty file in a .zip is refused by its name', async () => {
  assert.match(
    await refused('export.zip', zip({ 'tickets.csv': tickets, 'more.csv': '' })),
    /export\.zip\/more\.csv: the file is empty/,
  )
})

test('a .gz file that is cut short is refused', async () => {
  const bytes = gzipSync(Buffer.from(tickets.repeat(1000)))

  assert.match(
    await refused('tickets.csv.gz', bytes.subarray(0, bytes.length - 12)),
    /the archive is cut short/,
  )
})

test('a .gz file with a wrong byte is refused', async () => {
  const bytes = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, n) => `T-${n * 7919},New`).join('\n')))
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff

  assert.match(await refused('tickets.csv.gz', bytes), /the archive is damaged/)
})

test('a .zip file that is cut short is refused', async () => {
  const bytes = zip({ 'tickets.csv': tickets.repeat(100) })

  assert.match(
    await refused('export.zip', bytes.subarray(0, bytes.length - 30)),
    /cannot be opened.*cut short or damaged/,
  )
})

test('a .zip file with a wrong byte in a stored file is refused by its checksum', async () => {
  const bytes = zipSync({ 'tickets.csv': [strToU8(tickets), { level: 0 }] })
  bytes[50] = (bytes[50] ?? 0) ^ 1

  assert.match(
    await refused('export.zip', bytes),
    /export\.zip\/tickets\.csv: the archive is damaged: its checksum is wrong/,
  )
})

test('a .zip with a password is refused', async () => {
  const bytes = zip({ 'tickets.csv': tickets })
  const [local, central] = [0, Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'))]
  bytes[local + 6] = (bytes[local + 6] ?? 0) | 1
  bytes[central + 8] = (bytes[central + 8] ?? 0) | 1

  assert.match(
    await refused('export.zip', bytes),
    /export\.zip\/tickets\.csv: the zip archive has a password/,
  )
})

test('a .zip whose names lead out of it is refused', async () => {
  assert.match(
    await refused('export.zip', zip({ '../../etc/tickets.csv': tickets })),
    /a name that leads out of it/,
  )
  assert.match(
    await refused('export.zip', zip({ '/etc/tickets.csv': tickets })),
    /a name that leads out of it/,
  )
})

test('a .zip in a .zip is refused', async () => {
  const inner = zip({ 'tickets.csv': tickets })

  assert.match(
    await refused('export.zip', zipSync({ 'inner.zip': inner })),
    /inner\.zip: it is an archive within a zip archive/,
  )
})

test('a .gz in a .gz is refused', async () => {
  assert.match(
    await refused('tickets.gz', gzipSync(gzipSync(tickets))),
    /it is an archive within a gzip archive/,
  )
})

const zeros = new Uint8Array(4 << 20).fill(48)
const small = { ratio: 200, ratioFrom: 1 << 20 }

test('a .zip that expands beyond the ratio is refused', async () => {
  assert.match(
    await refused('bomb.zip', zipSync({ 'a.csv': zeros }), small),
    /it expands to more than 200 times its packed size/,
  )
})

test('a .gz that expands beyond the ratio is refused', async () => {
  assert.match(
    await refused('bomb.csv.gz', gzipSync(zeros), small),
    /it expands to more than 200 times its packed size/,
  )
})

test('a .zip of many files that expand beyond the ratio only together is refused', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [`${n}.csv`, strToU8(`a,b\n${'1,2\n'.repeat(100_000)}`)]),
  )

  assert.match(
    await refused('bomb.zip', zipSync(files), { ratio: 100, ratioFrom: 1 << 20 }),
    /bomb\.zip.*more than 100 times/,
  )
})

test('a file beyond the absolute limit is refused, however well it is packed', async () => {
  assert.match(
    await refused('big.csv.gz', gzipSync(zeros), { expanded: 1 << 20 }),
    /it expands to more than 1\.0 MiB/,
  )
})

test('a small file of blanks that packs well is read', async () => {
  const text = `a,b\n${'1,2\n'.repeat(200_000)}`

  assert.equal((await staged('a.csv.gz', gzipSync(text), small)).tables.length, 1)
})

test('an archive of too many files is refused', async () => {
  assert.match(
    await refused('export.zip', zip({ 'a.csv': tickets, 'b.csv': tickets }), { entries: 1 }),
    /it holds 2 files, more than 1/,
  )
})

test('a size in the directory that is a lie is refused', async () => {
  const bytes = zip({ 'tickets.csv': tickets.repeat(50) })
  const central = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'))
  bytes[central + 24] = 10

  assert.match(await refused('export.zip', bytes), /the archive is damaged/)
})

function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    packed[name] = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content
  }
  return zipSync(packed)
}
