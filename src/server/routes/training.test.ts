import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'
import { giveAddresses, giveWorkforce } from '../try-workforce.ts'

let now = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => now)
after(server.close)
const { pool } = demandCourse(openPeopleSide(server.world.content), 'awareness')

type Row = { id: string; name: string; state: string; certificate?: string }
type Training = {
  completion: { base: number; passed: number; share?: number; exempt: number; contractors: object }
  assignments: Row[]
  suggestions: { person: string; name: string; course: string; dueOn: string; because: object[] }[]
  outlook: { persons: number; hours: number; byRole: object[] }
}
type Question = { id: string; options: string[] }
type Marked = {
  isPassed: boolean
  score: number
  certificate?: string
  attemptsLeft: number
  missed: object[]
}

let own: TryOrganization
let ids: ReadonlyMap<string, string>

before(async () => {
  own = await startTryOrganization(server, 'ada')
  for (const [name, role] of [
    ['cora', 'contributor'],
    ['carl', 'contributor'],
    ['lina', 'line manager'],
    ['max', 'external auditor'],
  ] as const)
    await own.join(name, role)
  ids = await giveWorkforce(own, 'ada', [
    { name: 'cora', unit: 'Desk', more: { manager: 'lina@example.org' } },
    { name: 'carl', unit: 'Desk', more: { is_contractor: true } },
    { name: 'ada', unit: 'Office' },
  ])
  await giveAddresses(server, ['ada', 'cora', 'carl', 'lina', 'max'])
})

const training = async (by = 'ada') => (await own.ask(by, 'GET', 'adoption/training')).body as Training
const idOf = async (name: string) => (await training()).assignments.find((one) => one.name === name)?.id

async function tryQuiz(person: string, right: number): Promise<{ status: number; body: Marked }> {
  const { body } = await own.ask(person, 'POST', 'adoption/courses/awareness/attempts')
  const { id, questions } = body as { id: string; questions: Question[] }
  const answers = Object.fromEntries(
    questions.map(({ id: question, options }, at) => {
      const best = options.indexOf(pool.find((one) => one.id === question)?.options[0] ?? '')
      return [question, at < right ? best : (best + 1) % options.length]
    }),
  )
  const { status, body: marked } = await own.ask(
    person,
    'POST',
    `adoption/courses/awareness/attempts/${id}/answers`,
    { answers },
  )
  return { status, body: marked as Marked }
}

test('everybody in scope is suggested the awareness course, and assigned it once', async () => {
  const { suggestions, outlook } = await training()
  const items = suggestions
    .filter(({ course }) => course === 'awareness')
    .map(({ person, course, dueOn }) => ({ person, course, dueOn, because: 'for everybody' }))

  const assigned = await own.ask('ada', 'POST', 'adoption/training', { items })
  const again = await own.ask('ada', 'POST', 'adoption/training', { items: items.slice(0, 1) })

  assert.equal(outlook.persons, 3)
  assert.deepEqual(assigned.body, { assigned: 3 })
  assert.equal(again.status, 409)
  assert.match((again.body as { detail: string }).detail, /PER-1 cora has awareness to take already/)
})

test('of several assignments all are made or none', async () => {
  const items = [
    { person: ids.get('cora'), course: 'unknown', dueOn: '2026-05-01', because: 'x' },
    { person: crypto.randomUUID(), course: 'awareness', dueOn: '2026-05-01', because: 'x' },
  ]
  const { status } = await own.ask('ada', 'POST', 'adoption/training', { items })

  assert.equal(status, 404)
  assert.equal((await training()).assignments.length, 3)
})

test('the questions come without the right answer', async () => {
  const { body, status } = await own.ask('cora', 'POST', 'adoption/courses/awareness/attempts')
  const again = await own.ask('cora', 'POST', 'adoption/courses/awareness/attempts')

  assert.equal(status, 201)
  assert.deepEqual(again.body, body)
  const first = (body as { questions: object[] }).questions[0] ?? {}
  assert.deepEqual(Object.keys(first), ['id', 'ask', 'options'])
})

test('nine of twelve are not enough; ten pass, with a certificate', async () => {
  const failed = await tryQuiz('cora', 9)
  const passed = await tryQuiz('cora', 10)
  const { body } = await own.ask('cora', 'GET', `adoption/certificates/${passed.body.certificate}`)

  assert.deepEqual([failed.body.isPassed, failed.body.attemptsLeft], [false, 2])
  assert.equal('right' in (failed.body.missed[0] ?? {}), false)
  assert.equal(passed.body.isPassed, true)
  const { name, number, passedOn, validUntil, isValid } = body as Record<string, unknown>
  assert.deepEqual(
    [name, number, passedOn, validUntil, isValid],
    ['cora', 'CRT-0001', '2026-03-01', '2027-03-01', true],
  )
})

test('a colleague does not see the certificate, line manager and auditor do', async () => {
  const { certificate } = (await training()).assignments.find(({ name }) => name === 'cora') ?? {}
  const statuses = await Promise.all(
    ['carl', 'lina', 'max'].map(
      async (by) => (await own.ask(by, 'GET', `adoption/certificates/${certificate}`)).status,
    ),
  )

  assert.deepEqual(statuses, [404, 200, 200])
})

test('after three attempts a talk comes first', async () => {
  for (const _ of [1, 2, 3]) await tryQuiz('carl', 0)
  const fourth = await own.ask('carl', 'POST', 'adoption/courses/awareness/attempts')
  await own.ask('ada', 'POST', `adoption/training/${await idOf('carl')}/talks`, { talk: 'Went through it.' })
  const granted = await own.ask('carl', 'POST', 'adoption/courses/awareness/attempts')

  assert.equal(fourth.status, 409)
  assert.match((fourth.body as { detail: string }).detail, /All 3 attempts are used/)
  assert.equal(granted.status, 201)
})

test('a quiz with an open question is refused and stays open', async () => {
  const { body } = await own.ask('carl', 'POST', 'adoption/courses/awareness/attempts')
  const { id } = body as { id: string }
  const path = `adoption/courses/awareness/attempts/${id}/answers`

  const empty = await own.ask('carl', 'POST', path, { answers: {} })
  const others = await own.ask('cora', 'POST', path, { answers: {} })

  assert.deepEqual([empty.status, others.status], [422, 404])
})

test('who is exempt leaves the base, nobody exempts himself', async () => {
  now = new Date('2026-06-01T09:00:00Z')
  const before = (await training()).completion
  const given = { exempt: { because: 'parental leave', until: '2026-09-01' } }
  const self = await own.ask('ada', 'PUT', `adoption/training/${await idOf('ada')}/exemption`, given)
  const other = await own.ask('ada', 'PUT', `adoption/training/${await idOf('carl')}/exemption`, given)
  const after = (await training()).completion
  now = new Date('2026-03-01T09:00:00Z')

  assert.deepEqual([before.base, before.passed], [3, 1])
  assert.equal(self.status, 403)
  assert.equal(other.status, 204)
  assert.deepEqual([after.base, after.passed, after.exempt], [2, 1, 1])
  assert.deepEqual(before.contractors, { base: 1, passed: 0 })
})

test('reminders go to whoever is late, once a week, and to the line manager after two weeks', async () => {
  now = new Date('2026-06-01T09:00:00Z')
  const first = await own.ask('ada', 'POST', 'adoption/training/reminders')
  const second = await own.ask('ada', 'POST', 'adoption/training/reminders')
  now = new Date('2026-03-01T09:00:00Z')
  const mails = await server.world.records.db
    .selectFrom('mail')
    .select(['recipient', 'kind'])
    .where('organization_id', '=', own.id)
    .execute()

  assert.deepEqual(first.body, { reminded: 1, escalated: 0 })
  assert.deepEqual(second.body, { reminded: 0, escalated: 0 })
  assert.deepEqual(mails, [{ recipient: 'ada@example.org', kind: 'training reminder' }])
})

test('who is not in the register of people is told so, not shown the courses of others', async () => {
  const { body } = await own.ask('lina', 'GET', 'adoption/courses')
  const { status } = await own.ask('lina', 'POST', 'adoption/courses/awareness/attempts')

  assert.deepEqual(
    [(body as { mine: object[]; person?: object }).mine, 'person' in (body as object)],
    [[], false],
  )
  assert.equal(status, 404)
})

test('a certificate cannot be altered, whoever tries', async () => {
  await assert.rejects(
    server.world.records.pool.query("update certificate set person_name = 'x'"),
    /stay as they were/,
  )
})
