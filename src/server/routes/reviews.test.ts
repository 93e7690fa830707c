import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)

const password = 'seven blue herons'
const today = site.world.now().toISOString().slice(0, 10)
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

type Review = {
  id: string
  number: number
  version: number
  seal: string
  inputs: { id: string; hasFacts: boolean; figures: { id: string; value?: number; before?: number }[] }[]
  carried: { says: string; isOverdue: boolean; state: string }[]
  unspoken: string[]
  signature?: { by: string; isComplete: boolean; seal: string }
}

async function prepare(): Promise<Review> {
  const answer = await sponsor.post(at('reviews'), { heldOn: today })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body)
}

async function write(review: Review, more: object) {
  const body = { heldOn: today, attendees: 'Sami Sponsor, Ada Owner', ...more }
  return owner.ask({
    method: 'PUT',
    url: at(`reviews/${review.id}/minutes`),
    payload: body,
    headers: { 'if-match': `"${review.version}"` },
  })
}

async function sign(review: Review, more: object = {}) {
  const { seal }: Review = JSON.parse((await sponsor.get(at(`reviews/${review.id}`))).body)
  const proof = { by: 'password', password }
  return sponsor.post(at(`reviews/${review.id}/signatures`), { seal, proof, ...more })
}

function figure({ inputs }: Review, id: string) {
  return inputs.flatMap(({ figures }) => figures).find((one) => one.id === id)
}

async function gate(id: string): Promise<string> {
  const { gates } = JSON.parse((await owner.get(at('readiness'))).body) as {
    gates: { id: string; colour: string; because: string }[]
  }
  const found = gates.find((one) => one.id === id)
  return `${found?.colour}: ${found?.because}`
}

async function addRisk(title: string) {
  const data = { title, kind: 'risk', likelihood: 'likely', effect: 'severe' }
  const answer = await owner.post(at('registers/risks/records'), { data })
  assert.equal(answer.statusCode, 201, answer.body)
}

let first: Review

test('a review is prepared with the figures as they stand, and an input without facts says so', async () => {
  await addRisk('A boutique floods')
  first = await prepare()

  assert.equal(first.number, 1)
  assert.deepEqual([figure(first, 'risks.high')?.value, figure(first, 'risks.high')?.before], [1, undefined])
  assert.equal(first.inputs.find(({ id }) => id === 'suppliers')?.hasFacts, false)
  assert.ok(first.unspoken.includes('suppliers') && !first.unspoken.includes('risks'))
})

test('one review is prepared at a time', async () => {
  assert.equal((await sponsor.post(at('reviews'), { heldOn: today })).statusCode, 409)
})

test('figures that are read anew show what changed, and the seal of before signs nothing', async () => {
  await addRisk('The payment provider fails')
  const { seal } = first
  const answer = await owner.post(at(`reviews/${first.id}/figures`), {})
  const anew: Review = JSON.parse(answer.body)

  assert.equal(answer.statusCode, 201, answer.body)
  assert.equal(figure(anew, 'risks.high')?.value, 2)
  assert.equal((await sign(first, { seal })).statusCode, 409)
  first = anew
})

test('the minutes keep what was said, and a change of others is not lost', async () => {
  const minutes = Object.fromEntries(first.unspoken.map((id) => [id, 'Looked at, nothing to report.']))
  const kept = await write(first, { minutes })
  const lost = await write(first, { minutes: {} })

  assert.equal(kept.statusCode, 200, kept.body)
  assert.equal(lost.statusCode, 409)
  assert.deepEqual(JSON.parse(kept.body).unspoken, [])
  assert.equal(
    (await write({ ...first, version: first.version + 1 }, { minutes: { none: 'x' } })).statusCode,
    422,
  )
})

test('the sponsor signs with the password; the gate then knows that the review was held', async () => {
  assert.match(await gate('G9'), /^grey/)
  const decision = { kind: 'resources', says: 'Hire a continuity manager', owner: 'sami@example.org' }
  const decided = await sponsor.post(at(`reviews/${first.id}/actions`), { ...decision, dueOn: '2020-01-31' })
  assert.equal(decided.statusCode, 201, decided.body)

  const wrong = await sign(first, { proof: { by: 'password', password: 'not the one' } })
  const signed = await sign(first)
  const { signature }: Review = JSON.parse(signed.body)

  assert.equal(wrong.statusCode, 422)
  assert.equal(signed.statusCode, 201, signed.body)
  assert.deepEqual([signature?.by, signature?.isComplete], ['Sami Sponsor', true])
  assert.match(await gate('G9'), /^green/)
})

test('a signed review is locked, at every door', async () => {
  const minutes = await write(JSON.parse((await owner.get(at(`reviews/${first.id}`))).body), {})
  const action = { kind: 'other', says: 'More', owner: 'x', dueOn: today }
  const { pool } = site.world.records

  assert.equal(minutes.statusCode, 409)
  assert.equal((await owner.post(at(`reviews/${first.id}/actions`), action)).statusCode, 409)
  assert.equal((await owner.post(at(`reviews/${first.id}/figures`), {})).statusCode, 409)
  await assert.rejects(pool.query("update management_review set conclusion = 'x'"), /stays as it was signed/)
  await assert.rejects(pool.query('delete from management_review'), /stays|violates/)
  await assert.rejects(pool.query("update review_action set says = 'x'"), /decided stays/)
})

test('the next review carries what is open, the overdue first, beside figures of the last one', async () => {
  await addRisk('The only tester leaves')
  const second = await prepare()

  assert.deepEqual(
    second.carried.map(({ says, isOverdue }) => [says, isOverdue]),
    [['Hire a continuity manager', true]],
  )
  assert.deepEqual([figure(second, 'risks.high')?.value, figure(second, 'risks.high')?.before], [3, 2])
  assert.equal(figure(second, 'actions.overdue')?.value, 1)
})

test('an action is ended with a word about what came of it', async () => {
  const { actions } = JSON.parse((await owner.get(at('reviews'))).body) as {
    actions: { id: string; version: number; state: string }[]
  }
  const [open] = actions
  const end = (more: object) =>
    owner.ask({
      method: 'PUT',
      url: at(`review-actions/${open?.id}`),
      payload: { state: 'done', version: open?.version, ...more },
    })

  assert.equal((await end({})).statusCode, 422)
  assert.equal((await end({ outcome: 'Hired in May.' })).statusCode, 200)
  assert.equal((await end({ outcome: 'Twice.' })).statusCode, 409)
})

test('a review without anybody there, or of tomorrow, is not signed; whoever only reads prepares none', async () => {
  const { reviews } = JSON.parse((await owner.get(at('reviews'))).body) as { reviews: Review[] }
  const open = reviews.find(({ signature }) => !signature)
  assert.ok(open)
  const nobody = await sign(open)
  const desk = await hire('Dora Desk', 'dora@example.org', 'service desk lead')

  assert.equal(nobody.statusCode, 422)
  assert.match(JSON.parse(nobody.body).detail, /who was there/)
  assert.equal((await desk.post(at('reviews'), { heldOn: today })).statusCode, 403)
})
