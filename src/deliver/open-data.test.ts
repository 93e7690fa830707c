import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { type OpenDataInput, printOpenData } from './open-data.ts'

const input: OpenDataInput = {
  organization: 'Norden AG',
  madeAt: '2026-07-06T09:00:00.000Z',
  tables: [
    {
      name: 'record',
      columns: ['id', 'register', 'number', 'data'],
      rows: [
        { id: 'a', register: 'risks', number: 'RSK-1', data: { title: '=1+1, "quoted"', owner: 'Ada' } },
        { id: 'b', register: 'suppliers', number: 'SUP-1', data: { title: 'Zażółć\nsecond line' } },
      ],
    },
    { name: 'rating', columns: ['id', 'rating'], rows: [] },
  ],
  withheld: [{ name: 'api_token', because: 'secrets' }],
}

const files = unzipSync(printOpenData(input))
const text = (name: string) => new TextDecoder().decode(files[name])

test('every register is a file of its own with a column for each field', () => {
  assert.equal(
    text('registers/risks.csv'),
    'id,number,field_title,field_owner\r\na,RSK-1,"\'=1+1, ""quoted""",Ada\r\n',
  )
  assert.equal(text('registers/suppliers.csv'), 'id,number,field_title\r\nb,SUP-1,"Zażółć\nsecond line"\r\n')
})

test('JSON has every value unchanged, and an empty table is an empty list', () => {
  assert.deepEqual(JSON.parse(text('tables/record.json')), input.tables[0]?.rows)
  assert.deepEqual(JSON.parse(text('tables/rating.json')), [])
})

test('the index names every other file with its hash, and what is not here with the reason', () => {
  const index = JSON.parse(text('index.json'))
  const named = new Map<string, string>(
    index.files.map((one: { file: string; sha256: string }) => [one.file, one.sha256]),
  )
  const others = Object.keys(files).filter((name) => name !== 'index.json' && name !== 'README.md')

  assert.deepEqual([...named.keys()].toSorted(), others.toSorted())
  for (const [name, sha256] of named)
    assert.equal(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
      sha256,
    )
  assert.deepEqual(index.notHere[0], { name: 'api_token', because: 'secrets' })
})

test('two runs over equal input give equal bytes', () => {
  assert.equal(Buffer.compare(Buffer.from(printOpenData(input)), Buffer.from(printOpenData(input))), 0)
})
