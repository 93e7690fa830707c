import { mulberry32 } from '#assessment/sampling.ts'

/**
 * Puts columns of drawn values into an order in which each pair has about the rank correlation asked for; the values of a column
 * stay the same. Iman and Conover, A distribution-free approach to inducing rank correlation among input variables (1982):
 * normal scores are shuffled, freed of what they correlate by chance, mixed as wanted, and their ranks are taken over.
 */
export function correlate(columns: readonly Float64Array[], correlation: number, seed: number): void {
  const trials = columns[0]?.length ?? 0
  const scores = columns.map((_, at) => shuffledScores(trials, seed + 1 + at))
  const byChance = cholesky(correlationsOf(scores))
  const wanted = cholesky(columns.map((_, row) => columns.map((__, at) => (row === at ? 1 : correlation))))
  const mixed = columns.map(() => new Float64Array(trials))
  for (let trial = 0; trial < trials; trial += 1) {
    const free = solve(
      byChance,
      scores.map((score) => score[trial] ?? 0),
    )
    for (const [at, column] of mixed.entries()) column[trial] = dot(wanted[at] ?? [], free)
  }
  for (const [at, column] of columns.entries()) takeOverRanks(column, mixed[at] ?? column)
}

/** The scores of van der Waerden, in an order of their own. */
function shuffledScores(trials: number, seed: number): Float64Array {
  const scores = Float64Array.from({ length: trials }, (_, at) => normalInverse((at + 1) / (trials + 1)))
  const next = mulberry32(seed)
  for (let at = trials - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    const kept = scores[at] ?? 0
    scores[at] = scores[other] ?? 0
    scores[other] = kept
  }
  return scores
}

function correlationsOf(columns: readonly Float64Array[]): number[][] {
  const lengths = columns.map((column) => Math.sqrt(product(column, column)))
  return columns.map((one, row) =>
    columns.map((other, at) => product(one, other) / ((lengths[row] ?? 1) * (lengths[at] ?? 1))),
  )
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

/** The lower triangle whose product with its transpose is the matrix. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map(() => new Array<number>(matrix.length).fill(0))
  for (const [row, entries] of matrix.entries())
    for (let at = 0; at <= row; at += 1) {
      const [mine, theirs] = [lower[row] ?? [], lower[at] ?? []]
      const rest = (entries[at] ?? 0) - dot(mine.slice(0, at), theirs.slice(0, at))
      mine[at] = row === at ? Math.sqrt(rest) : rest / (theirs[at] ?? 1)
    }
  return lower
}

/** Solves lower x = values from the top down. */
function solve(lower: readonly (readonly number[])[], values: readonly number[]): number[] {
  const solved: number[] = []
  for (const [row, value] of values.entries()) {
    const line = lower[row] ?? []
    solved.push((value - dot(line.slice(0, row), solved)) / (line[row] ?? 1))
  }
  return solved
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

/** Lays the values of a column into the order of another. */
function takeOverRanks(column: Float64Array, order: Float64Array): void {
  const sorted = column.toSorted()
  const places = Uint32Array.from({ length: order.length }, (_, at) => at).sort(
    (one, other) => (order[one] ?? 0) - (order[other] ?? 0),
  )
  for (const [rank, place] of places.entries()) column[place] = sorted[rank] ?? 0
}

/** The inverse of the normal distribution (Acklam's rational approximation, relative error below 1.2e-9). */
function normalInverse(share: number): number {
  if (share < lowTail) {
    const q = Math.sqrt(-2 * Math.log(share))
    return polynomial(tailTop, q) / polynomial(tailBottom, q)
  }
  if (share > 1 - lowTail) return -normalInverse(1 - share)
  const q = share - 0.5
  const r = q * q
  return (polynomial(middleTop, r) * q) / polynomial(middleBottom, r)
}

function polynomial(coefficients: readonly number[], at: number): number {
  return coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0)
}

const lowTail = 0.02425
const middleTop = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const middleBottom = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
]
const tailTop = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const tailBottom = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
