import assert from 'node:assert/strict'

/** A source of chance; every simulated value is drawn from one of these, so that a seed tells everything. */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly unit: () => number
  /** Uniform in [low, high). */
  readonly between: (low: number, high: number) => number
  /** Whole number in [low, high]. */
  readonly whole: (low: number, high: number) => number
  /** True with the given probability. */
  readonly is: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the entries, by weight. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** Log-normal: half of the draws lie below the median. */
  readonly spread: (median: number, sigma: number) => number
  /** About this share of the list, at least one where there is one, in the order of the list. */
  readonly some: <T>(list: readonly T[], share: number) => T[]
}

/** An independent stream of chance: a change in one part of the simulation leaves the others as they were. */
export function chanceOf(seed: number, stream: string): Chance {
  const unit = mulberry32(hash(`${seed}/${stream}`))
  const is = (probability: number) => unit() < probability

  return {
    unit,
    is,
    between: (low, high) => low + (high - low) * unit(),
    whole: (low, high) => low + Math.floor((high - low + 1) * unit()),
    pick: (list) => at(list, Math.floor(list.length * unit())),
    weighted: (list) => weighted(list, unit()),
    spread: (median, sigma) => median * Math.exp(sigma * normal(unit)),
    some: (list, share) => some(list, share, unit),
  }
}

function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value
}

function normal(unit: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - unit()))
  return radius * Math.cos(2 * Math.PI * unit())
}

function weighted<T>(list: readonly (readonly [T, number])[], unit: number): T {
  let left = unit * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of list) {
    left -= weight
    if (left < 0) return item
  }
  return at(list, list.length - 1)[0]
}

function some<T>(list: readonly T[], share: number, unit: () => number): T[] {
  const wanted = Math.min(list.length, Math.max(1, Math.round(list.length * share)))
  let open = wanted
  return list.filter((_, place) => {
    if (unit() * (list.length - place) >= open) return false
    open -= 1
    return true
  })
}

/** The entry at a place that is known to exist. */
export function at<T>(list: readonly T[], place: number): T {
  const entry = list[place]
  assert(entry !== undefined, `nothing at place ${place} of ${list.length}`)
  return entry
}
