import assert from 'node:assert'
import { mulberry32 } from '#assessment/sampling.ts'
import { findWindows } from './critical-path.ts'
import { type Decoder, makeDecoder } from './decode.ts'
import type { Instance, Schedule } from './instance.ts'
import { drawOrder, type Followers, followersOf, type Sorter, sorterOf } from './order.ts'

/** How long to search, counted in schedules that are built, and the seed; the same of both give the same plan everywhere. */
export type Budget = Readonly<{ schedules: number; seed: number }>

/** The best schedule found, and how many were built for it. */
export type Found = Readonly<{ schedule: Schedule; schedules: number }>

/** One member of the population: an order of tasks, and the starts and the makespan it gives. */
type Member = Readonly<{ order: Int32Array; starts: Int32Array; makespan: number }>

const populationSize = 40
const mutationRate = 0.05
/** How often a child is one parent with a part of its time shuffled, rather than a cross of two. */
const shuffleRate = 0.5
/** A population whose best has not changed for so many children starts anew. */
const patience = 1200

/**
 * Searches for a short schedule. Where the budget allows for every order of the tasks, every order is tried, so that none
 * gives a shorter one. Otherwise: a genetic algorithm on orders of tasks, every child improved by shifting to the right
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
  const passes = { decoder, sort: sorterOf(instance) }
  const first = improve(passes, drawOrder(followers, keys, undefined))
  if (!first) return undefined
  let best = { makespan: first.makespan, schedule: decoder.keep(first.makespan) }
  const isOver = () => best.makespan <= bound || decoder.count() >= schedules
  const note = (member: Member) => {
    if (member.makespan < best.makespan)
      best = { makespan: member.makespan, schedule: decoder.keep(member.makespan) }
  }
  if (factorial(instance.durations.length) <= schedules) {
    tryEvery(followers, (order) => {
      const makespan = decoder.forward(order)
      if (makespan >= 0 && makespan < best.makespan) best = { makespan, schedule: decoder.keep(makespan) }
      return best.makespan <= bound
    })
    return { schedule: best.schedule, schedules: decoder.count() }
  }
  let kept: Member | undefined = first
  while (!isOver()) {
    const members: Member[] = kept ? [kept] : []
    kept = undefined
    while (members.length < populationSize && !isOver()) {
      const member = improve(passes, drawOrder(followers, keys, chance))
      if (!member) continue
      note(member)
      members.push(member)
    }
    if (!isOver()) breed(members, { passes, chance, before, followers, note, isOver })
  }
  return { schedule: best.schedule, schedules: decoder.count() }
}

function factorial(count: number): number {
  return count < 2 ? 1 : count * factorial(count - 1)
}

/** Gives every order that keeps the links, until it is said that one was good enough. */
function tryEvery({ of, waiting }: Followers, isEnough: (order: Int32Array) => boolean): void {
  const left = Int32Array.from(waiting)
  const order: number[] = []
  const grow = (): boolean => {
    if (order.length === left.length) return isEnough(Int32Array.from(order))
    for (let task = 0; task < left.length; task += 1) {
      if (left[task] !== 0) continue
      step(task, -1)
      order.push(task)
      if (grow()) return true
      order.pop()
      step(task, 1)
    }
    return false
  }
  // A task that stands in the order waits for itself, so that it is not taken again.
  const step = (task: number, by: 1 | -1) => {
    left[task] = (left[task] ?? 0) - by
    for (const follower of of[task] ?? []) left[follower] = (left[follower] ?? 0) + by
  }
  grow()
}

type Breeding = Readonly<{
  passes: Passes
  followers: Followers
  chance: () => number
  before: readonly ReadonlySet<number>[]
  note: (member: Member) => void
  isOver: () => boolean
}>

/** Crosses and mutates until the budget or the patience ends; a child takes the place of a worse member. */
function breed(members: Member[], breeding: Breeding): void {
  const { passes, note, isOver } = breeding
  let idle = 0
  let least = Math.min(...members.map(({ makespan }) => makespan))
  while (!isOver() && idle < patience) {
    const child = improve(passes, conceive(members, breeding))
    if (!child) continue
    note(child)
    idle = child.makespan < least ? 0 : idle + 1
    least = Math.min(least, child.makespan)
    settle(members, child)
  }
}

function conceive(
  members: readonly Member[],
  { chance, before, followers }: Pick<Breeding, 'chance' | 'before' | 'followers'>,
): Int32Array {
  const pick = () => {
    const [one, other] = [members[drawn(members.length)], members[drawn(members.length)]]
    assert(one && other, 'a population has members')
    return other.makespan < one.makespan ? other : one
  }
  const drawn = (size: number) => Math.floor(chance() * size)
  const mother = pick()
  if (chance() < shuffleRate) return shuffle(mother, followers, chance)
  const order = cross(mother.order, pick().order, chance)
  mutate(order, before, chance)
  return order
}

/** Draws anew the order of what begins within a part of the time, a tenth to a half of it. */
function shuffle({ starts, makespan }: Member, followers: Followers, chance: () => number): Int32Array {
  const width = makespan * (0.1 + 0.4 * chance())
  const from = chance() * (makespan - width)
  const keys = Float64Array.from(starts, (start) =>
    start >= from && start < from + width ? from + chance() * width : start,
  )
  return drawOrder(followers, keys, undefined)
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

/** Builds schedules, and sorts tasks by their times so that every link is kept. */
type Passes = Readonly<{ decoder: Decoder; sort: Sorter }>

/**
 * Decodes an order, then shifts everything right and left until nothing is gained; the order becomes that of the starts.
 * Where work stands still while a resource is away, or is tied at its starts, what fits to the left need not fit to the
 * right: the schedule from before such a shift is the result then. undefined where the order itself does not fit.
 */
function improve({ decoder, sort }: Passes, order: Int32Array): Member | undefined {
  let makespan = decoder.forward(order)
  if (makespan < 0) return undefined
  for (;;) {
    const last = order.slice()
    sort(order, decoder.finishes, -1)
    const isShifted = decoder.backward(order, makespan)
    if (isShifted) sort(order, decoder.starts, 1)
    const shifted = isShifted ? decoder.forward(order) : -1
    if (shifted < 0) {
      order.set(last)
      makespan = decoder.forward(order)
      break
    }
    const isBetter = shifted < makespan
    makespan = shifted
    if (!isBetter) break
  }
  // Equal schedules get equal orders, so that they are known to be equal.
  order.sort()
  sort(order, decoder.starts, 1)
  return { order, starts: Int32Array.from(decoder.starts), makespan }
}

function beforeOf({ durations, links }: Instance): readonly ReadonlySet<number>[] {
  const into = Map.groupBy(links, ({ to }) => to)
  return durations.map((_, task) => new Set((into.get(task) ?? []).map(({ from }) => from)))
}
