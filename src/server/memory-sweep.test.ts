import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { Server } from 'node:http'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { makeRoom, type Sweeping, startSweeping } from './memory-sweep.ts'

const pause = 1_000
beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }))
afterEach(() => mock.timers.reset())

/** A server whose process holds what the test says, and counts how often it is swept; a sweep leaves `left`. */
function house(left = 100) {
  const server = new Server()
  let held = 0
  let swept = 0
  const sweeping: Sweeping = {
    pause,
    free: 200,
    held: () => held,
    sweep: () => {
      swept += 1
      held = left
    },
  }
  const { stop } = startSweeping(server, sweeping)
  const begin = () => {
    const response = new EventEmitter()
    server.emit('request', undefined, response)
    return () => response.emit('close')
  }
  return {
    begin,
    stop,
    asked: () => begin()(),
    holds: (bytes: number) => {
      held = bytes
    },
    swept: () => swept,
  }
}

test('a server that was busy gives its memory back once nobody has asked for a while, and only once', () => {
  const { asked, holds, swept } = house()
  holds(500)
  asked()

  mock.timers.tick(pause)
  const soon = swept()
  mock.timers.tick(pause)
  const later = swept()
  mock.timers.tick(10 * pause)

  assert.deepEqual([soon, later, swept()], [0, 1, 1])
})

test('nothing is swept while somebody asks, waits for a long answer, or little is held', () => {
  const { asked, begin, holds, swept } = house()
  holds(150)
  asked()
  mock.timers.tick(5 * pause)
  const little = swept()
  holds(500)
  const end = begin()
  mock.timers.tick(5 * pause)
  const waiting = swept()
  end()
  mock.timers.tick(pause)
  const justNow = swept()
  mock.timers.tick(pause)

  assert.deepEqual([little, waiting, justNow, swept()], [0, 0, 0, 1])
})

test('what a sweep leaves is in use: another one waits until a quarter more is held', () => {
  const { asked, holds, swept, stop } = house(400)
  holds(500)
  mock.timers.tick(2 * pause)
  const first = swept()
  holds(490)
  asked()
  mock.timers.tick(3 * pause)
  const second = swept()
  holds(510)
  mock.timers.tick(pause)
  const third = swept()
  stop()
  holds(5_000)
  mock.timers.tick(3 * pause)

  assert.deepEqual([first, second, third, swept()], [1, 1, 2, 2])
})

test('the sweep of a real process hands back what garbage took', () => {
  mock.timers.reset()
  const { promise, resolve } = Promise.withResolvers<void>()
  const before = process.memoryUsage.rss()
  fill()
  const full = process.memoryUsage.rss()
  const { stop } = startSweeping(new Server(), {
    pause: 5,
    free: 0,
    held: () => {
      const now = process.memoryUsage.rss()
      if (now < full - (full - before) / 2) resolve()
      return now
    },
  })

  return promise.finally(stop)
})

/** A hundred megabytes of small things that nobody needs afterwards. */
function fill(): number {
  return Array.from({ length: 1_000_000 }, (_, n) => ({ n, words: `word ${n}` })).length
}

test('before work that takes much the server gives back what it does not use, unless it holds little', () => {
  const swept: number[] = []

  for (const held of [150, 250].map((megabytes) => megabytes * 1024 ** 2))
    makeRoom({ held: () => held, sweep: () => swept.push(held) })

  assert.deepEqual(swept, [250 * 1024 ** 2])
})
