import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { zipSync } from 'fflate'
import { verifyTrail } from '#access/trail-store.ts'
import { RegisterUser } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

let now = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => now)
after(server.close)

const start = (person: string) => RegisterUser.start(server, person)
const preview = (user: RegisterUser, register: string, csv: string) =>
  user.upload(`/registers/${register}/imports`, 'table.csv', csv)
const apply = (user: RegisterUser, register: string, id: string) =>
  user.ask(`/registers/${register}/imports/${id}/application`, { method: 'POST' })
type FateRow = {
  line: number
  fate: string
  label: string
  reason?: string
  changes: { label: string; before: string; after: string }[]
}

test('a preview shows the fate of every row and writes nothing', async () => {
  const user = await start('ada')
  await user.add('parties', { name: 'Nordnet', kind: 'external supplier', importance: 'low' })
  await user.add('parties', { name: 'Kept', kind: 'internal supplier' })
  const file = [
    'Name;Kind;Importance;Next review;Mood',
    'Nordnet;external supplier;high;;good',
    'Kept;internal supplier;;;',
    'Cirrus;External supplier;medium;01.05.2026;',
    '"Wrong, twice";friend;;tomorrow;',
    'Cirrus;external supplier;;;',
  ].join('\r\n')

  const { status, body, text } = await preview(user, 'parties', file)
  const after_ = await user.ask('/registers/parties/records?sort=number')

  assert.equal(status, 201, text)
  assert.deepEqual(body.counts, { new: 1, changed: 1, unchanged: 1, refused: 2 })
  assert.deepEqual(body.ignored, ['Mood'])
  assert.deepEqual(
    body.items.map(({ line, fate, label }: FateRow) => [line, fate, label]),
    [
      [2, 'changed', 'Nordnet'],
      [3, 'unchanged', 'Kept'],
      [4, 'new', 'Cirrus'],
      [5, 'refused', 'Wrong, twice'],
      [6, 'refused', 'Cirrus'],
    ],
  )
  assert.deepEqual(body.items[0].changes, [
    { field: 'importance', label: 'Importance', before: 'low', after: 'high' },
  ])
  assert.match(body.items[3].reason, /Next review: "tomorrow" is no day that can be read with certainty/)
  assert.match(body.items[4].reason, /Line 4 speaks of the same record/)
  assert.equal(after_.body.items.length, 2)
})

test('the rows of a preview are found by their words', async () => {
  const user = await start('abel')
  const file = 'Name;Kind\nNordnet;external supplier\nCirrus;friend\nCirrostratus;external supplier\n'
  const { body } = await preview(user, 'parties', file)
  const found = async (query: string) => {
    const answer = await user.ask(`/registers/parties/imports/${body.id}?${query}`)
    return answer.body.items.map(({ line }: FateRow) => line)
  }

  assert.deepEqual(await found('search=cirr'), [3, 4])
  assert.deepEqual(await found('search=cirr&fate=refused'), [3])
  assert.deepEqual(await found('search=external+nord'), [2])
})

test('what was previewed is applied once, and is in the trail', async () => {
  const user = await start('bea')
  await user.add('parties', { name: 'Nordnet', kind: 'external supplier' })
  const { body } = await preview(
    user,
    'parties',
    'Name,Kind,Importance\nNordnet,external supplier,high\nCirrus,external supplier,low\n',
  )

  const applied = await apply(user, 'parties', body.id)
  const again = await apply(user, 'parties', body.id)

  const { body: listed } = await user.ask('/registers/parties/records?sort=number')
  assert.equal(applied.status, 200, applied.text)
  assert.ok(applied.body.appliedAt)
  assert.equal(again.status, 409)
  assert.deepEqual(
    listed.items.map(
      ({ number, label, data }: { number: string; label: string; data: { importance: string } }) => [
        number,
        label,
        data.importance,
      ],
    ),
    [
      ['PTY-1', 'Nordnet', 'high'],
      ['PTY-2', 'Cirrus', 'low'],
    ],
  )
  const history = await user.ask(`/registers/parties/records/${listed.items[0].id}/history`)
  assert.equal(history.body.items[0].reason, 'Import of table.csv')
  assert.deepEqual((await verifyTrail(server.world.records, user.base.split('/')[3] ?? '')).breaks, [])
})

test('nothing is written when a record changed after the preview', async () => {
  const user = await start('cleo')
  const risk = await user.add('risks', { title: 'Power', kind: 'risk' })
  const { body } = await preview(user, 'risks', 'Title,Kind,Effect\nNew one,risk,slight\nPower,risk,severe\n')
  await user.change(`/registers/risks/records/${risk.id}`, 1, { data: { effect: 'slight' } })

  const applied = await apply(user, 'risks', body.id)

  assert.equal(applied.status, 409)
  assert.match(applied.body.detail, /RSK-1 was changed after the preview. Nothing was written/)
  assert.equal((await user.ask('/registers/risks/records')).body.items.length, 1)
})

test('a preview grows old, and belongs to who made it', async () => {
  const user = await start('dan')
  const { body } = await preview(user, 'issues', 'Issue,Where\nHeat,outside\n')
  const other = await start('eve')

  const foreign = await apply(other, 'issues', body.id)
  now = new Date('2026-03-01T10:01:00Z')
  const old = await apply(user, 'issues', body.id)

  assert.deepEqual([foreign.status, old.status], [404, 409])
  assert.match(old.body.detail, /older than 60 minutes/)
})

test('links are read by number, by name, and to rows that are new in the same file', async () => {
  const user = await start('fay')
  await user.add('services', { name: 'Network' })
  await user.add('services', { name: 'Mail' })
  await user.add('services', { name: 'mail' })
  const file = [
    'Name,Depends on',
    'Web shop,"SVC-1 Network\nPayment"',
    'Payment,Network',
    'Broken,Moon',
    'Leaning,Broken',
    'Torn,Mail',
  ].join('\n')

  const { body } = await preview(user, 'services', file)
  await apply(user, 'services', body.id)

  assert.deepEqual(
    body.items.map(({ line, fate, reason = '' }: FateRow) => [line, fate, reason]),
    [
      [2, 'new', ''],
      [4, 'new', ''],
      [5, 'refused', 'Depends on: there is no "Moon" in services: add it there first.'],
      [6, 'refused', 'It points at a row of this file that is refused. Mend that row first.'],
      [7, 'refused', 'Depends on: "Mail" names 2 records of services: write its number.'],
    ],
  )
  const { body: found } = await user.ask('/registers/services/records?search=shop')
  assert.deepEqual(
    found.items[0].links.map(({ label }: { label: string }) => label),
    ['Network', 'Payment'],
  )
})

test('a state in a file moves a record only where a move of the register leads', async () => {
  const user = await start('gus')
  await user.add('risks', { title: 'One', kind: 'risk', likelihood: 'rare', effect: 'slight' })
  await user.add('risks', { title: 'Two', kind: 'risk' })
  await user.add('risks', { title: 'Three', kind: 'risk' })

  const { body } = await preview(user, 'risks', 'Title,State\nOne,assessed\nTwo,assessed\nThree,closed\n')

  assert.deepEqual(
    body.items.map(({ fate, reason = '' }: FateRow) => [fate, reason]),
    [
      ['changed', ''],
      ['refused', 'Fill in first: Likelihood, Effect.'],
      ['refused', 'State: it is identified and cannot become closed in one step.'],
    ],
  )
})

for (const format of ['csv', 'xlsx'] as const)
  test(`an export as ${format} that is imported again changes nothing`, async () => {
    const user = await start(`round-${format}`)
    const party = await user.add('parties', {
      name: '=cmd|calc',
      kind: 'external supplier',
      components: ['-1', '"quoted"', 'a;b'],
    })
    const service = await user.add('services', {
      name: "'=quoted",
      purpose: 'Zeile 1\nZeile 2',
      in_scope: false,
      provided_by: [party.id],
      users: -0,
    })
    await user.add('agreements', {
      name: '@SLA\u00a0Web',
      kind: 'SLA',
      services: [service.id],
      penalty: 1234.5,
      agreed_on: '1899-12-31',
      valid_to: '2027-01-01',
      targets: [
        { measure: 'availability', value: 99.95, unit: '%' },
        {
          measure: 'time to resolve',
          applies_to: 'P1 | P2 \\ all',
          value: 4,
          unit: 'hours',
          hours: 'office hours',
        },
      ],
    })

    for (const register of ['parties', 'services', 'agreements']) {
      const file = await user.ask(`/registers/${register}/export?format=${format}`)
      const { body, text } = await user.upload(
        `/registers/${register}/imports`,
        `export.${format}`,
        file.bytes,
      )
      assert.deepEqual(body.counts, { new: 0, changed: 0, unchanged: 1, refused: 0 }, text)
    }
  })

test('no cell of an export is a formula', async () => {
  const user = await start('hal')
  await user.add('issues', {
    title: '=HYPERLINK("http://evil")',
    side: 'inside',
    effect: '+1\n@SUM(A1)',
    owner: "'-2",
  })

  const csv = await user.ask('/registers/issues/export?format=csv')
  const xlsx = await user.ask('/registers/issues/export?format=xlsx')
  const { unzipSync, strFromU8 } = await import('fflate')
  const sheet = strFromU8(unzipSync(xlsx.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

  assert.match(csv.text, /"'=HYPERLINK\(""http:\/\/evil""\)"/)
  assert.match(csv.text, /"'\+1\n@SUM\(A1\)"/)
  assert.match(csv.text, /"''-2"/)
  assert.doesNotMatch(sheet, /<f[ >]/)
  assert.match(String(csv.headers['content-disposition']), /^attachment; filename="issues-2026-03-01.csv"/)
})

test('what cannot be a table is refused by what it is, and leaves nothing behind', async () => {
  const user = await start('ivo')
  const bomb = zipSync({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'xl/workbook.xml': Buffer.from('<workbook/>'),
    'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, ' '),
  })
  const climbing = zipSync({
    '../../evil.xml': Buffer.from('x'),
    'xl/workbook.xml': Buffer.from('<workbook/>'),
  })
  const refused = [
    ['bomb.xlsx', Buffer.from(bomb), /expands to more than 100 times its packed size/],
    ['climb.xlsx', Buffer.from(climbing), /leads out of it/],
    ['cut.xlsx', Buffer.from(bomb.subarray(0, 900)), /zip archive cannot be opened|cut short|damaged/],
    ['picture.csv', Buffer.from('89504e470d0a1a0a00', 'hex'), /PNG/],
    ['empty.csv', '', /is empty/],
    ['zeros.csv', Buffer.from('Issue,Where\nA\0B\0C,inside,and some more\n'), /binary, not text|NUL/],
    ['page.csv', '<!doctype html><script>alert(1)</script>', /HTML|web page|markup/],
  ] as const

  for (const [name, content, says] of refused) {
    const { status, body } = await user.upload('/registers/issues/imports', name, content)
    assert.equal(status, 422, `${name}: ${JSON.stringify(body)}`)
    assert.match(body.detail, says)
  }
  const folder = join(server.world.folder, 'uploads')
  assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [])
})

test('a table saved by a spreadsheet of Western Europe keeps its accents', async () => {
  const user = await start('jon')

  const { body } = await user.upload(
    '/registers/issues/imports',
    'a.csv',
    Buffer.from('Issue;Where\r\nGenève;inside\r\n', 'latin1'),
  )

  assert.equal(body.items[0].label, 'Genève')
})
