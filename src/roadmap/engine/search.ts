import { mulberry32 } from '#assessment/sampling.ts'
import { findWindows } from './critical-path.ts'
import { type Decoder, makeDecoder } from './decode.ts'
import type { Instance, Schedule } from './instance.ts'
import { drawOrder, followersOf, sortBy } from './order.ts'

/** How long to search, counted in schedules that are built, and the seed; the same of both give the same plan everywhere. */
export type Budget = Readonly<{ schedules: number; seed: number }>

/** The best schedule found, and how many were built for it. */
export type Found = Readonly<{ schedule: Schedule; schedules: number }>

/** One member of the population: an order of tasks and the makespan it gives. */
type Member = { order: Int32Array; makespan: number }

const populationSize = 40
const mutationRate = 0.05
/** A population whose best has not changed for so many children starts anew. */
const patience = 1200

/**
 * Searches for a short schedule: a genetic algorithm on orders of tasks, every child improved by shifting to the right
 * and to the left (double justification, Valls et al. 2005). bound ends the search where nothing shorter can exist.
 * undefined where not even one schedule fits before the horizon.
 */
export function search(
  instance: Instance,
  horizon: number,
  { schedules, seed }: Budget,
  bound: number,
): Found | undefined {
  const decoder = makeDecoder(instance, horizon)
  const chance = mulberry32(seed)
  const keys = findWindows(instance).latestFinish
  const followers = followersOf(instance)
  const before = beforeOf(instance)
  const first = improve(decoder, drawOrder(followers, keys, undefined))
  if (!first) return undefined
  let best = { makespan: first.makespan, schedule: decoder.keep(first.makespan) }
  const isOver = () => best.makespan <= bound || decoder.count() >= schedules
  const note = (member: Member) => {
    if (member.makespan < best.makespan)
      best = { makespan: member.makespan, schedule: decoder.keep(member.makespan) }
  }
  let kept: Member | undefined = first
  while (!isOver()) {
    const members: Member[] = kept ? [kept] : []
    kept = undefined
    while (members.length < populationSize && !isOver()) {
      const member = improve(decoder, drawOrder(followers, keys, chance))
      if (!member) continue
      note(member)
      members.push(member)
    }
    if (!isOver()) breed(members, { decoder, chance, before, note, isOver })
  }
  return { schedule: best.schedule, schedules: decoder.count() }
}

type Breeding = Readonly<{
  decoder: Decoder
  chance: () => number
  before: readonly ReadonlySet<number>[]
  note: (member: Member) => void
  isOver: () => boolean
}>

/** Crosses and mutates until the budget or the patience ends; a child takes the place of a worse member. */
function breed(members: Member[], { decoder, chance, before, note, isOver }: Breeding): void {
  const pick = () => {
    const one = members[Math.floor(chance() * members.length)]
    const other = members[Math.floor(chance() * members.length)]
    return (other?.makespan ?? 0) < (one?.makespan ?? 0) ? other : one
  }
  let idle = 0
  let least = Math.min(...members.map(({ makespan }) => makespan))
  while (!isOver() && idle < patience) {
    const [mother, father] = [pick(), pick()]
    if (!mother || !father) return
    const order = cross(mother.order, father.order, chance)
    mutate(order, before, chance)
    const child = improve(decoder, order)
    if (!child) continue
    note(child)
    idle = child.makespan < least ? 0 : idle + 1
    least = Math.min(least, child.makespan)
    settle(members, child)
  }
}

/** Puts a child in the place of the worst member, unless it is worse itself or one like it is there. */
function settle(members: Member[], child: Member): void {
  let worst = 0
  for (const [at, member] of members.entries()) {
    if (member.makespan === child.makespan && isSame(member.order, child.order)) return
    if (member.makespan >= (members[worst]?.makespan ?? 0)) worst = at
  }
  if (child.makespan <= (members[worst]?.makespan ?? 0)) members[worst] = child
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}

/** Two-point crossover (Hartmann 1998): the child keeps the mother's ends and takes the middle in the father's order. */
function cross(mother: Int32Array, father: Int32Array, chance: () => number): Int32Array {
  const size = mother.length
  const one = Math.floor(chance() * (size + 1))
  const other = Math.floor(chance() * (size + 1))
  const [from, to] = one < other ? [one, other] : [other, one]
  const child = Int32Array.from(mother)
  const inMiddle = new Uint8Array(size)
  for (let at = from; at < to; at += 1) inMiddle[mother[at] ?? 0] = 1
  let at = from
  for (const task of father) {
    if (inMiddle[task] !== 1) continue
    child[at] = task
    at += 1
  }
  return child
}

/** Swaps neighbours now and then, where neither waits for the other. */
function mutate(order: Int32Array, before: readonly ReadonlySet<number>[], chance: () => number): void {
  for (let at = 1; at < order.length; at += 1) {
    if (chance() >= mutationRate) continue
    const [left, right] = [order[at - 1] ?? 0, order[at] ?? 0]
    if (before[right]?.has(left)) continue
    order[at - 1] = right
    order[at] = left
  }
}

/** Decodes an order, then shifts everything right and left until nothing is gained; the order becomes that of the starts. */
function improve(decoder: Decoder, order: Int32Array): Member | undefined {
  let makespan = decoder.forward(order)
  if (makespan < 0) return undefined
  for (;;) {
    sortBy(order, decoder.finishes, -1)
    if (!decoder.backward(order, makespan)) return undefined
    sortBy(order, decoder.starts, 1)
    const shifted = decoder.forward(order)
    if (shifted < 0) return undefined
    const isBetter = shifted < makespan
    makespan = shifted
    if (!isBetter) break
  }
  sortBy(order, decoder.starts, 1)
  return { order, makespan }
}

function beforeOf({ durations, links }: Instance): readonly ReadonlySet<number>[] {
  const into = Map.groupBy(links, ({ to }) => to)
  return durations.map((_, task) => new Set((into.get(task) ?? []).map(({ from }) => from)))
}
