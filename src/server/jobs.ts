import { EventEmitter } from 'node:events'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Actor } from '#access/actor.ts'
import type { Tx } from '#db/records.ts'
import { askForJob, hasEnded, type Job, type JobKind, openJobsOf, readJob } from './job-store.ts'
import { type Running, runJob } from './jobs/run-job.ts'
import type { Workshop } from './workshop.ts'

/** The work that takes long: asked for in a transaction, done by one process at a time, followed from anywhere. */
export type Jobs = Readonly<{
  /** Asks for work, in the transaction that makes it necessary; who asks twice before it begins is given the same. */
  ask: (tx: Tx, actor: Actor, kind: JobKind, asked?: Readonly<Record<string, unknown>>) => Promise<Job>
  /** A job as it is now, and again whenever it has changed, until it has ended. */
  follow: (organization: string, id: string, signal: AbortSignal) => AsyncGenerator<Job>
  /** Ends what follows jobs, so that a server that stops need not wait for it. */
  letGo: () => void
  start: () => Promise<void>
  stop: () => Promise<void>
}>

/** What is told about the work while it is done. */
export type Hearing = Readonly<{
  /** Something that nobody expected. */
  fault?: (message: string, error: unknown) => void
  /** The process that does the work: a server lets it stand back, a test ends it. */
  began?: (pid: number) => void
}>

const schema = 'jobs'
const queue = 'work'

/** How long a job may stay silent, in seconds, before another process begins it again; the queue takes no less. */
const silence = 10

/** An upload to which nothing was written for this long, in milliseconds, was cut off. */
const abandoned = 600_000

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** How often a follower looks by itself, for changes that another process has made. */
const glance = 1_000

/** The jobs of an installation. Asking works at once; they are done when started. */
export function openJobs(shop: Workshop, url: string, { fault, began }: Hearing = {}): Jobs {
  const changes = new EventEmitter().setMaxListeners(0)
  const ending = new AbortController()
  const following = new AbortController()
  let boss: PgBoss | undefined

  const ask: Jobs['ask'] = async (tx, actor, kind, asked = {}) => {
    const { job, isNew } = await askForJob(tx, actor, kind, asked, shop.now())
    if (isNew && boss) await deliver(boss, tx, job)
    return job
  }
  const running: Running = {
    askNext: async (tx, job, { kind, asked }) => {
      await ask(tx, job.actor, kind, asked)
    },
    changed: (id) => changes.emit(id),
    fault: (job, error) => fault?.(`The job ${job.id} (${job.kind}) failed.`, error),
    signal: ending.signal,
    ...(began ? { began } : {}),
  }
  return {
    ask,
    follow: (organization, id, signal) =>
      follow(shop, changes, { organization, id }, AbortSignal.any([signal, following.signal])),
    letGo: () => following.abort(),
    start: async () => {
      sweep(shop)
      boss = await openQueue(url, (error) => fault?.('The job queue has a problem.', error))
      await deliverLeft(shop, boss)
      await boss.work<{ organization: string; id: string }>(
        queue,
        {
          batchSize: 1,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 2,
          notifyPollingIntervalSeconds: 5,
        },
        async ([one]) => {
          if (one) await runJob(shop, one.data, running)
        },
      )
    },
    stop: async () => {
      following.abort()
      ending.abort()
      await boss?.stop({ graceful: true, timeout: 8_000 })
    },
  }
}

/** A queue in a schema of its own, in which the jobs of one organization come one after another. */
async function openQueue(url: string, fault: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema,
    max: 4,
    application_name: 'clausewise-jobs',
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    // A silent job is only noticed when its queue is monitored, which is once a minute by default.
    monitorIntervalSeconds: 3,
    schedule: false,
  })
  boss.on('error', fault)
  await boss.start()
  await boss.createQueue(queue, {
    policy: 'key_strict_fifo',
    notify: true,
    heartbeatSeconds: silence,
    // A job says itself when it is hopeless; here it only must not be lost.
    retryLimit: 1_000,
    retryDelay: 1,
    expireInSeconds: 12 * 3600,
    deleteAfterSeconds: 24 * 3600,
  })
  return boss
}

/** Puts a job into the queue within the transaction: the queue belongs to no organization, so the role is laid down for it. */
async function deliver(boss: PgBoss, tx: Tx, { id, organization }: Job): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
  await boss.send(queue, { organization, id }, { id, singletonKey: organization, db: fromKysely(tx) })
  await sql`select set_config('role', 'clausewise_app', true)`.execute(tx)
}

/** Delivers what was asked for and has not ended, and is not in the queue: after a restored backup, for example. */
async function deliverLeft(shop: Workshop, boss: PgBoss): Promise<void> {
  const organizations = list(join(shop.folder, 'organizations')).filter((name) => isId.test(name))
  for (const organization of organizations)
    await shop.records.within({ organization }, async (tx) => {
      for (const job of await openJobsOf(tx)) await deliver(boss, tx, job)
    })
}

async function* follow(
  shop: Workshop,
  changes: EventEmitter,
  { organization, id }: { organization: string; id: string },
  signal: AbortSignal,
): AsyncGenerator<Job> {
  let said = ''
  let wake = () => {}
  const hear = () => wake()
  changes.on(id, hear)
  try {
    while (!signal.aborted) {
      const changed = new Promise<void>((done) => {
        wake = done
      })
      const job = await shop.records.within({ organization }, (tx) => readJob(tx, id))
      const now = JSON.stringify(job)
      if (now !== said) yield job
      said = now
      if (hasEnded(job)) return
      await sleep(glance, changed, signal)
    }
  } finally {
    changes.off(id, hear)
  }
}

/** Until something has changed, the time is up, or nobody wants to know any more. */
async function sleep(milliseconds: number, changed: Promise<void>, signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  const until = AbortSignal.any([over.signal, signal])
  await Promise.race([changed, wait(milliseconds, undefined, { signal: until }).catch(() => undefined)])
  over.abort()
}

/** Uploads that were cut off when the program was killed leave a folder that nobody writes to any more. */
function sweep({ folder, now }: Workshop): void {
  const organizations = join(folder, 'organizations')
  for (const organization of list(organizations)) {
    const uploads = join(organizations, organization, 'uploads')
    for (const name of list(uploads)) {
      const path = join(uploads, name)
      const isLeft = list(path).every(
        (file) => now().getTime() - statSync(join(path, file)).mtimeMs > abandoned,
      )
      if (name.startsWith('.incoming-') && isLeft) rmSync(path, { recursive: true, force: true })
    }
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
