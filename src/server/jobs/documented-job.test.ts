import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { DocumentedKind } from '#api/documented.ts'
import { documentedKinds } from '#deliver/documented-matter.ts'
import { lintPackage } from '#deliver/package-lint.ts'
import { packed } from '../../../test/worlds/office-parts.ts'
import { wordTemplate } from '../../../test/worlds/office-template.ts'
import { startServer } from '../try-server.ts'
import { formOf, organizationOf, untilQuiet } from '../try-upload.ts'

let today = new Date('2026-03-02T09:00:00Z')
const server = await startServer(() => today)
await server.world.jobs.start()
after(server.close)

type Listed = Readonly<{
  kind: string
  number: string
  subjects: readonly { id: string; name: string }[]
  missing: readonly { heading: string; says: string }[]
}>
type Made = Readonly<{
  id: string
  kind: string
  title: string
  sha256: string
  key?: string
  snapshot?: { id: string; number: number; isNewest: boolean; changes: number }
}>

async function add(home: string, register: string, data: object) {
  const url = `${home}/registers/${register}/records`
  const answer = await server.as('ada', { method: 'POST', url, payload: { data } })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body) as { id: string; number: string; data: Record<string, unknown> }
}

async function list(home: string, query = ''): Promise<readonly Listed[]> {
  const answer = await server.as('ada', { url: `${home}/documented${query}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return JSON.parse(answer.body).items
}

async function make(organization: string, payload: object) {
  const home = `/api/organizations/${organization}`
  const asked = await server.as('ada', { method: 'POST', url: `${home}/documented`, payload })
  assert.equal(asked.statusCode, 201, asked.body)
  await untilQuiet(server, 'ada', organization, 120)
  const { job } = JSON.parse(asked.body)
  const ended = JSON.parse((await server.as('ada', { url: `${home}/jobs/${job.id}` })).body)
  const { items } = JSON.parse((await server.as('ada', { url: `${home}/documents` })).body) as {
    items: readonly Made[]
  }
  const made = items.find(({ id }) => id === ended.outcome?.document)
  const file = made && (await server.as('ada', { url: `${home}/documents/${made.id}` }))
  return { ended, made, bytes: file?.rawPayload, type: String(file?.headers['content-type']) }
}

function textIn(bytes: Buffer | undefined): string {
  const xml = strFromU8(unzipSync(bytes ?? Buffer.alloc(0))['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]*>/g, '')
}

test('the page and the documents name the same kinds', () => {
  assert.deepEqual(DocumentedKind.options, [...documentedKinds])
})

test('an empty organization is told what each document lacks, and can make it all the same', async () => {
  const organization = await organizationOf(server, 'ada', 'Empty house')
  const items = await list(`/api/organizations/${organization}`)

  assert.deepEqual(
    items.map(({ kind }) => kind),
    [...documentedKinds],
  )
  for (const { kind, missing } of items) assert.ok(missing.length > 0, kind)
  const { made, bytes, type } = await make(organization, { kind: 'service level agreement' })
  assert.match(made?.title ?? '', /^Service level agreement, /)
  assert.match(type, /wordprocessingml/)
  assert.deepEqual(lintPackage(bytes ?? Buffer.alloc(0)), [])
  assert.match(textIn(bytes), /Not recorded yet: register Services and catalogue holds no service/)
})

test('what the registers hold is what the documents say, in the language that is asked for', async () => {
  const organization = await organizationOf(server, 'ada', 'Small house')
  const home = `/api/organizations/${organization}`
  const customer = await add(home, 'interested-parties', { name: 'Boutiques', kind: 'customer' })
  const [till, gate] = [
    await add(home, 'services', {
      name: 'Till',
      in_scope: true,
      customers: [customer.id],
      owner: 'Ada Rossi',
    }),
    await add(home, 'services', { name: 'Gateway', in_scope: true, customers: [customer.id] }),
  ]
  const sla = await add(home, 'agreements', {
    name: 'Tills of the boutiques',
    kind: 'SLA',
    services: [till.id],
    workload_limit: 'Up to 400 tills',
    targets: [
      { measure: 'time to resolve', applies_to: 'P1', value: 4, unit: 'hours', hours: 'office hours' },
    ],
  })
  const objective = await add(home, 'objectives', { title: 'Fewer outages', measure: 'Outages', target: 20 })

  const agreement = await make(organization, {
    kind: 'service level agreement',
    language: 'fr',
    subject: till.id,
  })
  const policy = await make(organization, { kind: 'service management policy', language: 'it' })
  const scope = await make(organization, { kind: 'scope statement', language: 'de' })

  assert.match(agreement.made?.title ?? '', /^Accord de niveau de service: Till, /)
  for (const said of [sla.number, 'Up to 400 tills', 'délai de résolution', '4 heures', 'P1', 'Boutiques'])
    assert.ok(textIn(agreement.bytes).includes(said), said)
  assert.ok(!textIn(agreement.bytes).includes('Gateway'))
  for (const said of [objective.number, 'Fewer outages', 'Politica di gestione dei servizi'])
    assert.ok(textIn(policy.bytes).includes(said), said)
  for (const said of ['Till', 'Gateway', till.number, gate.number, 'Ada Rossi', 'Small house'])
    assert.ok(textIn(scope.bytes).includes(said), said)
  for (const { made, bytes } of [agreement, policy, scope])
    assert.equal(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
      made?.sha256,
    )
  const again = await make(organization, { kind: 'scope statement', language: 'de' })
  assert.equal(again.made?.sha256, scope.made?.sha256)
})

test('a review and an audit that are planned are subjects of their documents; a stranger is refused', async () => {
  const organization = await organizationOf(server, 'ada', 'Reviewed house')
  const home = `/api/organizations/${organization}`
  const heldOn = server.world.now().toISOString().slice(0, 10)
  const review = await server.as('ada', { method: 'POST', url: `${home}/reviews`, payload: { heldOn } })
  assert.equal(review.statusCode, 201, review.body)
  const inputs: readonly { figures: readonly { value?: number }[] }[] = JSON.parse(review.body).inputs

  const pack = (await list(home, '?language=de')).find(({ kind }) => kind === 'management review pack')
  const made = await make(organization, { kind: 'management review pack' })
  const ask = async (payload: object) => {
    const { statusCode, body } = await server.as('ada', {
      method: 'POST',
      url: `${home}/documented`,
      payload,
    })
    return `${statusCode} ${JSON.parse(body).detail}`
  }
  const subject = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

  assert.equal(pack?.number, 'MR-1')
  assert.equal(pack?.subjects.length, 1)
  assert.ok(pack?.missing.some(({ says }) => says === 'Anwesend: nicht erfasst'))
  assert.ok(textIn(made.bytes).includes('Required documented information in force'))
  assert.equal(textIn(made.bytes).split('Figures of this input').length - 1, inputs.length)
  assert.match(await ask({ kind: 'management review pack', subject }), /^404 There is no such review/)
  assert.match(await ask({ kind: 'internal audit plan', subject }), /^404 There is no such audit/)
  assert.match(await ask({ kind: 'service level agreement', subject }), /^404 /)
  assert.match(
    await ask({ kind: 'scope statement', subject }),
    /^422 This document is about the whole|^400 This document/,
  )
})

test('a document to be signed is a function of its snapshot: kept by its key, handed out at once, and old ones say so', async () => {
  const organization = await organizationOf(server, 'ada', 'Frozen house')
  const home = `/api/organizations/${organization}`
  await add(home, 'services', { name: 'Till', in_scope: true })
  const kind = 'scope statement'
  const first = await make(organization, { kind, language: 'en' })
  const snapshot = first.made?.snapshot
  assert.ok(snapshot)
  await add(home, 'services', { name: 'Gateway', in_scope: true })

  const atOnce = await server.as('ada', {
    method: 'POST',
    url: `${home}/documented`,
    payload: { kind, language: 'en', snapshot: snapshot.id },
  })
  const german = await make(organization, { kind, language: 'de', snapshot: snapshot.id })
  const later = await make(organization, { kind, language: 'en' })
  const items = JSON.parse((await server.as('ada', { url: `${home}/documents` })).body).items as Made[]

  assert.equal(JSON.parse(atOnce.body).document.sha256, first.made?.sha256)
  assert.match(textIn(first.bytes), /Snapshot 1 of 2026-03-02, sha256 [0-9a-f]{12}/)
  assert.ok(textIn(german.bytes).includes('Till'))
  assert.ok(!textIn(german.bytes).includes('Gateway'), 'what came later is in no older snapshot')
  assert.ok(textIn(later.bytes).includes('Gateway'))
  assert.equal(new Set(items.map(({ key }) => key)).size, 3)
  const old = items.find(({ id }) => id === first.made?.id)?.snapshot
  assert.equal(old?.isNewest, false)
  assert.equal(old?.changes, 1)
})

test('a snapshot whose data were let go is refused by name, and what was made of it stays', async () => {
  const organization = await organizationOf(server, 'ada', 'Pruned house')
  const home = `/api/organizations/${organization}`
  const kind = 'service management policy'
  const { made } = await make(organization, { kind })
  today = new Date('2026-03-03T09:00:00Z')
  await add(home, 'services', { name: 'Till', in_scope: true })
  await server.as('ada', { method: 'POST', url: `${home}/snapshots`, payload: { name: 'Newer' } })
  const pruned = await server.as('ada', {
    method: 'POST',
    url: `${home}/snapshots/prune`,
    payload: { before: '2026-03-03' },
  })
  assert.equal(JSON.parse(pruned.body).snapshots, 1, pruned.body)

  const again = await make(organization, { kind: 'scope statement', snapshot: made?.snapshot?.id })
  const kept = await server.as('ada', { url: `${home}/documents/${made?.id}` })

  assert.equal(again.ended.state, 'refused')
  assert.match(again.ended.message, /Missing for this document: .*registers/)
  assert.equal(kept.statusCode, 200)
})

test('the Word template of the organization is the base of what is signed, and of every form', async () => {
  const organization = await organizationOf(server, 'ada', 'Harbour house')
  const home = `/api/organizations/${organization}`
  const content = packed(wordTemplate())
  const given = await server.as('ada', {
    method: 'POST',
    url: `${home}/templates`,
    ...formOf([{ name: 'letter.dotx', content }]),
  })
  assert.equal(given.statusCode, 201, given.body)

  const policy = await make(organization, { kind: 'service management policy' })
  const asked = await server.as('ada', {
    method: 'POST',
    url: `${home}/documents`,
    payload: { kind: 'forms' },
  })
  await untilQuiet(server, 'ada', organization, 120)
  const forms = await server.as('ada', { url: `${home}/documents/${JSON.parse(asked.body).job.id}` })
  const files = [policy.bytes ?? Buffer.alloc(0), ...Object.values(unzipSync(forms.rawPayload))]

  assert.equal(files.length, 5)
  for (const file of files) {
    const parts = unzipSync(file)
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    assert.deepEqual(lintPackage(file), [])
    assert.match(body, /w:pgSz w:w="12240"/)
    assert.match(body, /<w:pStyle w:val="berschrift[12]"\/>/)
    assert.match(body, /Service management policy|Request for change|Release plan|[Rr]eport|review/)
    assert.doesNotMatch(body, /Forms to fill in/)
    assert.match(strFromU8(parts['word/header1.xml'] ?? new Uint8Array()), /Harbour Group/)
  }
})
