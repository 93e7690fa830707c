import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#access/actor.ts'
import { Role } from '#access/permissions.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'

export const JobKind = z.enum(['ingest', 'collect', 'documents', 'demo'])
export type JobKind = z.infer<typeof JobKind>

export const JobState = z.enum([
  'waiting',
  'running',
  'done',
  'needs answer',
  'refused',
  'failed',
  'cancelled',
])
export type JobState = z.infer<typeof JobState>

/** One piece of work that takes long, as people see it. */
export type Job = Readonly<{
  id: string
  organization: string
  kind: JobKind
  state: JobState
  asked: Readonly<Record<string, unknown>>
  stage: string | undefined
  done: number | undefined
  of: number | undefined
  attempts: number
  isCancelAsked: boolean
  message: string | undefined
  outcome: unknown
  askedBy: string
  /** In whose name the work is done. */
  actor: Actor
  askedAt: Date
  startedAt: Date | undefined
  endedAt: Date | undefined
}>

/** Whether nothing more will happen to a job. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'waiting' && state !== 'running'
}

/**
 * Asks for work. Where the same work waits already, that one is given: its row is locked until the end of the
 * transaction, so what the transaction adds is seen by the job when it begins.
 */
export async function askForJob(
  tx: Tx,
  actor: Actor,
  kind: JobKind,
  asked: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<{ job: Job; isNew: boolean }> {
  for (;;) {
    const waiting = await tx
      .selectFrom('job')
      .selectAll()
      .where('kind', '=', kind)
      .where('state', '=', 'waiting')
      .where('asked', '=', sql`${asJson(asked)}::jsonb`)
      // What a person may read decides which documents are in a set.
      .$if(kind === 'documents', (same) => same.where('asked_role', '=', actor.role))
      .forUpdate()
      .executeTakeFirst()
    if (waiting) return { job: toJob(waiting), isNew: false }
    const made = await tx
      .insertInto('job')
      .values({
        organization_id: actor.organization,
        kind,
        state: 'waiting',
        asked: asJson(asked),
        asked_by: actor.id ?? null,
        asked_by_name: actor.name,
        asked_role: actor.role,
        asked_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (made) return { job: toJob(made), isNew: true }
  }
}

/** Begins a job, or begins it again; undefined when it has ended or was called off. */
export async function beginJob(tx: Tx, id: string, at: Date): Promise<Job | undefined> {
  const row = await tx
    .updateTable('job')
    .set((is) => ({
      state: 'running',
      attempts: is('attempts', '+', 1),
      started_at: at,
      stage: null,
      done: null,
      of: null,
    }))
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst()
  return row && toJob(row)
}

/** How far a job is; tells whether somebody wants it to stop. */
export async function tellProgress(
  tx: Tx,
  id: string,
  told: Readonly<{ stage: string; done?: number | undefined; of?: number | undefined }> | undefined,
): Promise<boolean> {
  if (told)
    await tx
      .updateTable('job')
      .set({ stage: told.stage, done: told.done ?? null, of: told.of ?? null })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute()
  const row = await tx
    .selectFrom('job')
    .select(['is_cancel_asked', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined || row.is_cancel_asked || row.state !== 'running'
}

/** How a job ended. */
export type Ending = Readonly<{
  state: Exclude<JobState, 'waiting' | 'running'>
  message?: string | undefined
  outcome?: unknown
}>

/** Ends a job; false when it had ended before. */
export async function endJob(tx: Tx, id: string, ending: Ending, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('job')
    .set({
      state: ending.state,
      message: ending.message?.slice(0, 4000) ?? null,
      outcome: ending.outcome === undefined ? null : asJson(ending.outcome),
      ended_at: at,
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a job back to be begun again; a stop that was wanted does not count as an attempt. */
export async function giveBack(tx: Tx, id: string, isWanted: boolean): Promise<void> {
  await tx
    .updateTable('job')
    .set((is) => ({ stage: null, ...(isWanted ? { attempts: is('attempts', '-', 1) } : {}) }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** Calls a job off: one that waits ends at once, one that runs is told to stop. */
export async function callOff(tx: Tx, id: string, at: Date): Promise<Job> {
  const waiting = await tx
    .updateTable('job')
    .set({ state: 'cancelled', ended_at: at, message: 'Called off before it began.' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returningAll()
    .executeTakeFirst()
  if (waiting) return toJob(waiting)
  const running = await tx
    .updateTable('job')
    .set({ is_cancel_asked: true })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst()
  if (running) return toJob(running)
  const job = await readJob(tx, id)
  throw new Refusal('conflict', `This job has ended before (${job.state}).`)
}

/** The jobs of the organization that have not ended, in the order in which they were asked for. */
export async function openJobsOf(tx: Tx): Promise<readonly Job[]> {
  const rows = await tx
    .selectFrom('job')
    .selectAll()
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(toJob)
}

/** Whether files are being read now; a reading that waits is held back until the end of the transaction. */
export async function isReadingFiles(tx: Tx): Promise<boolean> {
  const rows = await tx
    .selectFrom('job')
    .select('state')
    .where('kind', '=', 'ingest')
    .where('state', 'in', ['waiting', 'running'])
    .forUpdate()
    .execute()
  return rows.some(({ state }) => state === 'running')
}

/** One job of the organization. */
export async function readJob(tx: Tx, id: string): Promise<Job> {
  const row = await tx.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such job.')
  return toJob(row)
}

/** The jobs, newest first, from after a place on. */
export async function listJobs(
  tx: Tx,
  after: Readonly<{ at: Date; id: string }> | undefined,
  limit: number,
): Promise<readonly Job[]> {
  let query = tx.selectFrom('job').selectAll().orderBy('asked_at', 'desc').orderBy('id').limit(limit)
  if (after)
    query = query.where((is) =>
      is.or([
        is('asked_at', '<', after.at),
        is.and([is('asked_at', '=', after.at), is('id', '>', after.id)]),
      ]),
    )
  return (await query.execute()).map(toJob)
}

type Row = {
  organization_id: string
  id: string
  kind: string
  state: string
  asked: unknown
  stage: string | null
  done: number | null
  of: number | null
  attempts: number
  is_cancel_asked: boolean
  message: string | null
  outcome: unknown
  asked_by: string | null
  asked_by_name: string
  asked_role: string
  asked_at: Date
  started_at: Date | null
  ended_at: Date | null
}

function toJob(row: Row): Job {
  return {
    id: row.id,
    organization: row.organization_id,
    kind: JobKind.parse(row.kind),
    state: JobState.parse(row.state),
    asked: row.asked as Record<string, unknown>, // written by askForJob
    stage: row.stage ?? undefined,
    done: row.done ?? undefined,
    of: row.of ?? undefined,
    attempts: row.attempts,
    isCancelAsked: row.is_cancel_asked,
    message: row.message ?? undefined,
    outcome: row.outcome ?? undefined,
    askedBy: row.asked_by_name,
    actor: {
      kind: row.asked_by === null ? 'system' : 'person',
      id: row.asked_by ?? undefined,
      name: row.asked_by_name,
      organization: row.organization_id,
      role: Role.parse(row.asked_role),
    },
    askedAt: row.asked_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  }
}

/** What the last job of a kind came to that was done; undefined where none was. */
export async function lastOutcome(
  tx: Tx,
  kind: JobKind,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await tx
    .selectFrom('job')
    .select('outcome')
    .where('kind', '=', kind)
    .where('state', '=', 'done')
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.outcome ?? undefined) as Readonly<Record<string, unknown>> | undefined // every ending writes an object
}
