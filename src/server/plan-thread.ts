import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '#base/refusal.ts'
import type { Effort, RoadmapMatter } from '#roadmap/plan-roadmap.ts'
import type { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'

/** What the thread is given. */
export type Order = Readonly<{ matter: RoadmapMatter; effort: Effort }>

/** What the thread says at its end. */
export type Outcome = Readonly<
  { schedule: RoadmapSchedule } | { refused: { code: RefusalCode; message: string } }
>

/** A plan that takes longer than this, in milliseconds, is given up. */
const patience = 60_000

/** Plans in a thread of its own, so that the server goes on answering meanwhile. One after the other: each takes a processor. */
export function planInThread(order: Order): Promise<RoadmapSchedule> {
  const mine = last.then(
    () => planOne(order),
    () => planOne(order),
  )
  last = mine.catch(() => undefined)
  return mine
}

let last: Promise<unknown> = Promise.resolve()

async function planOne(order: Order): Promise<RoadmapSchedule> {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: order })
  const timer = setTimeout(() => void worker.terminate(), patience)
  try {
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () =>
        reject(
          new Refusal(
            'conflict',
            'Planning took more than a minute and was given up. Accept fewer remedies.',
          ),
        ),
      )
    })
    if ('refused' in outcome) throw new Refusal(outcome.refused.code, outcome.refused.message)
    return outcome.schedule
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
