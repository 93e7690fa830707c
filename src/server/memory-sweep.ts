import type { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a sweep looks at, and when it is done. */
export type Sweeping = Readonly<{
  /** How long nobody has to have asked anything, in milliseconds. */
  pause: number
  /** Bytes that the process may hold without being swept. */
  free: number
  /** Bytes that the process holds now. */
  held: () => number
  sweep: () => void
}>

const usual: Omit<Sweeping, 'sweep'> = {
  pause: 5_000,
  free: 400 * 1024 ** 2,
  held: () => process.memoryUsage.rss(),
}

/** What is held after a sweep is used; another one is worth its time when this much more is held. */
const growth = 1.25

/**
 * Gives memory back once the server has been busy and is left alone. V8 collects garbage while it needs room and keeps the
 * emptied pages for more of the same: after a rush the process would hold three times what it uses until the next one. A
 * sweep takes some tenths of a second, so it waits until nobody asks, and is left out where there is little to win.
 */
export function startSweeping(server: Server, given: Partial<Sweeping> = {}): { stop: () => void } {
  const { pause, free, held, sweep } = { ...usual, sweep: openSweep(), ...given }
  let isBusy = false
  let underWay = 0
  let worth = free
  const came = (_request: unknown, response: NodeJS.EventEmitter) => {
    isBusy = true
    underWay += 1
    response.once('close', () => {
      isBusy = true
      underWay -= 1
    })
  }
  server.on('request', came)
  const timer = setInterval(() => {
    const wasBusy = isBusy
    isBusy = false
    if (wasBusy || underWay > 0 || held() < worth) return
    sweep()
    worth = Math.max(free, held() * growth)
  }, pause)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      server.off('request', came)
    },
  }
}

/** Makes room before a process that writes many documents takes its own memory. */
export function makeRoom(given: Partial<Pick<Sweeping, 'held' | 'sweep'>> = {}): void {
  const { held, sweep } = { ...usual, sweep: openSweep(), ...given }
  if (held() >= usual.free / 2) sweep()
}

/** The one collection after which V8 hands its spare pages back; an ordinary one keeps them. */
function openSweep(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: object) => void // what the flag has just put there
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
