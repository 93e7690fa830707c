import assert from 'node:assert'

/** Tolerance for products of decimals, so that 0.6 times 10 counts as 6. */
const rounding = 1e-9

/**
 * Records to draw so that an error rate is noticed with the stated confidence when none of them has an error
 * (discovery sampling). With a population the exact hypergeometric size, at least one error assumed.
 */
export function discoverySize(errorRate: number, confidence: number, population?: number): number {
  assert(
    errorRate > 0 && errorRate < 1 && confidence > 0 && confidence < 1,
    'rate and confidence lie between 0 and 1',
  )
  if (population === undefined) {
    return Math.ceil(Math.log(1 - confidence) / Math.log(1 - errorRate) - rounding)
  }
  const errors = Math.max(1, Math.ceil(population * errorRate - rounding))
  return finiteSize(population, errors, confidence)
}

/** Draws one record after the other until the chance to have met no error is small enough. */
function finiteSize(population: number, errors: number, confidence: number): number {
  let chanceOfNone = 1
  for (let drawn = 0; drawn < population; drawn += 1) {
    if (chanceOfNone <= 1 - confidence + rounding) return drawn
    chanceOfNone *= Math.max(0, (population - errors - drawn) / (population - drawn))
  }
  return population
}

/** Draws records with a stored seed, so that anybody can repeat it: mulberry32 shuffles the sorted ids. */
export function drawSample(ids: readonly string[], size: number, seed: number): readonly string[] {
  const pool = [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1))
  const next = mulberry32(seed)
  const drawn: string[] = []
  while (drawn.length < size && pool.length > 0) {
    drawn.push(...pool.splice(Math.floor(next() * pool.length), 1))
  }
  return drawn
}

/** The generator mulberry32: numbers from 0 up to, not including, 1, the same ones for the same 32-bit seed. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sites to visit beside the central function in each kind of audit, where sites may be sampled. */
export type SiteSample = {
  readonly initial: number
  readonly surveillance: number
  readonly recertification: number
}

/** Square root of the sites, 0.6 and 0.8 of it, each rounded up (IAF MD 1 as a public EA FAQ explains it). */
export function sampleSites(sites: number): SiteSample {
  const root = Math.sqrt(sites)
  const upTo = (value: number) => Math.ceil(value - rounding)
  return { initial: upTo(root), surveillance: upTo(0.6 * root), recertification: upTo(0.8 * root) }
}
