import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#access/actor.ts'
import { appendAll } from '#access/trail-store.ts'
import { addSource } from '#ingest/source-store.ts'
import type { TryServer } from '#server/try-server.ts'
import { formOf, untilQuiet } from '#server/try-upload.ts'
import { uploadsOf } from '#server/workshop.ts'
import { simulate } from '../demo/simulate.ts'
import { packed } from '../test/worlds/office-parts.ts'
import { wordTemplate } from '../test/worlds/office-template.ts'
import { replicateHouse } from './replicate.ts'

/** How large the organization of the bench is. */
export type Size = Readonly<{ scale: number; people: number; entries: number; records: number }>

/** The owner of the organization, as whom everything is made. */
const owner = 'p0'

/**
 * Makes an organization as large as the goal says: the simulated house with as many tickets, its registers, plans, audits and
 * reports, and one of everything else that an address names. Gives its id.
 */
export async function moveIn(server: TryServer, { scale, people, entries, records }: Size): Promise<string> {
  const { world } = server
  const made = await server.as(owner, {
    method: 'POST',
    url: '/api/organizations',
    payload: { name: 'Large' },
  })
  const { id: organization } = made.json<{ id: string }>()
  const actor = { kind: 'person', id: owner, name: 'Person 0', organization, role: 'owner' } as const
  await addPeople(server, organization, people)
  await world.jobs.start()
  await world.records.within(actor, (tx) => world.jobs.ask(tx, actor, 'demo', { scale: Math.min(scale, 1) }))
  await untilDone(server, organization)
  if (scale > 1) {
    await uploadCopies(server, actor, scale)
    await untilDone(server, organization)
  }
  await addRest(server, organization, records)
  for (let from = 0; from < entries; from += 5000)
    await world.records.within(actor, (tx) =>
      appendAll(
        tx,
        actor,
        Array.from({ length: 5000 }, (_, n) => ({
          action: 'change',
          kind: 'record',
          id: `r${(from + n) % 900}`,
          before: { state: 'open', n: from + n },
          after: { state: 'closed', n: from + n },
        })),
      ),
    )
  await untilQuiet(server, owner, organization, 600)
  await world.jobs.stop()
  await world.records.pool.query('analyze')
  return organization
}

async function addPeople({ world: { records } }: TryServer, organization: string, people: number) {
  await records.pool.query(`insert into person (id, name, email)
    select 'p' || n, 'Person ' || n, 'p' || n || '@example.org' from generate_series(0, ${people - 1}) n`)
  await records.pool.query(
    `insert into membership (organization_id, person_id, role)
     select $1, 'p' || n, 'owner' from generate_series(1, ${people - 1}) n`,
    [organization],
  )
}

async function untilDone(server: TryServer, organization: string): Promise<void> {
  const jobs = await untilQuiet(server, owner, organization, 3600)
  const broken = jobs.find(({ state }) => state !== 'done')
  if (broken) throw new Error(`${broken.kind} ${broken.state}: ${broken.message ?? ''}`)
}

/** Lays further copies of the tickets where uploads lie, and has them read. */
async function uploadCopies({ world }: TryServer, actor: Actor, copies: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'clausewise-copies-'))
  const uploads = uploadsOf(world, actor.organization)
  const from = join(scratch, 'from')
  await simulate({ out: from, seed: 1, isClean: false, scale: 1, faults: join(scratch, 'faults.json') })
  await replicateHouse(from, join(scratch, 'to'), copies, 1)
  await world.records.within(actor, async (tx) => {
    for (const name of readdirSync(join(scratch, 'to'))) {
      const [id, path] = [crypto.randomUUID(), join(scratch, 'to', name)]
      const hash = createHash('sha256')
      for await (const piece of createReadStream(path)) hash.update(piece)
      const file = { id, name: `more-${name}`, bytes: statSync(path).size, sha256: hash.digest('hex') }
      mkdirSync(join(uploads, id), { recursive: true })
      renameSync(path, join(uploads, id, file.name))
      await addSource(tx, actor, { ...file, mediaKind: 'text/csv' }, world.now())
    }
    await world.jobs.ask(tx, actor, 'ingest')
  })
  rmSync(scratch, { recursive: true, force: true })
}

/** What the story of the simulated house does not hold: one of each, made at its address. */
async function addRest(server: TryServer, organization: string, records: number): Promise<void> {
  const ask = async (method: 'POST' | 'PUT', path: string, payload: unknown, headers = {}) => {
    const answer = await server.as(owner, {
      method,
      url: `/api/organizations/${organization}/${path}`,
      payload: payload as object,
      headers,
    })
    if (answer.statusCode >= 300)
      throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`)
    return answer.body === '' ? undefined : (JSON.parse(answer.body) as { id?: string })
  }
  const give = (path: string, name: string, content: string | Uint8Array) => {
    const { payload, headers } = formOf([{ name, content }])
    return ask('POST', path, payload, headers)
  }
  let record: string | undefined
  for (let n = 0; n < records; n += 1) {
    const data = { title: `Risk ${n}`, kind: 'risk', likelihood: 'likely', effect: 'severe' }
    record = (await ask('POST', 'registers/risks/records', { data }))?.id
  }
  const on = `on=requirement:4.1-a`
  await ask('POST', `comments?on=record:${record}`, { body: 'Looked at it.' })
  await ask('POST', `comments?${on}`, { body: 'Looked at it.' })
  const minutes = await give(`attachments?${on}`, 'minutes.txt', 'What was said on the first day.')
  await ask('POST', 'requirements/4.1-a/evidence', {
    kind: 'attachment',
    target: minutes?.id,
    title: 'Minutes of the first day',
    shows: 'document',
  })
  await give('templates', 'house.docx', packed(wordTemplate()))
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z" fill="#036"/></svg>'
  const look = { primary: '#1F3864', secondary: '#8A3B00', logo: Buffer.from(logo).toString('base64') }
  await ask('PUT', 'brand', look, { 'if-match': '"0"' })
  await ask('POST', 'webhooks', { url: 'https://example.org/hook', events: ['never.happens'] })
  await ask('POST', 'roadmap/schedules', undefined)
  for (const name of ['First', 'Second']) await ask('POST', 'snapshots', { name })
  await ask('POST', 'reviews', { heldOn: server.world.now().toISOString().slice(0, 10) })
  await ask('POST', 'documents', { kind: 'forms' })
  const population = { kind: 'population', id: 'closed-changes' }
  await ask('POST', 'samples', { name: 'Changes', order: { method: 'random', population, seed: 20000 } })
}

/** What no list names: a previewed import, and the address for a calendar program; by the addresses or names they stand for. */
export async function makeUnlisted(
  server: TryServer,
  organization: string,
): Promise<Readonly<Record<string, string>>> {
  const post = async (path: string, request: object = {}) => {
    const url = `/api/organizations/${organization}/${path}`
    const answer = await server.as(owner, { method: 'POST', url, ...request })
    if (answer.statusCode >= 300)
      throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`)
    return answer.json<Record<string, string>>()
  }
  const list = formOf([{ name: 'risks.csv', content: 'Title\nA risk from a list\n' }])
  const { id = '' } = await post('registers/risks/imports', list)
  const { address = '' } = await post('calendar/feed', { payload: {} })
  return {
    'GET /api/organizations/:organization/registers/:register/imports/:import': id,
    code: /calendars\/([^/?]+)/.exec(address)?.[1] ?? '',
  }
}

/** What a kept house was made by: another size or schema makes it anew. */
export function recipeOf(size: Size): string {
  const hash = createHash('sha256').update(JSON.stringify(size))
  hash.update(readFileSync(join(import.meta.dirname, '../src/db/schema.sql')))
  return hash.digest('hex')
}
