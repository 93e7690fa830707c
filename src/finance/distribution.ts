/** A low, a likely and a high value of the same thing; low <= base <= high. */
export type Range = Readonly<{ low: number; base: number; high: number }>

/** How a value between low and high is drawn. PERT holds the likely value more firmly than the triangle. */
export type Distribution = 'PERT' | 'triangular'

/** Turns a uniform number into a value: the inverse of the cumulative distribution. */
export type Inverse = (uniform: number) => number

/** The inverse of a distribution over a range; a range without width is a fixed value. */
export function inverseOf(distribution: Distribution, range: Range): Inverse {
  if (range.high <= range.low) return () => range.base
  return distribution === 'PERT' ? pertInverse(range) : triangularInverse(range)
}

/** Triangular: x = a + sqrt(u (b - a) (m - a)) below the likely value, mirrored above. */
export function triangularInverse({ low, base, high }: Range): Inverse {
  const width = high - low
  const below = (base - low) / width
  return (uniform) =>
    uniform < below
      ? low + Math.sqrt(uniform * width * (base - low))
      : high - Math.sqrt((1 - uniform) * width * (high - base))
}

/** Mean of the triangle: (a + m + b) / 3. */
export function triangularMean({ low, base, high }: Range): number {
  return (low + base + high) / 3
}

/** Mean of PERT with lambda 4: (a + 4m + b) / 6. */
export function pertMean({ low, base, high }: Range): number {
  return (low + 4 * base + high) / 6
}

/**
 * PERT with lambda 4: a beta distribution with alpha = 1 + 4 (m - a) / (b - a) and beta = 1 + 4 (b - m) / (b - a), stretched over
 * the range. Its cumulative function is tabulated once and inverted by a search in the table.
 */
export function pertInverse({ low, base, high }: Range): Inverse {
  const width = high - low
  const table = tableOf((base - low) / width)
  return (uniform) => low + width * lookUp(table, uniform)
}

/** Parts of the range from 0 to 1, and of the uniform numbers by which a search begins. */
const cells = 2048
const guides = 4096

type Table = Readonly<{ cumulated: Float64Array; guide: Uint16Array }>

/** Tables by where the likely value lies in the range: they do not depend on anything else. */
const tables = new Map<number, Table>()
const mostTables = 256

function tableOf(likelyAt: number): Table {
  const known = tables.get(likelyAt)
  if (known) return known
  if (tables.size >= mostTables) tables.clear()
  const cumulated = cumulate(likelyAt)
  const table = { cumulated, guide: guideInto(cumulated) }
  tables.set(likelyAt, table)
  return table
}

/** The cumulative beta function at the ends of the cells, by Simpson's rule on its density. */
function cumulate(likelyAt: number): Float64Array {
  const [rising, falling] = [4 * likelyAt, 4 - 4 * likelyAt]
  const density = (at: number) => at ** rising * (1 - at) ** falling
  const cumulated = new Float64Array(cells + 1)
  let left = density(0)
  for (let cell = 0; cell < cells; cell += 1) {
    const right = density((cell + 1) / cells)
    cumulated[cell + 1] = (cumulated[cell] ?? 0) + left + 4 * density((cell + 0.5) / cells) + right
    left = right
  }
  const whole = cumulated[cells] ?? 1
  return cumulated.map((value) => value / whole)
}

function guideInto(cumulated: Float64Array): Uint16Array {
  const guide = new Uint16Array(guides)
  let cell = 0
  for (let at = 0; at < guides; at += 1) {
    while (cell < cells - 1 && (cumulated[cell + 1] ?? 1) < at / guides) cell += 1
    guide[at] = cell
  }
  return guide
}

function lookUp({ cumulated, guide }: Table, uniform: number): number {
  if (uniform <= 0) return 0
  if (uniform >= 1) return 1
  let cell = guide[Math.floor(uniform * guides)] ?? 0
  while (cell < cells - 1 && (cumulated[cell + 1] ?? 1) < uniform) cell += 1
  const [from, to] = [cumulated[cell] ?? 0, cumulated[cell + 1] ?? 1]
  return (cell + (to > from ? (uniform - from) / (to - from) : 0)) / cells
}
