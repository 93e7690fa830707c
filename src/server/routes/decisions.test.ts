import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)

const password = 'seven blue herons'
let organization: string
let owner: Browser
let sponsor: Browser

before(async () => {
  const first = await startAsFirst(site)
  organization = first.organization
  owner = first.browser
  sponsor = await hire('Sami Sponsor', 'sami@example.org', 'sponsor')
})

async function hire(name: string, email: string, role: Role): Promise<Browser> {
  const { records } = site.world
  const person = await createPerson(records, { name, email, password })
  const actor = { kind: 'system', id: undefined, name: 'test', organization, role: 'owner' } as const
  await records.within(actor, (tx) => addMember(tx, actor, person.id, { role, expiresAt: undefined }))
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  return browser
}

const at = (path: string) => `/api/organizations/${organization}/${path}`

type Page = {
  seal: string
  missing: string[]
  decisions: {
    verdict: string
    seal: string
    figures: { gaps: { total: number } }
    provedBy: string
    signedAs: string
  }[]
}

async function pageOf(browser: Browser): Promise<Page> {
  return JSON.parse((await browser.get(at('decision'))).body)
}

async function sign(browser: Browser, more: object = {}) {
  const { seal } = await pageOf(owner)
  const proof = { by: 'password', password }
  const answer = await browser.post(at('decision/signatures'), {
    verdict: 'later',
    reasons: 'The roadmap comes first.',
    seal,
    proof,
    ...more,
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}

test('what nobody planned is said to be missing, and is no zero', async () => {
  const { missing } = await pageOf(sponsor)

  assert.deepEqual(missing, ['roadmap', 'case', 'training'])
})

test('the sponsor signs with the password, and the trail keeps the figures and not the password', async () => {
  const { status, body } = await sign(sponsor)
  const trail = JSON.parse((await sponsor.get(at('trail'))).body) as {
    items: {
      action: string
      record: { kind: string }
      actor: { name: string }
      after: { seal: string; verdict: string }
    }[]
  }
  const entry = trail.items.find(({ record }) => record.kind === 'decision')

  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual(
    [body.decisions[0].verdict, body.decisions[0].provedBy, body.decisions[0].signedAs],
    ['later', 'password', 'sponsor'],
  )
  assert.deepEqual(
    [entry?.action, entry?.actor.name, entry?.after.verdict],
    ['sign', 'Sami Sponsor', 'later'],
  )
  assert.equal(entry?.after.seal, body.decisions[0].seal)
  assert.ok(!JSON.stringify(trail).includes(password))
})

test('a wrong password signs nothing', async () => {
  const before = (await pageOf(sponsor)).decisions.length
  const { status, body } = await sign(sponsor, { proof: { by: 'password', password: 'not the one' } })

  assert.equal(status, 422)
  assert.match(body.detail, /password is not right/)
  assert.equal((await pageOf(sponsor)).decisions.length, before)
})

test('who is neither sponsor nor owner does not sign', async () => {
  const manager = await hire('Pia Manager', 'pia@example.org', 'programme manager')

  assert.equal((await sign(manager)).status, 403)
  assert.equal((await sign(owner)).status, 201)
})

test('figures that changed since the page was opened are not signed', async () => {
  const { seal } = await pageOf(sponsor)
  await owner.post(at('registers/goals/records'), { data: { title: 'Grow online sales' } })

  const { status, body } = await sign(sponsor, { seal })

  assert.equal(status, 409)
  assert.match(body.detail, /figures have changed/)
})

test('a signed decision cannot be altered, whoever tries', async () => {
  await assert.rejects(
    site.world.records.pool.query("update decision set verdict = 'go'"),
    /stay as they were/,
  )
  await assert.rejects(site.world.records.pool.query('delete from decision'), /stay as they were/)
})

test('whoever guesses passwords is stopped', async () => {
  const guesses = []
  for (let guess = 0; guess < 12; guess++)
    guesses.push((await sign(sponsor, { proof: { by: 'password', password: `guess ${guess}` } })).status)

  assert.ok(guesses.includes(429), guesses.join(' '))
  await sql`delete from sign_in_attempt`.execute(site.world.records.db)
})

type Phases = {
  phases: {
    id: string
    state: string
    criteria: { id: string; standing: string; isStated: boolean; waiver?: string }[]
  }[]
}

test('a phase is signed with a reason for each open criterion, and the next one opens', async () => {
  const before: Phases = JSON.parse((await sponsor.get(at('phases'))).body)
  const open = before.phases[0]?.criteria.filter(({ standing }) => standing !== 'met') ?? []
  const proof = { by: 'password', password }
  const bare = await sponsor.post(at('phases/assessment/signatures'), { proof })
  const waivers = open.map(({ id }) => ({ criterion: id, reason: 'Agreed with the board.' }))
  const signed = await sponsor.post(at('phases/assessment/signatures'), { proof, waivers })
  const after: Phases = JSON.parse(signed.body)

  assert.ok(open.length > 0)
  assert.equal(bare.statusCode, 409)
  assert.match(JSON.parse(bare.body).detail, /waive each with a reason/)
  assert.equal(signed.statusCode, 201, signed.body)
  assert.deepEqual(
    after.phases.slice(0, 3).map(({ state }) => state),
    ['signed', 'open', 'waiting'],
  )
  assert.equal(
    after.phases[0]?.criteria.find(({ id }) => id === open[0]?.id)?.waiver,
    'Agreed with the board.',
  )
  assert.equal((await sponsor.post(at('phases/assessment/signatures'), { proof, waivers })).statusCode, 409)
})

test('a criterion without a rule is stated by the programme manager, one with a rule by nobody', async () => {
  const state = (criterion: string) =>
    owner.post(at('phases/statements'), { criterion, isMet: true, says: 'Agreed on Monday.' })

  const said: Phases = JSON.parse((await state('framework-agreed')).body)

  assert.equal(said.phases[1]?.criteria.find(({ id }) => id === 'framework-agreed')?.standing, 'met')
  assert.equal((await state('goals-complete')).statusCode, 422)
  assert.equal((await state('no-such')).statusCode, 404)
})
