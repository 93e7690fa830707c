import type { Inputs } from './inputs.ts'

/** What one input does to the net present value when it alone moves from its low to its high value. */
export type TornadoBar = Readonly<{
  input: string
  title: string
  low: number
  base: number
  high: number
  npvAtLow: number
  npvAtHigh: number
  /** The difference between both ends, without sign. */
  swing: number
  /** The value at which the net present value is zero, all others at their likely value; absent outside low to high. */
  breakEvenAt?: number
}>

/** Moves each input that has a range, the others at their likely value; the largest swing first. */
export function tornado(
  inputs: Inputs,
  likely: Float64Array,
  npvOf: (row: Float64Array) => number,
): TornadoBar[] {
  return inputs.list
    .flatMap(({ id, title, range: { low, base, high } }, at): TornadoBar[] => {
      if (high <= low) return []
      const npvWith = (value: number) => npvOf(likely.with(at, value))
      const [npvAtLow, npvAtHigh] = [npvWith(low), npvWith(high)]
      const breakEvenAt = findZero(npvWith, { low, high, npvAtLow, npvAtHigh })
      const swing = Math.abs(npvAtHigh - npvAtLow)
      const bar = { input: id, title, low, base, high, npvAtLow, npvAtHigh, swing }
      return [breakEvenAt === undefined ? bar : { ...bar, breakEvenAt }]
    })
    .toSorted((one, other) => other.swing - one.swing)
}

type Ends = Readonly<{ low: number; high: number; npvAtLow: number; npvAtHigh: number }>

function findZero(npvWith: (value: number) => number, ends: Ends): number | undefined {
  if (ends.npvAtLow * ends.npvAtHigh > 0) return undefined
  const isRising = ends.npvAtHigh > ends.npvAtLow
  let { low, high } = ends
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if (npvWith(middle) < 0 === isRising) low = middle
    else high = middle
  }
  return (low + high) / 2
}
