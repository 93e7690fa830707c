import { findWindows } from './critical-path.ts'
import type { Instance } from './instance.ts'

/**
 * A number of slots that no schedule can beat: the least makespan that is not refuted by the time windows of the tasks
 * and the work they leave no room for (destructive bound with compulsory parts and energy, after Klein and Scholl).
 * Stops asking at atMost, a makespan that is already known to be possible.
 */
export function proveBound(instance: Instance, atMost: number): number {
  let low = findWindows(instance).length
  let high = atMost
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isRefuted(instance, middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** What is known of the tasks while a makespan is tried. */
type Trial = {
  readonly instance: Instance
  readonly deadline: number
  readonly releases: number[]
  readonly finishBy: number[]
}

const rounds = 30

/** True when no schedule of that length exists; false says nothing. */
export function isRefuted(instance: Instance, deadline: number): boolean {
  const trial: Trial = {
    instance,
    deadline,
    releases: [...instance.releases],
    finishBy: instance.durations.map(() => deadline),
  }
  for (let round = 0; round < rounds; round += 1) {
    const windows = narrow(trial)
    if (!windows) return true
    const change = pushByCompulsoryParts(trial, windows)
    if (change === 'refuted' || lacksEnergy(trial, windows)) return true
    if (change === 'none') return false
  }
  return false
}

type Span = Readonly<{ from: readonly number[]; to: readonly number[] }>

/** Earliest starts and latest finishes with what is known so far; undefined where a task has no room left. */
function narrow({ instance, deadline, releases, finishBy }: Trial): Span | undefined {
  const ahead = findWindows({ ...instance, releases }, deadline)
  const from = [...ahead.earliestStart]
  const to = [...ahead.latestFinish].map((finish, task) => Math.min(finish, finishBy[task] ?? deadline))
  const isTight = from.some((start, task) => start + (instance.durations[task] ?? 0) > (to[task] ?? 0))
  return ahead.length > deadline || isTight ? undefined : { from, to }
}

/** Slots in which a task must be worked on, whenever it is done, may be too many together, or push others away. */
function pushByCompulsoryParts(trial: Trial, span: Span): 'refuted' | 'changed' | 'none' {
  const outcomes = trial.instance.capacities.map((row, resource) => {
    const parts = partsOf(trial.instance, span, resource)
    const certain = certainWork(parts, trial.deadline)
    if (certain.some((amount, slot) => amount > (row[slot] ?? row.at(-1) ?? 0))) return 'refuted'
    return pushOthers(trial, span, { parts, certain, row })
  })
  if (outcomes.includes('refuted')) return 'refuted'
  return outcomes.includes('changed') ? 'changed' : 'none'
}

/** What must be worked slot by slot, wherever the tasks are placed. */
function certainWork(parts: readonly Part[], deadline: number): Int32Array {
  const certain = new Int32Array(deadline)
  for (const { amount, begin, end } of parts)
    for (let slot = begin; slot < end; slot += 1) certain[slot] = (certain[slot] ?? 0) + amount
  return certain
}

type Pushing = Readonly<{ parts: readonly Part[]; certain: Int32Array; row: readonly number[] }>

function pushOthers(trial: Trial, span: Span, { parts, certain, row }: Pushing) {
  let isChanged = false
  for (const part of parts) {
    const from = span.from[part.task] ?? 0
    const start = firstFit(part, from, span.to[part.task] ?? 0, certain, row)
    if (start === undefined) return 'refuted'
    if (start <= Math.max(from, trial.releases[part.task] ?? 0)) continue
    trial.releases[part.task] = start
    isChanged = true
  }
  return isChanged ? 'changed' : 'none'
}

/** The tasks that need a resource and do not pause, with the slots in which they must be worked on. */
function partsOf(instance: Instance, { from, to }: Span, resource: number): readonly Part[] {
  return instance.demands.flatMap((needs, task) => {
    const amount = needs.find((need) => need.resource === resource)?.amount ?? 0
    const duration = instance.durations[task] ?? 0
    if (amount === 0 || duration === 0 || pauses(instance, task)) return []
    return [{ task, amount, duration, begin: (to[task] ?? 0) - duration, end: (from[task] ?? 0) + duration }]
  })
}

type Part = Readonly<{ task: number; amount: number; duration: number; begin: number; end: number }>

function firstFit(
  { amount, duration, begin, end }: Part,
  from: number,
  to: number,
  certain: Int32Array,
  row: readonly number[],
): number | undefined {
  let run = 0
  for (let slot = from; slot < to; slot += 1) {
    const own = slot >= begin && slot < end ? amount : 0
    const isFree = (certain[slot] ?? 0) - own + amount <= (row[slot] ?? row.at(-1) ?? 0)
    run = isFree ? run + 1 : 0
    if (run === duration) return slot - duration + 1
  }
  return duration === 0 ? from : undefined
}

/** Between two instants there may be more work that cannot be done elsewhere than the resource can do. */
function lacksEnergy({ instance, deadline }: Trial, { from, to }: Span): boolean {
  const { durations, demands, capacities } = instance
  return capacities.some((row, resource) => {
    const works = demands.flatMap((needs, task) => {
      const amount = needs.find((need) => need.resource === resource)?.amount ?? 0
      const duration = durations[task] ?? 0
      return amount * duration === 0
        ? []
        : [{ amount, duration, from: from[task] ?? 0, to: to[task] ?? 0, moves: pauses(instance, task) }]
    })
    const sums = cumulate(row, deadline)
    const begins = [...new Set(works.map((work) => work.from))]
    const ends = [...new Set(works.map((work) => work.to))]
    return begins.some((begin) =>
      ends.some((end) => {
        if (end <= begin) return false
        const room = (sums[end] ?? 0) - (sums[begin] ?? 0)
        let needed = 0
        for (const work of works) needed += work.amount * insideAtLeast(work, begin, end)
        return needed > room
      }),
    )
  })
}

type Work = Readonly<{ amount: number; duration: number; from: number; to: number; moves: boolean }>

/** The least part of a task between two instants: shifted as far out as its window allows, to the left or to the right. */
function insideAtLeast({ duration, from, to, moves }: Work, begin: number, end: number): number {
  // What may pause cannot be shifted by counting slots: it counts only when its whole window lies inside.
  if (moves) return from >= begin && to <= end ? duration : 0
  const left = from + duration - begin
  const right = end - (to - duration)
  return Math.max(0, Math.min(duration, end - begin, left, right))
}

function cumulate(row: readonly number[], deadline: number): readonly number[] {
  const sums = [0]
  for (let slot = 0; slot < deadline; slot += 1) sums.push((sums[slot] ?? 0) + (row[slot] ?? row.at(-1) ?? 0))
  return sums
}

const pausing = new WeakMap<Instance, readonly boolean[]>()

/** True for a task whose resources are away at times, so that it may stand still. */
function pauses(instance: Instance, task: number): boolean {
  const known = pausing.get(instance)
  if (known) return known[task] ?? false
  const least = instance.capacities.map((row) => row.reduce((low, amount) => Math.min(low, amount), Infinity))
  const made = instance.demands.map((needs) =>
    needs.some(({ resource, amount }) => (least[resource] ?? 0) < amount),
  )
  pausing.set(instance, made)
  return made[task] ?? false
}
