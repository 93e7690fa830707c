import { Readable } from 'node:stream'
import { append } from '#access/trail-store.ts'
import { jobsApi } from '#api/jobs.ts'
import { toPage } from '#api/page.ts'
import type { Handlers } from '../call.ts'
import { placeInTime } from '../cursor.ts'
import { callOff, type Job, listJobs, readJob } from '../job-store.ts'
import { jobView } from '../job-view.ts'

/** How often a stream says that it is still there, so that no proxy between takes it for dead. */
const pulse = 15_000

const handlers: Handlers<typeof jobsApi> = {
  'GET /api/organizations/:organization/jobs': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const found = await listJobs(tx, placeInTime(query.cursor), query.limit + 1)
      return toPage(found, query.limit, jobView, ({ askedAt, id }) => [askedAt.toISOString(), id])
    }),
  'GET /api/organizations/:organization/jobs/:job': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => jobView(await readJob(tx, params.job))),
  'GET /api/organizations/:organization/jobs/:job/events': async ({ world, actor, params, reply }) => {
    await world.records.within(actor, (tx) => readJob(tx, params.job))
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const jobs = world.jobs.follow(actor.organization, params.job, gone.signal)
    const stream = Readable.from(lines(jobs), { objectMode: false })
    stream.once('close', () => gone.abort())
    reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream)
    return undefined
  },
  'DELETE /api/organizations/:organization/jobs/:job': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const job = await callOff(tx, params.job, world.now())
      await append(tx, actor, { action: 'call off', kind: 'job', id: job.id })
      return jobView(job)
    }),
}

export const jobs = { endpoints: jobsApi, handlers }

/** Each change as one event, with a pulse between them. */
async function* lines(jobs: AsyncGenerator<Job>): AsyncGenerator<string> {
  let next = jobs.next()
  for (;;) {
    const timer = Promise.withResolvers<undefined>()
    const ticking = setTimeout(timer.resolve, pulse, undefined)
    const came = await Promise.race([next, timer.promise])
    clearTimeout(ticking)
    if (came === undefined) {
      yield ': still here\n\n'
      continue
    }
    if (came.done) return
    yield `event: job\ndata: ${JSON.stringify(jobView(came.value))}\n\n`
    next = jobs.next()
  }
}
