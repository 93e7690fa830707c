import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOf, refused, rowsOf, staged, tableOf } from './trial.ts'

test('an array of objects becomes rows of texts, nested names joined by dots', async () => {
  const staging = await staged(
    't.json',
    JSON.stringify([
      { id: 1, caller: { name: 'Zoë', vip: true } },
      { id: 2, tags: ['a', 'b'], gone: null },
    ]),
  )

  assert.deepEqual(rowsOf(staging), [
    { id: '1', 'caller.name': 'Zoë', 'caller.vip': 'true' },
    { id: '2', tags: 'a, b' },
  ])
  assert.deepEqual(tableOf(staging).columns, ['id', 'caller.name', 'caller.vip', 'tags'])
  assert.equal(tableOf(staging).format, 'json')
})

test('NDJSON is recognised by its lines', async () => {
  const staging = await staged('t.json', '{"id":1}\n{"id":2,"more":"x"}\n\n')

  assert.deepEqual(rowsOf(staging), [{ id: '1' }, { id: '2', more: 'x' }])
  assert.equal(tableOf(staging).format, 'ndjson')
})

test('one line of NDJSON is recognised by its ending', async () => {
  assert.equal(tableOf(await staged('t.ndjson', '{"result":[{"id":1}]}')).format, 'ndjson')
})

test('the array inside an object is the table, with a byte order mark before it', async () => {
  const staging = await staged(
    't.json',
    '\ufeff{"count":2,"records":[{"id":"1"},{"id":"2"}],"meta":{"a":[1]}}',
  )

  assert.deepEqual(rowsOf(staging), [{ id: '1' }, { id: '2' }])
})

test('two arrays inside an object become two tables', async () => {
  const staging = await staged('t.json', '{"tickets":[{"id":1}],"users":[{"name":"a"}]}')

  assert.deepEqual(
    staging.tables.map((table) => table.name),
    ['t.tickets', 't.users'],
  )
})

test('the value of a ServiceNow field stands under its name, what people saw beside it', async () => {
  const record = {
    number: { display_value: 'INC1', value: 'INC1' },
    state: { display_value: 'Closed', value: '7' },
    caller: { link: 'https://x/1', value: 'abc' },
  }

  const staging = await staged('t.json', JSON.stringify({ result: [record] }))

  assert.deepEqual(rowsOf(staging), [
    { number: 'INC1', state: '7', 'state.display_value': 'Closed', caller: 'abc' },
  ])
})

test('a single record in a wrapper is one row', async () => {
  assert.deepEqual(rowsOf(await staged('t.json', '{"result":{"number":"INC1","caller":{"name":"a"}}}')), [
    { number: 'INC1', 'caller.name': 'a' },
  ])
})

test('issues of Jira lose the prefix, and their changelog becomes a table', async () => {
  const fields = {
    status: { self: 'https://x', name: 'Done', statusCategory: { key: 'done' } },
    assignee: { accountId: 'acc-1', displayName: 'Zoë', emailAddress: 'z@example.org' },
    components: [{ name: 'Mail' }, { name: 'VPN' }],
    labels: ['a'],
    created: '2024-01-05T10:00:00.000+0100',
  }
  const items = [
    { field: 'status', from: '1', fromString: 'Open', to: '3', toString: 'Done' },
    { field: 'assignee', from: null, to: 'acc-1', toString: null },
  ]
  const history = { author: { accountId: 'acc-2' }, created: '2024-01-06T10:00:00.000+0100', items }
  const issue = { key: 'OPS-1', fields, changelog: { histories: [history] } }

  const staging = await staged('jira.json', JSON.stringify({ startAt: 0, total: 1, issues: [issue] }))
  const [row] = rowsOf(staging, 'jira')

  assert.deepEqual(
    [
      row?.key,
      row?.status,
      row?.['status.statusCategory.key'],
      row?.assignee,
      row?.components,
      row?.labels,
      row?.created,
    ],
    ['OPS-1', 'Done', 'done', 'acc-1', 'Mail, VPN', 'a', '2024-01-05T10:00:00.000+0100'],
  )
  assert.deepEqual(rowsOf(staging, 'changelog'), [
    {
      key: 'OPS-1',
      author: 'acc-2',
      created: '2024-01-06T10:00:00.000+0100',
      field: 'status',
      from: 'Open',
      to: 'Done',
    },
    {
      key: 'OPS-1',
      author: 'acc-2',
      created: '2024-01-06T10:00:00.000+0100',
      field: 'assignee',
      to: 'acc-1',
    },
  ])
})

test('long numbers keep all their digits', async () => {
  const staging = await staged('t.json', '[{"id":12345678901234567890,"x":0.1}]')

  assert.deepEqual(rowsOf(staging), [{ id: '12345678901234567890', x: '0.1' }])
})

test('names that differ only in case become two columns, and are told', async () => {
  const staging = await staged('t.json', '[{"Key":"1"},{"key":"2"}]')

  assert.deepEqual(tableOf(staging).columns, ['Key', 'key_2'])
  assert.deepEqual(codesOf(staging), ['ingest.duplicate-column'])
})

test('a field named __proto__ is a field', async () => {
  assert.deepEqual(tableOf(await staged('t.json', '[{"__proto__":{"x":1},"a":2}]')).columns, [
    '__proto__.x',
    'a',
  ])
})

test('half a surrogate pair does not get into the staged file', async () => {
  assert.deepEqual(rowsOf(await staged('t.json', '[{"a":"\\ud800x"}]')), [{ a: '\ufffdx' }])
})

const broken: readonly (readonly [string, string, RegExp])[] = [
  [
    'a comma is missing',
    '[{"id":1}\n{"id":2}]',
    /t\.json:2: the JSON is broken: a comma or closing bracket is missing/,
  ],
  [
    'a value is no JSON',
    '[\n{"id":1},\n{"id":\nfalsch}]',
    /t\.json:3: the JSON is broken: Unexpected token 'c' in the record that starts here/,
  ],
  ['a bracket is wrong', '[\n{"id":1},\n{"id":\n[1}]}]', /t\.json:4: the JSON is broken/],
  ['it ends early', '[{"id":1},\n{"id":', /t\.json:2: the JSON is broken: it ends in the middle/],
  ['a comma stands before the end', '[{"id":1},\n]', /t\.json:2: .*a comma before a closing bracket/],
  ['there is more behind the end', '[{"id":1}]\n[]', /t\.json:2: .*something behind its end/],
  [
    'records are no objects',
    '[[1,2]]',
    /t\.json:1: a record must be an object with named fields, and this is a list/,
  ],
  ['there are no records', '{"result":[]}', /it holds no records/],
  ['a name has no quotes', '{id:1}', /t\.json:1: .*no name in double quotes/],
]

for (const [what, text, message] of broken) {
  test(`JSON is refused with its line when ${what}`, async () => {
    assert.match(await refused('t.json', text), message)
  })
}

test('a broken line of NDJSON is refused with its line', async () => {
  assert.match(await refused('t.ndjson', '{"id":1}\n{"id":2}\n{"id":\n'), /t\.ndjson:3: the JSON is broken/)
})

test('a record beyond the limit is refused', async () => {
  const text = `[{"id":"${'x'.repeat(3_000_000)}"}]`

  assert.match(await refused('t.json', text, { line: 1 << 21 }), /one record is longer than 2\.0 MiB/)
})

test('endless nesting is refused before it is parsed', async () => {
  assert.match(await refused('t.json', `[{"a":${'['.repeat(100_000)}`), /nested more than 256 levels deep/)
})

test('JSON that is not UTF-8 is refused', async () => {
  assert.match(
    await refused('t.json', Buffer.from('[{"a":"Zo\xeb"}]', 'latin1')),
    /not UTF-8 text, which JSON must be/,
  )
})
