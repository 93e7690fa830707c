import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { DocumentView, documentsOfSet, documentsToSign } from '#api/documents.ts'
import type { JobView } from '#api/jobs.ts'
import { flat, needsReader, needsTypesetter, textOf } from '../../../test/worlds/pdf.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'
import { ticketLog, untilQuiet, upload } from '../try-upload.ts'

let today = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => today)
await server.world.jobs.start()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await upload(server, 'ada', own.id, [{ name: 'tickets.csv', content: ticketLog() }])
  await untilQuiet(server, 'ada', own.id)
})

type Asked = Readonly<{ kind: string; snapshot?: string; since?: string; language?: string }>

/** Asks for a document as somebody; gives what was answered at once, or what the job came to. */
async function make(asked: Asked, person = 'ada') {
  const { status, body } = await own.ask(person, 'POST', 'documents', asked)
  assert.equal(status, 201, JSON.stringify(body))
  const { document, job } = body as { document?: DocumentView; job?: JobView }
  const jobs = await untilQuiet(server, person, own.id, 120)
  const ended = jobs.find(({ id }) => id === job?.id)
  const made = (await listed()).find(({ id }) => id === (document?.id ?? ended?.outcome?.document))
  return { atOnce: document, job: ended, made }
}

async function listed(): Promise<readonly DocumentView[]> {
  const { body } = await own.ask('ada', 'GET', 'documents?limit=500')
  return DocumentView.array().parse((body as { items: unknown }).items)
}

async function download({ id }: DocumentView): Promise<Buffer> {
  return (await server.as('ada', { url: `/api/organizations/${own.id}/documents/${id}` })).rawPayload
}

async function snapshot(name: string): Promise<{ id: string; number: number; sha256: string }> {
  const { status, body } = await own.ask('ada', 'POST', 'snapshots', { name })
  assert.equal(status, 201, JSON.stringify(body))
  return body as { id: string; number: number; sha256: string }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

test(
  'the whole set is written from one snapshot; what it has no plan or money for is named',
  needsTypesetter,
  async () => {
    const { job } = await make({ kind: 'whole set' })
    const documents = await listed()
    const refused = job?.outcome?.refused as { kind: string; why: string }[]

    assert.equal(job?.state, 'done', job?.message)
    assert.deepEqual(
      [...documents.map(({ kind }) => kind), ...refused.map(({ kind }) => kind)].toSorted(),
      [...documentsOfSet, ...documentsToSign].toSorted(),
    )
    assert.deepEqual(refused.map(({ kind }) => kind).toSorted(), ['business case', 'implementation roadmap'])
    assert.equal(new Set(documents.map(({ snapshot: from }) => from?.id)).size, 1)
    for (const document of documents) assert.equal(hashOf(await download(document)), document.sha256)
  },
)

test(
  'while nothing changes the same documents are handed out and nothing is drawn; a second download is the same bytes',
  needsTypesetter,
  async () => {
    const earlier = await listed()
    const [first] = earlier
    today = new Date('2026-03-01T17:30:00Z')
    const { job } = await make({ kind: 'whole set' })
    const again = await make({ kind: 'gap report', snapshot: first?.snapshot?.id ?? '' })

    assert.equal(job?.outcome?.kept, earlier.length)
    assert.deepEqual(await listed(), earlier)
    assert.equal(again.job, undefined)
    assert.equal(again.atOnce?.kind, 'gap report')
    for (const document of earlier)
      assert.deepEqual(await download(document), await download(document), document.kind)
  },
)

test('a file that is gone from the server is written again, byte for byte', needsTypesetter, async () => {
  const [document] = (await listed()).filter(({ kind }) => kind === 'executive summary')
  assert.ok(document?.snapshot)
  const folder = join(server.world.folder, 'organizations', own.id, 'documents')
  const before_ = await download(document)
  rmSync(join(folder, `${document.sha256}.pdf`))

  const { atOnce, job } = await make({ kind: 'executive summary', snapshot: document.snapshot.id })

  assert.equal(atOnce, undefined)
  assert.equal(job?.state, 'done', job?.message)
  assert.deepEqual(await download(document), before_)
})

test(
  'another brand, another language and another snapshot are other documents, and each says what it was made from',
  needsTypesetter,
  async () => {
    const [plain] = (await listed()).filter(({ kind }) => kind === 'playbook')
    assert.ok(plain?.snapshot)
    const kind = 'playbook'
    const french = (await make({ kind, snapshot: plain.snapshot.id, language: 'fr' })).made
    const { version } = (await own.ask('ada', 'GET', 'brand')).body as { version: number }
    const look = { primary: '#123456', secondary: '#333333', footer: 'Ours', coverLine: '' }
    await own.ask('ada', 'PUT', 'brand', look, version)
    const branded = (await make({ kind, snapshot: plain.snapshot.id })).made
    await own.ask('ada', 'PUT', 'requirements/4.1-a/rating', { rating: 'minor_nc' }, 0)
    const later = (await make({ kind })).made

    const all = [plain, french, branded, later]
    assert.equal(new Set(all.map((one) => one?.key)).size, 4)
    assert.deepEqual(
      all.map((one) => one?.snapshot?.number),
      [1, 1, 1, 2],
    )
    assert.deepEqual(
      all.map((one) => one?.language),
      ['en', 'fr', 'en', 'en'],
    )
    assert.equal(plain.brand, french?.brand)
    assert.notEqual(plain.brand, branded?.brand)
  },
)

test(
  'a document of an older snapshot says so: which one, that there is a newer one, and how much changed',
  needsReader,
  async () => {
    const [old] = (await listed()).filter(
      ({ kind, snapshot: from }) => kind === 'gap report' && from?.number === 1,
    )
    assert.ok(old?.snapshot)
    const text = flat(textOf(await download(old)))

    assert.equal(old.snapshot.isNewest, false)
    assert.ok(old.snapshot.changes >= 2, `${old.snapshot.changes} changes since`)
    assert.ok(
      text.includes(`Snapshot 1 of 2026-03-01, sha256 ${old.snapshot.sha256.slice(0, 12)}`),
      text.slice(0, 600),
    )
  },
)

test('what lies between two snapshots is a document of its own, in each language', needsReader, async () => {
  const first = (await listed()).find(({ snapshot: from }) => from?.number === 1)?.snapshot
  await own.ask('ada', 'POST', 'registers/risks/records', {
    data: { title: 'Only one person knows', kind: 'risk', likelihood: 'likely', effect: 'severe' },
  })
  const second = await snapshot('After a month')
  const asked = { kind: 'difference report', snapshot: second.id, since: first?.id ?? '' }
  const { made, job } = await make(asked)
  const german = await make({ ...asked, language: 'de' })
  const without = await own.ask('ada', 'POST', 'documents', { kind: 'difference report' })
  const strange = await own.ask('ada', 'POST', 'documents', { kind: 'playbook', since: first?.id })

  assert.equal(job?.state, 'done', job?.message)
  assert.ok(made && german.made)
  const text = flat(textOf(await download(made)))
  assert.match(text, /Ratings: 0 requirements stand better, 0 worse, 1 otherwise\.|Ratings: \d+ requirements/)
  assert.match(text, /4\.1-a/)
  assert.match(text, /Rated by ada\./)
  assert.match(text, /Registers: 1 records are new/)
  assert.match(text, new RegExp(`Snapshot 1 of 2026-03-01.*Snapshot ${second.number} of 2026-03-01`))
  assert.match(flat(textOf(await download(german.made))), /Bewertungen: .* Anforderungen/)
  assert.equal(made.since?.number, 1)
  assert.deepEqual([without.status, strange.status], [422, 422])
})

test('ten people at once queue and finish; what is the same is written once', needsTypesetter, async () => {
  await own.ask('ada', 'PUT', 'requirements/4.1-b/rating', { rating: 'conforming' }, 0)
  const people = Array.from({ length: 10 }, (_, at) => `person ${at}`)
  for (const person of people) await own.join(person, 'process owner')
  const kinds = ['executive summary', 'strategy framework', 'playbook', 'oscal', 'gap report']
  const known = new Set((await listed()).map(({ id }) => id))

  const answers = await Promise.all(
    people.map((person, at) => own.ask(person, 'POST', 'documents', { kind: kinds[at % 5] })),
  )
  const jobs = await untilQuiet(server, 'ada', own.id, 240)

  const asked = new Set(answers.map(({ body }) => (body as { job: JobView }).job.id))
  const mine = jobs.filter(({ id }) => asked.has(id))
  assert.deepEqual(new Set(mine.map(({ state }) => state)), new Set(['done']), JSON.stringify(mine))
  const fresh = (await listed()).filter(({ id }) => !known.has(id))
  assert.deepEqual(fresh.map(({ kind }) => kind).toSorted(), kinds.toSorted())
  assert.equal(new Set(fresh.map(({ snapshot: from }) => from?.id)).size, 1)
})

test(
  'a snapshot whose data were let go says what is missing, and hands out what was made of it before',
  needsTypesetter,
  async () => {
    const old = (await listed()).find(({ kind, snapshot: from }) => kind === 'playbook' && from?.number === 1)
    assert.ok(old?.snapshot)
    const before_ = await download(old)
    today = new Date('2026-05-01T09:00:00Z')
    await own.ask('ada', 'PUT', 'requirements/4.1-c/rating', { rating: 'ofi' }, 0)
    const young = await snapshot('May')
    const early = await own.ask('ada', 'POST', 'snapshots/prune', { before: '2026-06-01' })
    const pruned = await own.ask('ada', 'POST', 'snapshots/prune', { before: '2026-04-01' })
    const again = await own.ask('ada', 'POST', 'snapshots/prune', { before: '2026-04-01' })

    const told = (await own.ask('ada', 'GET', `snapshots/${old.snapshot.id}`)).body as {
      missing: string[]
      pruning: { by: string }
      isWhole: boolean
    }
    const kept = (await own.ask('ada', 'GET', `snapshots/${young.id}`)).body as { missing?: string[] }
    const refused = await make({ kind: 'strategy framework', snapshot: old.snapshot.id, language: 'it' })
    const fine = await make({ kind: 'strategy framework', snapshot: young.id })

    assert.deepEqual([early.status, pruned.status], [422, 200])
    assert.ok((pruned.body as { texts: number }).texts > 0)
    assert.deepEqual(again.body, { snapshots: 0, texts: 0 })
    assert.ok(told.missing.includes('assessment') && told.missing.includes('programme'), told.missing.join())
    assert.equal(told.pruning.by, 'ada')
    assert.equal(told.isWhole, true)
    assert.equal(kept.missing, undefined)
    assert.equal(refused.job?.state, 'refused')
    assert.match(refused.job?.message ?? '', /Missing for this document: .*the assessment with its proposals/)
    assert.equal(fine.job?.state, 'done', fine.job?.message)
    assert.deepEqual(await download(old), before_)
  },
)

test(
  'a frozen text cannot be changed, and one that was damaged all the same is refused',
  needsTypesetter,
  async () => {
    const whole = await snapshot('Whole')
    const { pool } = server.world.records
    await assert.rejects(pool.query("update frozen_text set document = '{}'"), /never changed/)
    await pool.query('alter table frozen_text disable trigger frozen_text_stays')
    await pool.query(
      `update frozen_text set document = '{"a":1}' where sha256 = (select parts->>'programme' from snapshot where id = $1)`,
      [whole.id],
    )
    await pool.query('alter table frozen_text enable trigger frozen_text_stays')

    const { job } = await make({ kind: 'executive summary', snapshot: whole.id, language: 'it' })

    assert.equal(job?.state, 'refused')
    assert.match(job?.message ?? '', /no longer what was frozen/)
  },
)
