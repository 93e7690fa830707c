import { Refusal } from '#base/refusal.ts'
import { Unanswered } from '#ingest/unanswered.ts'
import { perform, Unreadable } from './perform.ts'
import type { Refused, Said, Task } from './task.ts'

/** The process that does one task and ends: what takes the processor stays away from the server's event loop. */
const stop = new AbortController()

process.on('message', (message: Task | 'stop') => {
  if (message === 'stop') stop.abort(new Error('stopped'))
  else void run(message)
})
// The server is gone: nobody waits for this any more, and its next one will do it again.
process.on('disconnect', () => process.exit(1))

async function run(task: Task): Promise<void> {
  const last = await answerOf(task)
  process.send?.(last, () => process.exit(0))
}

async function answerOf(task: Task): Promise<Said> {
  let toldAt = 0
  let toldStage = ''
  const told = (stage: string, done?: number, of?: number) => {
    const now = performance.now()
    const head = stage.split(':')[0] ?? stage
    if (head === toldStage && now - toldAt < 250) return
    toldAt = now
    toldStage = head
    process.send?.({
      says: 'progress',
      stage,
      ...(done === undefined ? {} : { done }),
      ...(of === undefined ? {} : { of }),
    } satisfies Said)
  }
  try {
    return { says: 'done', value: await perform(task, told, stop.signal) }
  } catch (error) {
    if (stop.signal.aborted) return { says: 'stopped' }
    if (error instanceof Refusal) return { says: 'refused', refused: refusedOf(error) }
    return { says: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function refusedOf(error: Refusal): Refused {
  const { code, message } = error
  if (error instanceof Unanswered) return { code, message, question: error.question }
  if (error instanceof Unreadable) return { code, message, unreadable: error.files }
  return { code, message, ...(error.name === 'NoTickets' ? { lacksTickets: true } : {}) }
}
