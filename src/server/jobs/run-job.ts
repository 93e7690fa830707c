import {
  beginJob,
  type Ending,
  endJob,
  giveBack,
  type Job,
  type JobKind,
  tellProgress,
} from '../job-store.ts'
import type { Tx, Workshop } from '../workshop.ts'
import { TaskCutOff, TaskStopped, type Watching } from './child.ts'
import { collectJob } from './collect-job.ts'
import { demoJob } from './demo-job.ts'
import { documentsJob } from './documents-job.ts'
import { ingestJob } from './ingest-job.ts'
import type { NextJob, Performed, Performer } from './performed.ts'

/** How often a job is begun before it counts as one that cannot be done. */
const mostAttempts = 3

/** How often progress is written down, and looked whether somebody wants the job to stop. */
const beat = 400

const performers: Readonly<Record<JobKind, Performer>> = {
  ingest: ingestJob,
  collect: collectJob,
  documents: documentsJob,
  demo: demoJob,
}

/** What running a job needs beside the workshop. */
export type Running = Readonly<{
  /** Asks for the work that follows, in the transaction that ends this one. */
  askNext: (tx: Tx, job: Job, next: NextJob) => Promise<void>
  /** Something about the job has changed. */
  changed: (id: string) => void
  began?: (pid: number) => void
  fault: (job: Job, error: unknown) => void
  signal: AbortSignal
}>

/** Does a job once: it is begun, done and ended, or given back to be begun again. */
export async function runJob(
  shop: Workshop,
  { organization, id }: { organization: string; id: string },
  running: Running,
): Promise<void> {
  const job = await shop.records.within({ organization }, (tx) => beginJob(tx, id, shop.now()))
  if (!job) return
  running.changed(id)
  const performed = await perform(shop, job, running)
  await shop.records.within({ organization }, async (tx) => {
    if (!(await endJob(tx, id, performed.ending, shop.now()))) return
    for (const next of performed.next ?? []) await running.askNext(tx, job, next)
    // Last, because it writes the audit trail.
    await performed.keep?.(tx)
  })
  performed.after?.()
  running.changed(id)
}

async function perform(shop: Workshop, job: Job, running: Running): Promise<Performed> {
  const performer = performers[job.kind]
  if (job.attempts > mostAttempts)
    return ended(
      'failed',
      `Begun ${mostAttempts} times, and each time the work was cut off in the middle. The machine may be short of memory; try with smaller files.`,
    )
  const pump = startPump(shop, job, running)
  try {
    return await performer(shop, job, pump.watching, AbortSignal.any([pump.calledOff, running.signal]))
  } catch (error) {
    if (running.signal.aborted || error instanceof TaskCutOff) {
      await shop.records.within(job.actor, (tx) => giveBack(tx, job.id, running.signal.aborted))
      throw error
    }
    if (error instanceof TaskStopped) return ended('cancelled', 'Called off. Everything is as it was before.')
    running.fault(job, error)
    return ended('failed', 'A fault in the program, not in your data. Nothing half-done was kept.')
  } finally {
    await pump.end()
  }
}

function ended(state: Ending['state'], message: string): Performed {
  return { ending: { state, message } }
}

/** Writes progress down from time to time, and hears when the job is called off. */
function startPump(shop: Workshop, job: Job, { changed, began }: Running) {
  const calledOff = new AbortController()
  let told: { stage: string; done?: number | undefined; of?: number | undefined } | undefined
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const news = told
    told = undefined
    const isToStop = await shop.records.within(job.actor, (tx) => tellProgress(tx, job.id, news))
    if (news) changed(job.id)
    if (isToStop) calledOff.abort()
  }
  // A database that does not answer for a moment costs a line of progress, not the job.
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => undefined)
  }, beat)
  const watching: Watching = {
    told: (stage, done, of) => {
      told = { stage, done, of }
    },
    ...(began ? { began } : {}),
  }
  return {
    watching,
    calledOff: calledOff.signal,
    end: async () => {
      clearInterval(timer)
      await writing
    },
  }
}
