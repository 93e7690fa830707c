import type { Ending, Job, JobKind } from '../job-store.ts'
import type { Tx, Workshop } from '../workshop.ts'
import type { Watching } from './child.ts'

/** Work that follows on a job, with what is asked of it. */
export type NextJob = Readonly<{ kind: JobKind; asked?: Readonly<Record<string, unknown>> }>

/** What a job came to: how it ends, what is to be kept with that in one transaction, and what follows. */
export type Performed = Readonly<{
  ending: Ending
  keep?: (tx: Tx) => Promise<void>
  next?: readonly NextJob[]
  /** Done when all is kept; may be lost when the server ends in between. */
  after?: () => void
}>

/** Does one kind of job. */
export type Performer = (
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
) => Promise<Performed>

/** How much of the machine the work may take. */
export const machine = { threads: 2, memory: '1GB' } as const
