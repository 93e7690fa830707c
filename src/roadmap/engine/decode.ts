import type { Instance, Schedule } from './instance.ts'

/**
 * Builds schedules from orders of tasks, again and again in the same memory (serial schedule generation).
 * forward places each task as early as possible, backward as late as possible before the last makespan; both count.
 */
export type Decoder = Readonly<{
  /** How long each task takes, to be changed from one schedule to the next. */
  durations: Int32Array
  starts: Int32Array
  finishes: Int32Array
  /** The makespan, or -1 where a task does not fit before the horizon. */
  forward: (order: Int32Array) => number
  backward: (order: Int32Array, makespan: number) => boolean
  count: () => number
  keep: (makespan: number) => Schedule
}>

type Layout = Readonly<{
  resources: number
  horizon: number
  durations: Int32Array
  releases: Int32Array
  /** Where the demands of a task begin; one more than there are tasks. */
  first: Int32Array
  demanded: Int32Array
  amounts: Int32Array
  capacity: Int32Array
  /** The least that any task needs of each resource. */
  least: Int32Array
}>

/** The links into or out of each task, flattened. lag is to be added; fromStart says that the other's start counts. */
type Ties = Readonly<{ first: Int32Array; other: Int32Array; lag: Int32Array; fromStart: Uint8Array }>

/** A decoder for an instance; the horizon is a number of slots that no sensible schedule exceeds. */
export function makeDecoder(instance: Instance, horizon: number): Decoder {
  const layout = layOut(instance, horizon)
  const before = tie(instance, 'before')
  const after = tie(instance, 'after')
  const count = instance.durations.length
  const starts = new Int32Array(count)
  const finishes = new Int32Array(count)
  const left = new Int32Array(layout.capacity.length)
  const free = new Int32Array(layout.resources)
  const state = { layout, before, after, starts, finishes, left, free }
  let built = 0
  let touched = layout.horizon
  /** Gives back what the last schedule took, and no more than that. */
  const clear = (makespan: number) => {
    built += 1
    left.set(layout.capacity.subarray(0, Math.max(touched, makespan) * layout.resources))
    touched = makespan
    free.fill(0)
  }
  return {
    durations: layout.durations,
    starts,
    finishes,
    forward: (order) => {
      clear(0)
      let makespan = 0
      for (let at = 0; at < order.length; at += 1) {
        const finish = placeEarly(state, order[at] ?? 0)
        if (finish < 0) {
          touched = layout.horizon
          return -1
        }
        if (finish > makespan) makespan = finish
      }
      touched = makespan
      return makespan
    },
    backward: (order, makespan) => {
      clear(makespan)
      for (let at = 0; at < order.length; at += 1)
        if (!placeLate(state, order[at] ?? 0, makespan)) return false
      return true
    },
    count: () => built,
    keep: (makespan) => ({ starts: [...starts], finishes: [...finishes], makespan }),
  }
}

type State = Readonly<{
  layout: Layout
  before: Ties
  after: Ties
  starts: Int32Array
  finishes: Int32Array
  left: Int32Array
  /** For each resource the first slot in which any task that needs it might still be worked on. */
  free: Int32Array
}>

function placeEarly(state: State, task: number): number {
  const { layout, starts, finishes, left } = state
  const from = firstFree(state, task)
  const duration = layout.durations[task] ?? 0
  let slot = from
  let start = duration === 0 ? from : -1
  let missing = duration
  while (missing > 0) {
    if (slot >= layout.horizon) return -1
    if (fits(layout, left, task, slot)) {
      if (start < 0) start = slot
      missing -= 1
    } else if (fits(layout, layout.capacity, task, slot)) {
      start = -1
      missing = duration
    }
    slot += 1
  }
  starts[task] = start
  finishes[task] = slot
  take(state, task, start, slot)
  return slot
}

/** Nothing fits before the first slot that is left of what a task needs. */
function firstFree(state: State, task: number): number {
  const { layout, left, free } = state
  const { resources, first, demanded, least, horizon } = layout
  let from = earliestFor(state, task)
  if (layout.durations[task] === 0) return from
  const end = first[task + 1] ?? 0
  for (let need = first[task] ?? 0; need < end; need += 1) {
    const resource = demanded[need] ?? 0
    let slot = free[resource] ?? 0
    while (slot < horizon && (left[slot * resources + resource] ?? 0) < (least[resource] ?? 0)) slot += 1
    free[resource] = slot
    if (slot > from) from = slot
  }
  return from
}

function earliestFor({ layout, before, starts, finishes }: State, task: number): number {
  let earliest = layout.releases[task] ?? 0
  const end = before.first[task + 1] ?? 0
  for (let tie = before.first[task] ?? 0; tie < end; tie += 1) {
    const other = before.other[tie] ?? 0
    const since = (before.fromStart[tie] === 1 ? starts[other] : finishes[other]) ?? 0
    earliest = Math.max(earliest, since + (before.lag[tie] ?? 0))
  }
  return earliest
}

function placeLate(state: State, task: number, makespan: number): boolean {
  const { starts, finishes } = state
  const startBy = latestFor(state, task, makespan, 1)
  let finishBy = latestFor(state, task, makespan, 0)
  if (state.layout.durations[task] === 0) finishBy = Math.min(finishBy, startBy)
  do {
    if (!findLate(state, task, finishBy)) return false
    finishBy = (finishes[task] ?? 0) - 1
  } while ((starts[task] ?? 0) > startBy)
  take(state, task, starts[task] ?? 0, finishes[task] ?? 0)
  return true
}

/** Finds the last place of a task that ends by a slot. */
function findLate({ layout, starts, finishes, left }: State, task: number, finishBy: number): boolean {
  const duration = layout.durations[task] ?? 0
  let slot = finishBy
  let finish = duration === 0 ? slot : -1
  let missing = duration
  while (missing > 0) {
    if (slot <= 0) return false
    slot -= 1
    if (fits(layout, left, task, slot)) {
      if (finish < 0) finish = slot + 1
      missing -= 1
    } else if (fits(layout, layout.capacity, task, slot)) {
      finish = -1
      missing = duration
    }
  }
  starts[task] = slot
  finishes[task] = finish
  return true
}

/** The latest finish (fromStart 0) or start (fromStart 1) that the tasks waiting for this one leave. */
function latestFor({ after, starts }: State, task: number, makespan: number, fromStart: 0 | 1): number {
  let latest = makespan
  const end = after.first[task + 1] ?? 0
  for (let tie = after.first[task] ?? 0; tie < end; tie += 1)
    if (after.fromStart[tie] === fromStart)
      latest = Math.min(latest, (starts[after.other[tie] ?? 0] ?? 0) - (after.lag[tie] ?? 0))
  return latest
}

function fits(
  { resources, first, demanded, amounts }: Layout,
  capacity: Int32Array,
  task: number,
  slot: number,
): boolean {
  const end = first[task + 1] ?? 0
  const row = slot * resources
  for (let need = first[task] ?? 0; need < end; need += 1)
    if ((capacity[row + (demanded[need] ?? 0)] ?? 0) < (amounts[need] ?? 0)) return false
  return true
}

function take({ layout, left }: State, task: number, start: number, finish: number): void {
  const { resources, first, demanded, amounts, capacity } = layout
  const pauses = finish - start !== (layout.durations[task] ?? 0)
  const end = first[task + 1] ?? 0
  for (let slot = start; slot < finish; slot += 1) {
    if (pauses && !fits(layout, capacity, task, slot)) continue
    const row = slot * resources
    for (let need = first[task] ?? 0; need < end; need += 1) {
      const cell = row + (demanded[need] ?? 0)
      left[cell] = (left[cell] ?? 0) - (amounts[need] ?? 0)
    }
  }
}

const maxAmount = 2 ** 31 - 1

function layOut(instance: Instance, horizon: number): Layout {
  const { durations, releases, demands, capacities } = instance
  const resources = capacities.length
  const first = new Int32Array(durations.length + 1)
  for (const [task, needs] of demands.entries()) first[task + 1] = (first[task] ?? 0) + needs.length
  const capacity = new Int32Array(horizon * resources)
  for (const [resource, row] of capacities.entries())
    for (let slot = 0; slot < horizon; slot += 1)
      capacity[slot * resources + resource] = row[slot] ?? row.at(-1) ?? 0
  const least = new Int32Array(resources).fill(maxAmount)
  for (const { resource, amount } of demands.flat())
    least[resource] = Math.min(least[resource] ?? maxAmount, amount)
  return {
    resources,
    least,
    horizon,
    durations: Int32Array.from(durations),
    releases: Int32Array.from(releases),
    first,
    demanded: Int32Array.from(demands.flat(), ({ resource }) => resource),
    amounts: Int32Array.from(demands.flat(), ({ amount }) => amount),
    capacity,
  }
}

function tie({ durations, links }: Instance, side: 'before' | 'after'): Ties {
  const [own, other] = side === 'before' ? (['to', 'from'] as const) : (['from', 'to'] as const)
  const byTask = Map.groupBy(links, (link) => link[own])
  const sorted = durations.map((_, task) => byTask.get(task) ?? [])
  const first = new Int32Array(durations.length + 1)
  for (const [task, ties] of sorted.entries()) first[task + 1] = (first[task] ?? 0) + ties.length
  const flat = sorted.flat()
  return {
    first,
    other: Int32Array.from(flat, (link) => link[other]),
    lag: Int32Array.from(flat, ({ lag }) => lag),
    fromStart: Uint8Array.from(flat, ({ kind }) => (kind === 'start-start' ? 1 : 0)),
  }
}
