import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { verifyTrail } from '#access/trail-store.ts'
import { registers } from '#registers/registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

type Row = {
  id: string
  number: string
  label: string
  state: string
  version: number
  data: Record<string, unknown>
}

async function start(person: string): Promise<string> {
  const { body } = await server.as(person, {
    method: 'POST',
    url: '/api/organizations',
    payload: { name: person },
  })
  return `/api/organizations/${JSON.parse(body).id}/registers`
}

async function add(person: string, base: string, register: string, data: object): Promise<Row> {
  const answer = await server.as(person, {
    method: 'POST',
    url: `${base}/${register}/records`,
    payload: { data },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body)
}

async function ask(person: string, request: InjectOptions | string) {
  const { statusCode, body, headers } = await server.as(
    person,
    typeof request === 'string' ? { url: request } : request,
  )
  return { status: statusCode, headers, body: body ? JSON.parse(body) : undefined }
}

const change = (url: string, version: number, payload: object, method: 'PATCH' | 'POST' = 'PATCH') => ({
  method,
  url,
  payload,
  headers: { 'if-match': `"${version}"` },
})

test('a record is numbered, kept and found again with its links', async () => {
  const base = await start('ada')
  const service = await add('ada', base, 'services', { name: 'Web shop', criticality: 'high' })
  const risk = await add('ada', base, 'risks', {
    title: 'Payment provider fails',
    kind: 'risk',
    likelihood: 'likely',
    effect: 'severe',
    services: [service.id],
  })

  const { body } = await ask('ada', `${base}/services/records/${service.id}`)

  assert.deepEqual([service.number, risk.number], ['SVC-1', 'RSK-1'])
  assert.deepEqual([risk.data.rating, risk.data.level], [20, 'very high'])
  assert.deepEqual(
    body.linkedFrom.map(({ field, number, label }: Record<string, string>) => [field, number, label]),
    [['services', 'RSK-1', 'Payment provider fails']],
  )
})

test('what is wrong with a record is said field by field', async () => {
  const base = await start('bea')

  const answer = await ask('bea', {
    method: 'POST',
    url: `${base}/risks/records`,
    payload: { data: { kind: 'danger', due_on: 'soon', colour: 'red' } },
  })

  assert.equal(answer.status, 422)
  assert.match(answer.body.detail, /Title: is needed/)
  assert.match(answer.body.detail, /Kind: must be one of: risk, opportunity/)
  assert.match(answer.body.detail, /Due on: must be a day such as 2026-03-01/)
  assert.match(answer.body.detail, /colour: is no field of Risks and opportunities/)
})

test('records and links of another organization are not seen and cannot be pointed at', async () => {
  const own = await start('cleo')
  const foreign = await start('dan')
  const secret = await add('dan', foreign, 'services', { name: 'Secret' })

  const seen = await ask('cleo', `${own}/services/records/${secret.id}`)
  const pointed = await ask('cleo', {
    method: 'POST',
    url: `${own}/risks/records`,
    payload: { data: { title: 'Probe', kind: 'risk', services: [secret.id] } },
  })
  const listed = await ask('cleo', `${own}/services/records?search=secret`)

  assert.equal(seen.status, 404)
  assert.equal(pointed.status, 422)
  assert.doesNotMatch(JSON.stringify(pointed.body), /"Secret"/)
  assert.deepEqual(listed.body.items, [])
})

test('of two changes of one version the later one is refused', async () => {
  const base = await start('eve')
  const { id, version } = await add('eve', base, 'issues', { title: 'Skills are scarce', side: 'outside' })
  const url = `${base}/issues/records/${id}`

  const blind = await ask('eve', { method: 'PATCH', url, payload: { data: {} } })
  const first = await ask('eve', change(url, version, { data: { tone: 'hinders' } }))
  const late = await ask('eve', change(url, version, { data: { tone: 'helps' } }))

  assert.deepEqual([blind.status, first.status, late.status], [428, 200, 409])
  assert.equal((await ask('eve', url)).body.data.tone, 'hinders')
})

test('a deleted record leaves the lists and comes back as it was', async () => {
  const base = await start('fay')
  const party = await add('fay', base, 'parties', { name: 'Nordnet', kind: 'external supplier' })
  const url = `${base}/parties/records/${party.id}`

  const deleted = await ask('fay', change(url, party.version, {}, 'PATCH' as 'POST'))
  const gone = await server.as('fay', { method: 'DELETE', url, headers: { 'if-match': '"1"' } })
  const while_ = await ask('fay', `${base}/parties/records?search=nordnet`)
  const bin = await ask('fay', `${base}/parties/records?deleted=true`)
  const changed = await ask('fay', change(url, 2, { data: { importance: 'high' } }))
  const restored = await ask('fay', { method: 'POST', url: `${url}/restoration` })
  const after_ = await ask('fay', `${base}/parties/records?search=nordnet`)

  assert.equal(deleted.status, 422)
  assert.equal(gone.statusCode, 204)
  assert.deepEqual([while_.body.items.length, bin.body.items.length, after_.body.items.length], [0, 1, 1])
  assert.equal(changed.status, 409)
  assert.deepEqual(restored.body.data, party.data)
})

test('a state is changed by the moves of the register only, with what they need', async () => {
  const base = await start('gus')
  const risk = await add('gus', base, 'risks', {
    title: 'Old firewall',
    kind: 'risk',
    likelihood: 'likely',
    effect: 'serious',
  })
  const url = `${base}/risks/records/${risk.id}`
  const move = (version: number, payload: object) =>
    ask('gus', change(`${url}/moves`, version, payload, 'POST'))

  const jump = await move(1, { to: 'closed' })
  const assessed = await move(1, { to: 'assessed' })
  const unfilled = await move(2, { to: 'accepted', reason: 'cheap' })
  await ask('gus', change(url, 2, { data: { accepted_by: 'Gus', accepted_on: '2026-02-01' } }))
  const unexplained = await move(3, { to: 'accepted' })
  const aboveLimit = await move(3, { to: 'accepted', reason: 'replaced in May' })
  await ask('gus', change(url, 3, { data: { acceptance_reason: 'It is replaced in May.' } }))
  const accepted = await move(4, { to: 'accepted', reason: 'replaced in May' })

  assert.match(jump.body.detail, /RSK-1 is identified and cannot become closed. It can go to: assessed/)
  assert.equal(assessed.body.state, 'assessed')
  assert.match(unfilled.body.detail, /Fill in first: Accepted by, Accepted on/)
  assert.match(unexplained.body.detail, /asks for a reason/)
  assert.match(aboveLimit.body.detail, /above the limit of 9/)
  assert.equal(accepted.body.state, 'accepted')
})

test('the history of a record says who changed what from what to what, and why', async () => {
  const base = await start('hal')
  const { id } = await add('hal', base, 'objectives', { title: 'Faster', target: 4 })
  const url = `${base}/objectives/records/${id}`
  await ask('hal', change(url, 1, { data: { target: 5, unit: 'hours' }, reason: 'agreed in the review' }))

  const { body } = await ask('hal', `${url}/history`)

  assert.deepEqual(
    body.items.map(({ action, by }: Record<string, string>) => [action, by]),
    [
      ['change', 'hal'],
      ['create', 'hal'],
    ],
  )
  assert.deepEqual(body.items[0].before, { register: 'objectives', number: 'OBJ-1', target: 4 })
  assert.deepEqual(body.items[0].after, { register: 'objectives', number: 'OBJ-1', target: 5, unit: 'hours' })
  assert.equal(body.items[0].reason, 'agreed in the review')
  const organization = base.split('/')[3] ?? ''
  assert.deepEqual((await verifyTrail(server.world.records, organization)).breaks, [])
})

test('lists are sorted, filtered, searched and paged without a gap or a double', async () => {
  const base = await start('ivo')
  for (const [index, effect] of ['severe', 'slight', 'moderate', 'severe', 'negligible'].entries())
    await add('ivo', base, 'risks', {
      title: `Résumé ${index}`,
      kind: index === 4 ? 'opportunity' : 'risk',
      likelihood: 'possible',
      effect,
      ...(index < 3 ? { due_on: `2026-0${index + 1}-15` } : {}),
    })
  await add('ivo', base, 'risks', { title: 'Unrated', kind: 'risk' })
  const titles = async (query: string) => {
    const { status, body } = await ask('ivo', `${base}/risks/records?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body.items.map(({ label }: Row) => label)
  }

  const paged: string[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const { body } = await ask('ivo', `${base}/risks/records?sort=rating&limit=2${next && `&cursor=${next}`}`)
    paged.push(...body.items.map(({ label }: Row) => label))
    next = body.next
  }

  assert.deepEqual(paged.slice(0, 3), ['Résumé 4', 'Résumé 1', 'Résumé 2'])
  assert.deepEqual([new Set(paged).size, paged.length, paged.at(-1)], [6, 6, 'Unrated'])
  assert.deepEqual(await titles('search=resum%20rsk-5'), ['Résumé 4'])
  assert.deepEqual(await titles('search=rsk-2&sort=number'), ['Résumé 1'])
  assert.deepEqual(await titles('where=kind.is:opportunity'), ['Résumé 4'])
  assert.deepEqual(await titles('where=effect.is:slight&where=effect.is:moderate&sort=title'), [
    'Résumé 1',
    'Résumé 2',
  ])
  assert.deepEqual(await titles('where=due_on.from:2026-02-01&where=due_on.to:2026-03-31&sort=due_on'), [
    'Résumé 1',
    'Résumé 2',
  ])
  assert.deepEqual(await titles('where=rating.empty'), ['Unrated'])
  assert.equal((await titles('where=state.is:identified')).length, 6)
  assert.equal((await ask('ivo', `${base}/risks/records?where=nonsense`)).status, 422)
  assert.equal((await ask('ivo', `${base}/risks/records?sort=description`)).status, 422)
  assert.equal((await ask('ivo', `${base}/risks/records?cursor=nonsense`)).status, 422)
})

test('registers are listed with what they hold', async () => {
  const base = await start('jan')
  await add('jan', base, 'roles', { name: 'Change manager' })

  const { body } = await ask('jan', base)

  const roles = body.items.find(({ id }: { id: string }) => id === 'roles')
  assert.deepEqual(
    body.items.map(({ id }: { id: string }) => id),
    registers.map(({ register }) => register.id),
  )
  assert.deepEqual([roles.records, roles.byState, roles.mayWrite], [1, { planned: 1 }, true])
})
