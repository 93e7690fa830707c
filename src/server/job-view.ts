import type { JobView } from '#api/jobs.ts'
import type { Job } from './job-store.ts'

/** A job as the API tells it. */
export function jobView(job: Job): JobView {
  const { id, kind, state, stage, done, of, isCancelAsked, message, outcome, askedBy } = job
  return {
    id,
    kind,
    state,
    stage,
    done,
    of,
    isCancelAsked,
    message,
    outcome: outcome as JobView['outcome'], // every ending writes an object, or nothing
    askedBy,
    askedAt: job.askedAt.toISOString(),
    startedAt: job.startedAt?.toISOString(),
    endedAt: job.endedAt?.toISOString(),
  }
}
