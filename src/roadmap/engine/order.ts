import type { Instance } from './instance.ts'

/** Sorts the tasks by a time each has, in place; equal times keep the order they had. Insertion suits what is nearly sorted. */
export function sortBy(order: Int32Array, time: Int32Array, direction: 1 | -1): void {
  for (let at = 1; at < order.length; at += 1) {
    const task = order[at] ?? 0
    const key = direction * (time[task] ?? 0)
    let place = at
    while (place > 0 && direction * (time[order[place - 1] ?? 0] ?? 0) > key) {
      order[place] = order[place - 1] ?? 0
      place -= 1
    }
    order[place] = task
  }
}

/** Sorts tasks by a time each has, earlier (1) or later (-1) ones first, in place. */
export type Sorter = (order: Int32Array, time: Int32Array, direction: 1 | -1) => void

/**
 * A sorter whose orders keep the links of an instance. Where every task takes time and waits for finishes only, its
 * times alone do that; tasks that take none, or are tied at their starts, may share a time with those they wait for.
 */
export function sorterOf(instance: Instance): Sorter {
  const { durations, links } = instance
  const isPlain = links.every(
    ({ from, to, kind }) => kind === 'finish-start' && isOrdered(durations, from, to),
  )
  if (isPlain) return sortBy
  const ahead = followersOf(instance)
  const behind = followersOf({
    ...instance,
    links: links.map((link) => ({ ...link, from: link.to, to: link.from })),
  })
  return (order, time, direction) => {
    const keys = Float64Array.from(time, (value) => direction * value)
    order.set(drawOrder(direction === 1 ? ahead : behind, keys, undefined))
  }
}

/** Of two tasks that share a time, the one with the smaller number comes first; that must be the one waited for. */
function isOrdered(durations: readonly number[], from: number, to: number): boolean {
  return (durations[from] ?? 0) > 0 && (durations[to] ?? 0) > 0 ? true : from < to
}

/** Followers of each task and how many it waits for, for building orders that keep the links. */
export type Followers = Readonly<{ of: readonly Int32Array[]; waiting: Int32Array }>

/** The followers of an instance. */
export function followersOf({ durations, links }: Instance): Followers {
  const of: number[][] = durations.map(() => [])
  const waiting = new Int32Array(durations.length)
  for (const { from, to } of links) {
    of[from]?.push(to)
    waiting[to] = (waiting[to] ?? 0) + 1
  }
  return { of: of.map((list) => Int32Array.from(list)), waiting }
}

/**
 * An order that keeps the links, drawn task by task: those with a smaller key are likelier (regret-based biased random
 * sampling after Kolisch). Without chance the smallest key is taken.
 */
export function drawOrder(
  { of, waiting }: Followers,
  key: Float64Array | Int32Array,
  chance: (() => number) | undefined,
): Int32Array {
  const left = Int32Array.from(waiting)
  const order = new Int32Array(waiting.length)
  const open: number[] = []
  for (let task = 0; task < left.length; task += 1) if (left[task] === 0) open.push(task)
  for (let at = 0; at < order.length; at += 1) {
    const chosen = chance ? drawOne(open, key, chance) : smallest(open, key)
    const task = open[chosen] ?? 0
    open[chosen] = open.at(-1) ?? 0
    open.pop()
    order[at] = task
    for (const follower of of[task] ?? []) {
      left[follower] = (left[follower] ?? 0) - 1
      if (left[follower] === 0) open.push(follower)
    }
  }
  return order
}

function smallest(open: readonly number[], key: Float64Array | Int32Array): number {
  let best = 0
  for (let at = 1; at < open.length; at += 1) {
    const difference = (key[open[at] ?? 0] ?? 0) - (key[open[best] ?? 0] ?? 0)
    if (difference < 0 || (difference === 0 && (open[at] ?? 0) < (open[best] ?? 0))) best = at
  }
  return best
}

function drawOne(open: readonly number[], key: Float64Array | Int32Array, chance: () => number): number {
  let worst = Number.NEGATIVE_INFINITY
  for (const task of open) worst = Math.max(worst, key[task] ?? 0)
  let sum = 0
  for (const task of open) sum += worst - (key[task] ?? 0) + 1
  let drawn = chance() * sum
  for (let at = 0; at < open.length; at += 1) {
    drawn -= worst - (key[open[at] ?? 0] ?? 0) + 1
    if (drawn <= 0) return at
  }
  return open.length - 1
}
