/** Three estimates of one figure: the least, the likeliest and the most. */
export type Estimate = Readonly<{ low: number; likely: number; high: number }>

const steps = 200
const tables = new Map<string, Float64Array>()

/**
 * The value that a share of all outcomes stays below: the beta distribution of PERT with lambda 4, alpha =
 * 1 + 4(likely - low)/(high - low), beta = 1 + 4(high - likely)/(high - low). share lies between 0 and 1.
 */
export function pertQuantile({ low, likely, high }: Estimate, share: number): number {
  if (high <= low) return likely
  const mode = Math.round((1000 * (likely - low)) / (high - low)) / 1000
  const table = tableOf(mode)
  let [from, to] = [0, steps]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if ((table[middle] ?? 0) <= share) from = middle
    else to = middle
  }
  const [below, above] = [table[from] ?? 0, table[to] ?? 1]
  const place = from + (above > below ? (share - below) / (above - below) : 0)
  return low + ((high - low) * place) / steps
}

/** The distribution on the unit interval at equal steps, summed by Simpson's rule; one table for each shape. */
function tableOf(mode: number): Float64Array {
  const key = mode.toFixed(3)
  const known = tables.get(key)
  if (known) return known
  const alpha = 4 * mode
  const beta = 4 - alpha
  const density = (x: number) => x ** alpha * (1 - x) ** beta
  const table = new Float64Array(steps + 1)
  for (let step = 1; step <= steps; step += 1) {
    const [left, right] = [(step - 1) / steps, step / steps]
    const piece = (density(left) + 4 * density((left + right) / 2) + density(right)) / 6
    table[step] = (table[step - 1] ?? 0) + piece
  }
  const sum = table[steps] ?? 1
  for (let step = 1; step <= steps; step += 1) table[step] = (table[step] ?? 0) / sum
  tables.set(key, table)
  return table
}
