import { type Instance, inOrderOfLinks } from './instance.ts'

/** Earliest and latest starts and finishes when only links and absences count, in slots, and the length of the longest path. */
export type Windows = Readonly<{
  earliestStart: Int32Array
  earliestFinish: Int32Array
  latestStart: Int32Array
  latestFinish: Int32Array
  length: number
}>

/** The critical path method; deadline is the slot in which all must be finished, by default the earliest one. */
export function findWindows(instance: Instance, deadline?: number): Windows {
  const { durations, releases, links } = instance
  const count = durations.length
  const order = inOrderOfLinks(count, links) ?? []
  const into = Map.groupBy(links, ({ to }) => to)
  const outOf = Map.groupBy(links, ({ from }) => from)
  const earliestStart = new Int32Array(count)
  const earliestFinish = new Int32Array(count)
  for (const task of order) {
    const waits = (into.get(task) ?? []).map(
      ({ from, kind, lag }) => ((kind === 'finish-start' ? earliestFinish : earliestStart)[from] ?? 0) + lag,
    )
    const [start, finish] = workFrom(instance, task, Math.max(releases[task] ?? 0, ...waits))
    earliestStart[task] = start
    earliestFinish[task] = finish
  }
  const length = earliestFinish.reduce((longest, finish) => Math.max(longest, finish), 0)
  const latestStart = new Int32Array(count)
  const latestFinish = new Int32Array(count)
  for (const task of order.toReversed()) {
    const ties = outOf.get(task) ?? []
    const finishBy = Math.min(
      deadline ?? length,
      ...ties.flatMap(({ to, kind, lag }) => (kind === 'finish-start' ? [(latestStart[to] ?? 0) - lag] : [])),
    )
    const startBy = Math.min(
      ...ties.flatMap(({ to, kind, lag }) => (kind === 'start-start' ? [(latestStart[to] ?? 0) - lag] : [])),
    )
    const [start, finish] = workUntil(instance, task, finishBy)
    latestStart[task] = Math.min(start, startBy)
    latestFinish[task] = start <= startBy ? finish : workFrom(instance, task, startBy)[1]
  }
  return { earliestStart, earliestFinish, latestStart, latestFinish, length }
}

/** True when the resources that a task needs are there in a slot, whoever else may want them. */
export function isWorkable({ demands, capacities }: Instance, task: number, slot: number): boolean {
  return (demands[task] ?? []).every(({ resource, amount }) => {
    const row = capacities[resource] ?? []
    return (row[slot] ?? row.at(-1) ?? 0) >= amount
  })
}

function workFrom(instance: Instance, task: number, from: number): readonly [number, number] {
  let missing = instance.durations[task] ?? 0
  let slot = Math.max(0, from)
  if (missing === 0) return [slot, slot]
  while (!isWorkable(instance, task, slot)) slot += 1
  const start = slot
  while (missing > 0) {
    if (isWorkable(instance, task, slot)) missing -= 1
    slot += 1
  }
  return [start, slot]
}

function workUntil(instance: Instance, task: number, until: number): readonly [number, number] {
  let missing = instance.durations[task] ?? 0
  let slot = until
  if (missing === 0) return [slot, slot]
  while (slot > 0 && !isWorkable(instance, task, slot - 1)) slot -= 1
  const finish = slot
  while (missing > 0) {
    slot -= 1
    if (slot < 0 || isWorkable(instance, task, slot)) missing -= 1
  }
  return [slot, finish]
}
