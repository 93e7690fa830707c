/** Achievement of a process attribute: not, partially, largely, fully. */
export type Achievement = 'N' | 'P' | 'L' | 'F'

/** The same with the middle bands halved. */
export type FineAchievement = 'N' | 'P-' | 'P+' | 'L-' | 'L+' | 'F'

/** Level of a process, 0 incomplete to 5 innovating. */
export type CapabilityLevel = 0 | 1 | 2 | 3 | 4 | 5

/** One indicator of an attribute: thirds achieved (0 to 3), and whether the attribute is nothing without it. */
export type Indicator = { readonly thirds: 0 | 1 | 2 | 3; readonly isEssential: boolean }

/** The attributes of each level, in the manner of ISO/IEC 33020:2019. */
const attributes: readonly (readonly [Exclude<CapabilityLevel, 0>, readonly string[]])[] = [
  [1, ['1.1']],
  [2, ['2.1', '2.2']],
  [3, ['3.1', '3.2', '3.3']],
  [4, ['4.1', '4.2']],
  [5, ['5.1', '5.2']],
]

const upperEnds: readonly (readonly [number, FineAchievement])[] = [
  [15, 'N'],
  [32.5, 'P-'],
  [50, 'P+'],
  [67.5, 'L-'],
  [85, 'L+'],
]

/** Fine band of a percentage of achievement; each upper end belongs to its band. */
export function fineBand(percent: number): FineAchievement {
  return upperEnds.find(([upper]) => percent <= upper)?.[1] ?? 'F'
}

/** Band of a percentage of achievement: N up to 15, P up to 50, L up to 85, F above. */
export function band(percent: number): Achievement {
  return coarse[fineBand(percent)]
}

const coarse = { N: 'N', 'P-': 'P', 'P+': 'P', 'L-': 'L', 'L+': 'L', F: 'F' } as const

/**
 * Percent of an attribute: the mean of its indicators, rounded half up to a whole percent; at most 50 when an
 * essential indicator is at zero. Undefined without indicators.
 */
export function percentOf(indicators: readonly Indicator[]): number | undefined {
  if (indicators.length === 0) return undefined
  const thirds = indicators.reduce((sum, indicator) => sum + indicator.thirds, 0)
  const percent = Math.floor((100 * thirds) / (3 * indicators.length) + 0.5)
  const lacksEssential = indicators.some(({ thirds: achieved, isEssential }) => isEssential && achieved === 0)
  return lacksEssential ? Math.min(50, percent) : percent
}

/** Highest level whose attributes are all L or F while all those below it are F; attributes not given are not rated. */
export function levelOf(percentages: ReadonlyMap<string, number>): CapabilityLevel {
  let reached: CapabilityLevel = 0
  for (const [level, names] of attributes) {
    const bands = names.map((name) => {
      const percent = percentages.get(name)
      return percent === undefined ? 'N' : band(percent)
    })
    if (!bands.every((one) => one === 'L' || one === 'F')) return reached
    reached = level
    if (!bands.every((one) => one === 'F')) return reached
  }
  return reached
}
