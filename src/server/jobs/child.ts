import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#base/refusal.ts'
import type { Came, Refused, Said, Task } from './task.ts'

const program = fileURLToPath(new URL('./worker.ts', import.meta.url))

/**
 * Memory for JavaScript of the process that does the work, in megabytes, and of it for young objects: more of these cost memory
 * and save no time. The engine of events has its own limit.
 */
const memory = { all: 1024, young: 8 }

/** Documents keep little of what they make in between: with the fewest young objects they take 50 MB less and no more time. */
const youngOfDocuments = 1

/** How long a process may take to stop by itself before it is ended. */
const patience = 5_000

/** The work was refused, for a reason that people can do something about. */
export class TaskRefused extends Refusal {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.code, refused.message)
    this.name = 'TaskRefused'
    this.refused = refused
  }
}

/** The work was stopped because somebody asked for it. */
export class TaskStopped extends Error {}

/** The process ended in the middle: killed, or out of memory. */
export class TaskCutOff extends Error {}

/** What is told while a task runs: the process that does it, and how far it is. */
export type Watching = Readonly<{
  told: (stage: string, done?: number, of?: number) => void
  began?: (pid: number) => void
}>

/** Does a task in a process of its own, which ends with it, with the server, and when the signal says so. */
export function inChild<T extends Task>(
  task: T,
  { told, began }: Watching,
  signal: AbortSignal,
): Promise<Came[T['does']]> {
  return new Promise((done, fail) => {
    const child = fork(program, [], {
      execArgv: [`--max-old-space-size=${memory.all}`, `--max-semi-space-size=${youngOf(task)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'json',
      env: environment(),
    })
    if (child.pid !== undefined) began?.(child.pid)
    let last = ''
    child.stderr?.on('data', (piece: Buffer) => {
      last = (last + piece.toString()).slice(-4_000)
    })
    let answer: Said | undefined
    let timer: NodeJS.Timeout | undefined
    const endSoon = () => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), patience)
    }
    child.on('message', (said: Said) => {
      if (said.says === 'progress') return told(said.stage, said.done, said.of)
      answer = said
      // At its end Node was seen to wait for a thread of its own for ever.
      endSoon()
    })
    const stop = () => {
      if (child.connected) child.send('stop')
      endSoon()
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    child.once('error', fail)
    child.once('exit', (code, killed) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if (answer?.says === 'done')
        done(answer.value as Came[T['does']]) // the worker answers what its task comes to
      else fail(errorOf(answer, signal, `ended with ${code ?? killed}. ${last}`))
    })
    child.send(task)
  })
}

function youngOf({ does }: Task): number {
  return does === 'documents' ? youngOfDocuments : memory.young
}

function errorOf(answer: Said | undefined, signal: AbortSignal, how: string): Error {
  if (answer?.says === 'refused') return new TaskRefused(answer.refused)
  if (answer?.says === 'fault') return new Error(answer.message)
  if (answer?.says === 'stopped' || signal.aborted) return new TaskStopped('stopped')
  return new TaskCutOff(`The process that did the work ${how}`)
}

/** What a worker needs to know of the world, and no secret of the server's. */
const known = ['PATH', 'TMPDIR', 'LANG', 'TZ', 'HOME', 'NODE_COMPILE_CACHE']

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    known.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined),
  )
}
