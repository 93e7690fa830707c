import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readOrganization } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import type { Collected } from '#evidence/collected.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import { keepImport, ticketsIn } from '#ingest/import-store.ts'
import { type Answers, moveSources, readAnswers, sourcesIn, type UploadedFile } from '#ingest/source-store.ts'
import type { Job } from '../job-store.ts'
import { type Tx, uploadsOf, type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, TaskRefused, type Watching } from './child.ts'
import { machine, type Performed } from './performed.ts'
import type { Came, ReadTask, Refused } from './task.ts'

/** What one reading is about. */
type Reading = Readonly<{
  pending: readonly UploadedFile[]
  removing: readonly UploadedFile[]
  answers: Answers
  likelyZones: readonly string[]
}>

/** Reads what was uploaded, takes out what was removed, and fills the tables anew. */
export async function ingestJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const reading = await shop.records.within(job.actor, (tx) => readingOf(tx, job))
  const unreadable = new Map<string, string>()
  for (;;) {
    const pending = reading.pending.filter(({ id }) => !unreadable.has(id))
    try {
      const came = await inChild(taskOf(shop, job, { ...reading, pending }), watching, signal)
      return done(shop, job, { ...reading, pending }, unreadable, came)
    } catch (error) {
      if (!(error instanceof TaskRefused)) throw error
      const found = error.refused.unreadable ?? []
      if (found.length === 0 || unreadable.size > 0)
        return refused(shop, job, { ...reading, pending }, unreadable, error.refused)
      for (const { input, message } of found) unreadable.set(input.split('/')[0] ?? '', plain(message))
    }
  }
}

async function readingOf(tx: Tx, job: Job): Promise<Reading> {
  const { settings } = await readOrganization(tx, job.actor)
  return {
    pending: await sourcesIn(tx, ['uploaded', 'waiting', 'needs answer']),
    removing: await sourcesIn(tx, ['removing']),
    answers: await readAnswers(tx),
    likelyZones: typeof settings.timezone === 'string' ? [settings.timezone] : [],
  }
}

function taskOf(shop: Workshop, job: Job, reading: Reading): ReadTask {
  const { pending, removing, answers, likelyZones } = reading
  return {
    does: 'read',
    folder: workspaceOf(shop, job.organization),
    content: shop.content,
    uploads: uploadsOf(shop, job.organization),
    inputs: pending.map(({ id, name }) => join(id, name)),
    without: removing.map(({ sha256 }) => sha256),
    dayOrders: answers.dayOrders,
    likelyZones,
    ...(answers.timezone === undefined ? {} : { timezone: answers.timezone }),
    ...machine,
  }
}

function done(
  shop: Workshop,
  job: Job,
  { pending, removing }: Reading,
  unreadable: ReadonlyMap<string, string>,
  came: Came['read'],
): Performed {
  const at = shop.now()
  const settle = async (tx: Tx) => {
    await moveSources(tx, ids(removing), { state: 'removed', at })
    await refuseEach(tx, unreadable, at)
  }
  const after = () =>
    dropUploads(shop, job.organization, [...pending.map(({ id }) => id), ...unreadable.keys()])
  if ('isEmpty' in came)
    return {
      ending: { state: 'done', outcome: { files: 0, tickets: 0 } },
      keep: async (tx) => {
        await settle(tx)
        await keepNothing(tx, job, at)
      },
      after,
    }
  const kept = { ...came, ingested: JSON.parse(plain(JSON.stringify(came.ingested))) as typeof came.ingested }
  const { files, problems } = kept.ingested
  const outcome = { files: files.length, tickets: ticketsIn(kept.ingested), problems: problems.length }
  return {
    ending: {
      state: 'done',
      outcome,
      ...(unreadable.size > 0 ? { message: [...unreadable.values()].join('\n') } : {}),
    },
    keep: async (tx) => {
      await settle(tx)
      await moveSources(tx, ids(pending), { state: 'read', at })
      await keepImport(tx, { organization: job.organization, id: job.id, at, by: job.askedBy }, kept)
      await append(tx, job.actor, { action: 'read files', kind: 'import', id: job.id, after: outcome })
    },
    next: [{ kind: 'collect' }],
    after,
  }
}

/** Nothing is left to ask about: the newest evidence says so, and the older stays as it was. */
async function keepNothing(tx: Tx, job: Job, at: Date): Promise<void> {
  const day = at.toISOString().slice(0, 10)
  const nothing: Collected = {
    period: { from: day, to: day },
    dataFrom: at.toISOString(),
    dataUntil: at.toISOString(),
    dataHash: '',
    packVersion: '',
    results: [],
    measures: [],
    conformance: [],
  }
  const about = { organization: job.organization, id: job.id, importId: undefined, at, by: job.askedBy }
  await keepCollection(tx, about, nothing)
  await append(tx, job.actor, { action: 'empty', kind: 'import', id: job.id })
}

function refused(
  shop: Workshop,
  job: Job,
  { pending, removing }: Reading,
  unreadable: ReadonlyMap<string, string>,
  { message: raw, question, lacksTickets }: Refused,
): Performed {
  const at = shop.now()
  const message = plain(raw)
  const state = stateOf(question !== undefined, lacksTickets === true)
  return {
    ending: {
      state: question ? 'needs answer' : 'refused',
      message,
      ...(question ? { outcome: { question } } : {}),
    },
    keep: async (tx) => {
      await refuseEach(tx, unreadable, at)
      await moveSources(tx, ids(pending), { state, message, at })
      await moveSources(tx, ids(removing), { state: 'read', message, at })
    },
    after: () =>
      dropUploads(shop, job.organization, [
        ...unreadable.keys(),
        ...(state === 'refused' ? ids(pending) : []),
      ]),
  }
}

function stateOf(isAsked: boolean, lacksTickets: boolean) {
  if (isAsked) return 'needs answer'
  return lacksTickets ? 'waiting' : 'refused'
}

async function refuseEach(tx: Tx, unreadable: ReadonlyMap<string, string>, at: Date): Promise<void> {
  for (const [id, message] of unreadable) await moveSources(tx, [id], { state: 'refused', message, at })
}

function ids(files: readonly UploadedFile[]): string[] {
  return files.map(({ id }) => id)
}

/** The archive holds what was read; what was refused is not kept. */
function dropUploads(shop: Workshop, organization: string, folders: readonly string[]): void {
  for (const id of folders) rmSync(join(uploadsOf(shop, organization), id), { recursive: true, force: true })
}

/** Files are named as people named them, not by where they lie here. */
function plain(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\//g, '')
}
