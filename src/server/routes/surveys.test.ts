import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'
import { codesIn, giveAddresses, giveWorkforce } from '../try-workforce.ts'

let now = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => now)
after(server.close)

type Survey = {
  id: string
  answered: number
  isOver: boolean
  results?: {
    whole?: { answered: number; dimensions: { id: string; index: number }[]; barriers?: object }
    groups: { name: string; answered: number }[]
    withheld: { name: string; why: string }[]
  }
  changes: object[]
  rounds: { title: string }[]
}

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('lina', 'line manager')
  await own.join('cora', 'contributor')
  const desk = Array.from({ length: 6 }, (_, at) => ({ name: `desk${at}`, unit: 'Desk' }))
  const network = Array.from({ length: 5 }, (_, at) => ({ name: `net${at}`, unit: 'Network' }))
  await giveWorkforce(own, 'ada', [...desk, ...network, { name: 'sam', unit: 'Storage' }])
  await giveAddresses(server, ['ada'])
})

const order = (given: object = {}) => ({
  instrument: 'readiness',
  title: 'Where do you stand?',
  heard: 'Works council, 2026-02-20',
  closesOn: '2026-03-20',
  groups: [
    { name: 'Desk', units: ['Desk'] },
    { name: 'Network', units: ['Network', 'Storage'] },
  ],
  ...given,
})

const sheet = (value: number) => ({
  items: Object.fromEntries(
    ['A1', 'A2', 'D1', 'D2', 'K1', 'K2', 'B1', 'B2', 'R1', 'R2'].map((id) => [id, value]),
  ),
})

const answer = (code: string | undefined, payload: object) =>
  server.app.inject({ method: 'POST', url: '/api/surveys/answers', payload: { ...payload, code } })

const rowsIn = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
    where organization_id = ${own.id}`.execute(server.world.records.db)
  return rows[0]?.n ?? 0
}

test('a group below the smallest is refused by name, and nothing is kept or sent', async () => {
  const groups = [
    { name: 'Desk', units: ['Desk'] },
    { name: 'Storage', units: ['Storage'] },
  ]
  const { status, body } = await own.ask('lina', 'POST', 'adoption/surveys', order({ groups }))

  assert.equal(status, 422)
  assert.match((body as { detail: string }).detail, /Storage \(1\). A group needs 5 people/)
  assert.deepEqual([await rowsIn('survey'), await rowsIn('survey_token'), await rowsIn('mail')], [0, 0, 0])
})

test('two people with one address, a unit that is not there and a day that has passed are refused', async () => {
  const other = await startTryOrganization(server, 'otto')
  const workers = Array.from({ length: 6 }, (_, at) => ({ name: `o${at}`, unit: 'Desk' }))
  await giveWorkforce(other, 'otto', workers)
  await giveWorkforce(other, 'otto', [{ name: 'double', unit: 'Desk', more: { email: 'o1@example.org' } }])
  const say = async (given: object) => {
    const groups = [{ name: 'Desk', units: ['Desk'] }]
    const { status, body } = await other.ask('otto', 'POST', 'adoption/surveys', order({ groups, ...given }))
    return `${status} ${(body as { detail: string }).detail}`
  }

  assert.match(await say({}), /^422 PER-2 and PER-7 have the same address o1@example.org/)
  assert.match(await say({ groups: [{ name: 'x', units: ['Moon'] }] }), /^422 Nobody is in Moon/)
  assert.match(await say({ closesOn: '2026-03-01' }), /^422 .* choose a day that is to come/)
})

test('a line manager sends a survey; it is answered by link, and shown when it is over', async () => {
  const sent = await own.ask('lina', 'POST', 'adoption/surveys', order())
  const { id } = sent.body as Survey
  const codes = await codesIn(server, own.id, 'survey')
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  assert.equal(codes.size, 12)

  const code = codes.get('desk0@example.org')
  const asked = await server.app.inject({ method: 'POST', url: '/api/surveys/opening', payload: { code } })
  assert.equal(asked.json().dimensions.length, 5)
  assert.equal('reversed' in asked.json().dimensions[0].items[0], false)

  const statuses: number[] = []
  for (const name of ['desk0', 'desk1', 'desk2', 'net0', 'net1', 'net2', 'net3', 'net4'])
    statuses.push((await answer(codes.get(`${name}@example.org`), sheet(name === 'net0' ? 3 : 4))).statusCode)
  const again = await answer(code, sheet(5))
  assert.deepEqual(statuses, Array(8).fill(204))
  assert.equal(again.statusCode, 404)

  const open = (await own.ask('lina', 'GET', `adoption/surveys/${id}`)).body as Survey
  assert.deepEqual([open.answered, open.isOver, open.results], [8, false, undefined])

  const closed = (await own.ask('lina', 'POST', `adoption/surveys/${id}/closing`)).body as Survey
  assert.deepEqual(closed.results?.withheld, [
    { name: 'Desk', why: 'too few' },
    { name: 'Network', why: 'protects another' },
  ])
  assert.deepEqual(closed.results?.groups, [])
  assert.equal(closed.results?.whole?.answered, 8)
  assert.deepEqual(closed.results?.whole?.barriers, { A: 0.125, D: 0, K: 0, B: 0, R: 0, ready: 0.875 })
})

test('what a line manager may, a contributor may not', async () => {
  const { status } = await own.ask('cora', 'GET', 'adoption/surveys')

  assert.equal(status, 403)
})

test('no record tells who answered what, or when', async () => {
  const anna = await startTryOrganization(server, 'anna')
  const names = Array.from({ length: 6 }, (_, at) => `a${at}`)
  await giveWorkforce(
    anna,
    'anna',
    names.map((name) => ({ name, unit: 'Desk' })),
  )
  const groups = [{ name: 'Desk', units: ['Desk'] }]
  await anna.ask('anna', 'POST', 'adoption/surveys', order({ groups }))
  const codes = await codesIn(server, anna.id, 'survey')
  const before = await everything(anna.id)

  await answer(codes.get('a3@example.org'), sheet(2))
  await answer(codes.get('a1@example.org'), sheet(5))
  const after = await everything(anna.id)

  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  assert.deepEqual(changed, ['survey_box', 'survey_token'])
  const box = after.survey_box ?? ''
  const hashes = await tokenHashes(anna.id)
  for (const name of names) assert.ok(!box.includes(`${name}@example.org`))
  assert.ok(!hashes.some((hash) => box.includes(hash)))
  assert.equal(hashes.length, 4)
  assert.ok(!(after.survey_token ?? '').includes('@'))
  assert.equal(box.split('\n').length, 1, 'one row for a group, not one for an answer')
  assert.ok(!/20\d\d-\d\d-\d\d/.test(box), 'no time stands beside an answer')
})

/** Every table of an organization as text. */
async function everything(organization: string): Promise<Record<string, string>> {
  const { db } = server.world.records
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'organization_id' and table_schema = 'public' order by 1`.execute(db)
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{
      all: string | null
    }>`select string_agg(one::text, E'\n' order by one::text) as all
      from ${sql.table(name)} one where organization_id = ${organization}`.execute(db)
    found[name] = rows[0]?.all ?? ''
  }
  return found
}

async function tokenHashes(organization: string): Promise<readonly string[]> {
  const rows = await server.world.records.db
    .selectFrom('survey_token')
    .select('token_sha256')
    .where('organization_id', '=', organization)
    .execute()
  return rows.map(({ token_sha256 }) => token_sha256)
}

test('the same link used twice in the same moment counts once', async () => {
  const eva = await startTryOrganization(server, 'eva')
  await giveWorkforce(
    eva,
    'eva',
    Array.from({ length: 5 }, (_, at) => ({ name: `e${at}`, unit: 'Desk' })),
  )
  const groups = [{ name: 'Desk', units: ['Desk'] }]
  const { body } = await eva.ask('eva', 'POST', 'adoption/surveys', order({ groups }))
  const [code] = [...(await codesIn(server, eva.id, 'survey')).values()]

  const answers = await Promise.all([1, 2, 3, 4].map((value) => answer(code, sheet(value))))
  const { answered } = (await eva.ask('eva', 'GET', `adoption/surveys/${(body as Survey).id}`)).body as Survey

  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 404, 404, 404])
  assert.equal(answered, 1)
})

test('an empty or a strange sheet is refused, and the link still works', async () => {
  const ida = await startTryOrganization(server, 'ida')
  await giveWorkforce(
    ida,
    'ida',
    Array.from({ length: 5 }, (_, at) => ({ name: `i${at}`, unit: 'Desk' })),
  )
  await ida.ask('ida', 'POST', 'adoption/surveys', order({ groups: [{ name: 'Desk', units: ['Desk'] }] }))
  const [code] = [...(await codesIn(server, ida.id, 'survey')).values()]

  assert.equal((await answer(code, { items: {} })).statusCode, 422)
  assert.equal((await answer(code, { items: { X1: 2 } })).statusCode, 422)
  assert.equal((await answer(code, { items: { A1: 9 } })).statusCode, 422)
  assert.equal((await answer(code, sheet(3))).statusCode, 204)
})

test('reminders go to everybody, not before three days, and hold no link', async () => {
  const uma = await startTryOrganization(server, 'uma')
  await giveWorkforce(
    uma,
    'uma',
    Array.from({ length: 5 }, (_, at) => ({ name: `u${at}`, unit: 'Desk' })),
  )
  const groups = [{ name: 'Desk', units: ['Desk'] }]
  const { body } = await uma.ask('uma', 'POST', 'adoption/surveys', order({ groups }))
  const { id } = body as Survey
  const codes = await codesIn(server, uma.id, 'survey')
  await answer(codes.get('u0@example.org'), sheet(4))

  const early = await uma.ask('uma', 'POST', `adoption/surveys/${id}/reminders`)
  now = new Date('2026-03-05T09:00:00Z')
  const late = await uma.ask('uma', 'POST', `adoption/surveys/${id}/reminders`)
  const reminders = await codesIn(server, uma.id, 'survey reminder')
  now = new Date('2026-03-21T09:00:00Z')
  const over = await answer(codes.get('u1@example.org'), sheet(4))
  const shown = (await uma.ask('uma', 'GET', `adoption/surveys/${id}`)).body as Survey

  assert.equal(early.status, 409)
  assert.deepEqual(late.body, { messages: 5 })
  assert.deepEqual([...reminders.values()], ['', '', '', '', ''])
  assert.equal(over.statusCode, 404)
  assert.deepEqual([shown.isOver, shown.results?.whole], [true, undefined])
  now = new Date('2026-03-01T09:00:00Z')
})

test('a second survey with the same questions waits for the end of the first, and is compared with it', async () => {
  const ulf = await startTryOrganization(server, 'ulf')
  const names = Array.from({ length: 6 }, (_, at) => `f${at}`)
  await giveWorkforce(
    ulf,
    'ulf',
    names.map((name) => ({ name, unit: 'Desk' })),
  )
  const groups = [{ name: 'Desk', units: ['Desk'] }]
  const run = async (title: string, value: number) => {
    const { body } = await ulf.ask('ulf', 'POST', 'adoption/surveys', order({ title, groups }))
    const codes = await codesIn(server, ulf.id, 'survey')
    for (const name of names) await answer(codes.get(`${name}@example.org`), sheet(value))
    return (body as Survey).id
  }
  const first = await run('First', 2)
  const refused = await ulf.ask('ulf', 'POST', 'adoption/surveys', order({ groups }))
  await ulf.ask('ulf', 'POST', `adoption/surveys/${first}/closing`)
  await server.world.records.db.deleteFrom('mail').where('organization_id', '=', ulf.id).execute()
  now = new Date('2026-03-02T09:00:00Z')
  const second = await run('Second', 4)
  const { body } = await ulf.ask('ulf', 'POST', `adoption/surveys/${second}/closing`)
  now = new Date('2026-03-01T09:00:00Z')

  assert.equal(refused.status, 409)
  assert.deepEqual(
    (body as Survey).rounds.map(({ title }) => title),
    ['First', 'Second'],
  )
  assert.equal((body as Survey).changes.length, 2)
})
