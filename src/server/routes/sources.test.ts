import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { JobView } from '#api/jobs.ts'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { startServer } from '../try-server.ts'
import { formOf, organizationOf, ticketLog, untilQuiet, upload } from '../try-upload.ts'

const pack = smallPack(['checks/incident/path-allowed', 'measures/incident/volume'])
const begun: number[] = []
const server = await startServer(() => new Date(), {
  content: pack.folder,
  largestUpload: 200_000,
  began: (pid) => begun.push(pid),
})
before(() => server.world.jobs.start())
after(server.close)
after(pack.remove)

const at = (organization: string, path: string) => `/api/organizations/${organization}/${path}`
const uploads = (organization: string) => {
  const folder = join(server.world.folder, 'organizations', organization, 'uploads')
  return existsSync(folder) ? readdirSync(folder) : []
}

async function ask(organization: string, path: string) {
  const { statusCode, body } = await server.as('ada', { url: at(organization, path) })
  assert.equal(statusCode, 200, body)
  return JSON.parse(body)
}

async function states(organization: string): Promise<Record<string, string>> {
  const { items } = await ask(organization, 'sources')
  return Object.fromEntries(items.map(({ name, state }: Record<string, string>) => [name, state]))
}

const kinds = (jobs: readonly JobView[]) => jobs.map(({ kind, state }) => `${kind} ${state}`).sort()

test('two files sent at once are read, and their results are in the records', async () => {
  const id = await organizationOf(server, 'ada', 'Two at once')

  const answers = await Promise.all([
    upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog(0, 20) }]),
    upload(server, 'ada', id, [{ name: 'incident 2.csv', content: ticketLog(20, 20) }]),
  ])
  const jobs = await untilQuiet(server, 'ada', id)

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [201, 201],
  )
  assert.ok(jobs.every(({ state }) => state === 'done'))
  assert.deepEqual(await states(id), { 'incident.csv': 'read', 'incident 2.csv': 'read' })
  const { items } = await ask(id, 'imports')
  assert.equal(items[0].tickets, 40)
  assert.equal((await ask(id, 'checks/incident.path-allowed')).population, 40)
  assert.deepEqual(uploads(id), [])
})

test('a file that was read can be taken out, and the answers are those without it', async () => {
  const id = await organizationOf(server, 'ada', 'Taken out')
  await upload(server, 'ada', id, [
    { name: 'incident.csv', content: ticketLog(0, 20) },
    { name: 'more.csv', content: ticketLog(20, 20) },
  ])
  await untilQuiet(server, 'ada', id)
  const { items } = await ask(id, 'sources')
  const remove = (name: string) =>
    server.as('ada', {
      method: 'DELETE',
      url: at(id, `sources/${items.find((one: { name: string }) => one.name === name).id}`),
    })

  await remove('more.csv')
  await untilQuiet(server, 'ada', id)
  const without = await ask(id, 'checks/incident.path-allowed')
  await remove('incident.csv')
  await untilQuiet(server, 'ada', id)

  assert.equal(without.population, 20)
  assert.deepEqual((await ask(id, 'checks')).items, [])
  assert.equal((await ask(id, 'collections')).items.length, 3)
  assert.deepEqual(await states(id), { 'incident.csv': 'removed', 'more.csv': 'removed' })
})

test('a job whose process is killed is begun again, and its results are kept once', async () => {
  const id = await organizationOf(server, 'ada', 'Killed')
  begun.length = 0
  await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog() }])
  while (begun.length === 0) await new Promise((done) => setTimeout(done, 5))
  process.kill(begun[0] ?? 0, 'SIGKILL')

  const jobs = await untilQuiet(server, 'ada', id)

  assert.deepEqual(kinds(jobs), ['collect done', 'ingest done'])
  assert.equal((await ask(id, 'collections')).items.length, 1)
  assert.equal((await ask(id, 'imports')).items.length, 1)
})

test('what the files leave open is asked, with both readings, and read by the answer', async () => {
  const id = await organizationOf(server, 'ada', 'Asked')
  const lines = Array.from({ length: 12 }, (_, place) => {
    const day = String((place % 9) + 2).padStart(2, '0')
    return `INC${place},0${(place % 3) + 1}/${day}/2026 10:00,Closed`
  })
  await upload(server, 'ada', id, [
    { name: 'incident.csv', content: ['number,opened_at,state', ...lines].join('\n') },
  ])

  const asked = await untilQuiet(server, 'ada', id)
  const { items } = await ask(id, 'sources/questions')
  const answered = await server.as('ada', {
    method: 'PUT',
    url: at(id, 'sources/questions'),
    payload: { answers: [{ about: 'day order', file: items[0].file, answer: 'month first' }] },
  })
  await untilQuiet(server, 'ada', id)

  assert.deepEqual(kinds(asked), ['ingest needs answer'])
  assert.deepEqual(items[0].readings, [
    { answer: 'day first', reads: 'day 01 of month 02' },
    { answer: 'month first', reads: 'day 02 of month 01' },
  ])
  assert.equal(answered.statusCode, 200, answered.body)
  assert.deepEqual(await states(id), { 'incident.csv': 'read' })
  assert.equal((await ask(id, 'imports')).items[0].dataUntil.slice(0, 7), '2026-03')
  assert.deepEqual((await ask(id, 'sources/questions')).items, [])
})

test('hostile files are refused, and leave nothing', async () => {
  const id = await organizationOf(server, 'ada', 'Hostile')
  const send = (name: string, content: string | Uint8Array) => upload(server, 'ada', id, [{ name, content }])

  const picture = await send('tickets.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'))
  const large = await send('large.csv', 'a,b\n'.repeat(100_000))
  const empty = await send('empty.csv', '')
  const nothing = await server.as('ada', { method: 'POST', url: at(id, 'sources'), ...formOf([]) })
  const text = await server.as('ada', { method: 'POST', url: at(id, 'sources'), payload: { a: 1 } })

  assert.deepEqual(
    [picture, large, empty, nothing, text].map(({ statusCode }) => statusCode),
    [422, 413, 422, 422, 415],
  )
  assert.deepEqual(uploads(id), [])
  assert.deepEqual(await states(id), {})
})

test('a bomb is refused by the job, and a name is only a name', async () => {
  const id = await organizationOf(server, 'ada', 'Bomb')
  const bomb = gzipSync(Buffer.alloc(150_000_000), { level: 9 })
  const { body } = await upload(server, 'ada', id, [{ name: '../../../etc/.passwd.csv.gz', content: bomb }])

  const jobs = await untilQuiet(server, 'ada', id)

  assert.equal(JSON.parse(body).items[0].name, 'passwd.csv.gz')
  assert.deepEqual(kinds(jobs), ['ingest refused'])
  assert.doesNotMatch(jobs[0]?.message ?? '', /uploads|[0-9a-f]{8}-/)
  assert.deepEqual(uploads(id), [])
})

test('one unreadable file of several does not keep the others from being read', async () => {
  const id = await organizationOf(server, 'ada', 'One bad')
  await upload(server, 'ada', id, [
    { name: 'incident.csv', content: ticketLog(0, 12) },
    { name: 'broken.json', content: '[{"number": "INC1",' },
  ])

  await untilQuiet(server, 'ada', id)

  assert.deepEqual(await states(id), { 'incident.csv': 'read', 'broken.json': 'refused' })
})

test('a job that waits or runs can be called off, and nothing of it is kept', async () => {
  const id = await organizationOf(server, 'ada', 'Called off')
  begun.length = 0
  const { body } = await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog() }])
  while (begun.length === 0) await new Promise((done) => setTimeout(done, 5))
  const url = at(id, `jobs/${JSON.parse(body).job.id}`)

  const off = await server.as('ada', { method: 'DELETE', url })
  const jobs = await untilQuiet(server, 'ada', id)

  assert.equal(off.statusCode, 200)
  assert.deepEqual(kinds(jobs), ['ingest cancelled'])
  assert.deepEqual((await ask(id, 'imports')).items, [])
})

test('the events of a job are told until it has ended, and the stream ends with it', async () => {
  const id = await organizationOf(server, 'ada', 'Told')
  const { body } = await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog() }])

  const stream = await server.as('ada', { url: at(id, `jobs/${JSON.parse(body).job.id}/events`) })
  const told = stream.body
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as JobView)

  assert.match(stream.headers['content-type'] as string, /event-stream/)
  assert.equal(told.at(-1)?.state, 'done')
  assert.ok(told.length >= 2)
  await untilQuiet(server, 'ada', id)
})

test('sources, jobs and imports of one organization are not seen from another', async () => {
  const id = await organizationOf(server, 'ada', 'Own')
  const { body } = await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog(0, 12) }])
  const { items, job } = JSON.parse(body)
  await untilQuiet(server, 'ada', id)
  const other = await organizationOf(server, 'mallory', 'Other')
  const own = (method: 'GET' | 'DELETE', path: string) =>
    server.as('mallory', { method, url: at(other, path) }).then(({ statusCode }) => statusCode)

  assert.deepEqual(
    await Promise.all([
      own('GET', `jobs/${job.id}`),
      own('GET', `jobs/${job.id}/events`),
      own('DELETE', `jobs/${job.id}`),
      own('DELETE', `sources/${items[0].id}`),
      own('GET', `imports/${job.id}`),
    ]),
    [404, 404, 404, 404, 404],
  )
})

test('a mapping is shown, tried and changed, and a wrong one is refused with the place', async () => {
  const id = await organizationOf(server, 'ada', 'Mapped')
  await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog(0, 12) }])
  await untilQuiet(server, 'ada', id)
  const { text, hash, mapping, canonical, ticketTypes, counts } = await ask(id, 'mapping')
  const send = (method: 'POST' | 'PUT', path: string, payload: object) =>
    server.as('ada', { method, url: at(id, path), payload })
  const changed = {
    ...mapping,
    states: { ...mapping.states, incident: { ...mapping.states.incident, Resolved: 'in_progress' } },
  }

  const tried = await send('POST', 'mapping/preview', { mapping: changed })
  const wrong = await send('PUT', 'mapping', {
    basedOn: hash,
    text: text.replace('priority: priority', 'priority: urgency'),
  })
  const put = await send('PUT', 'mapping', { basedOn: hash, mapping: changed })
  await untilQuiet(server, 'ada', id)
  const late = await send('PUT', 'mapping', { basedOn: hash, mapping: changed })

  const tickets = canonical.find(({ table }: { table: string }) => table === 'ticket')
  const names: readonly string[] = tickets.columns.map(({ name }: { name: string }) => name)
  assert.deepEqual(
    Object.keys(mapping.files[0].columns).filter(
      (name) => mapping.files[0].shape === 'list' && !names.includes(name),
    ),
    [],
  )
  assert.ok(names.includes('priority') && ticketTypes.includes('incident'))
  assert.equal(counts.ticket, 12)
  assert.equal(tried.statusCode, 200, tried.body)
  assert.deepEqual(
    JSON.parse(tried.body).changedStates.map(({ native, to }: Record<string, string>) => [native, to]),
    [['Resolved', 'in_progress']],
  )
  assert.equal(wrong.statusCode, 422)
  assert.match(JSON.parse(wrong.body).detail, /files\[0\] \(incident\.csv\): columns\.priority.*"urgency"/)
  assert.deepEqual([put.statusCode, late.statusCode], [200, 409])
  const written = readFileSync(join(server.world.folder, 'organizations', id, 'mapping.yaml'), 'utf8')
  assert.match(written, /Resolved: in_progress/)
})

test('the report is written by a job and handed out, and the evidence pack holds the audit trail', async () => {
  const id = await organizationOf(server, 'ada', 'Written')
  await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog(0, 12) }])
  await untilQuiet(server, 'ada', id)
  await server.as('ada', { method: 'POST', url: at(id, 'documents'), payload: {} })

  const jobs = await untilQuiet(server, 'ada', id)
  const { items } = await ask(id, 'documents')
  const report = await server.as('ada', { url: at(id, `documents/${items[0]?.id}`) })
  const zip = await server.as('ada', { url: at(id, 'evidence-pack') })

  assert.deepEqual(kinds(jobs), ['collect done', 'documents done', 'ingest done'], JSON.stringify(jobs[0]))
  assert.equal(report.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal(report.rawPayload.length, items[0].bytes)
  assert.equal(zip.rawPayload.subarray(0, 2).toString(), 'PK')
  for (const name of ['run.sql', 'results.json', 'trail/trail.jsonl', 'trail/verified.json'])
    assert.ok(zip.rawPayload.includes(name), name)
})
