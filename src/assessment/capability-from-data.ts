import type { Result } from '#evidence/result.ts'
import { type Achievement, band, type Indicator, percentOf } from './capability.ts'

/** The attributes that tickets can hint at: performance, its records, and its use everywhere. */
export const attributesFromData = ['1.1', '2.2', '3.2'] as const
export type AttributeFromData = (typeof attributesFromData)[number]

/** What the tickets hint about one attribute; indicative only, an assessor decides. */
export type AttributeHint = {
  readonly attribute: AttributeFromData
  readonly percent: number | undefined
  readonly band: Achievement | undefined
  readonly checks: readonly string[]
}

/**
 * Hints about the capability of one process. attributeOf says which attribute a check is a sign of, if any. No level
 * is given: the other attributes of levels 2 and 3 cannot be seen in tickets and are not assessed.
 */
export function hintCapability(
  results: readonly Result[],
  attributeOf: (check: string) => AttributeFromData | undefined,
): readonly AttributeHint[] {
  return attributesFromData.map((attribute) => {
    const signs = results
      .filter((result) => attributeOf(result.check) === attribute && result.verdict !== 'inconclusive')
      .toSorted((a, b) => (a.check < b.check ? -1 : 1))
    const percent = percentOf(signs.map(toIndicator))
    return {
      attribute,
      percent,
      band: percent === undefined ? undefined : band(percent),
      checks: signs.map((result) => result.check),
    }
  })
}

/** A check of performance hints at a process that reaches its purpose, one of conformity at one that is used as it is defined. */
export function attributeByPurpose(
  results: readonly Result[],
): (check: string) => AttributeFromData | undefined {
  const purposes = new Map(results.map(({ check, purpose }) => [check, purpose]))
  return (check) =>
    ({ performance: '1.1', conformity: '3.2', signal: undefined, none: undefined })[
      purposes.get(check) ?? 'none'
    ] as AttributeFromData | undefined // the values are attributes
}

/** Thirds by how much of the threshold is reached: all of it, two thirds, one third, or less. */
function toIndicator({ verdict, share, threshold }: Result): Indicator {
  const reached = threshold === 0 ? 1 : (share ?? 0) / threshold
  return { thirds: verdict === 'pass' ? 3 : thirdsOf(reached), isEssential: false }
}

function thirdsOf(reached: number): 0 | 1 | 2 {
  if (reached >= 2 / 3) return 2
  return reached >= 1 / 3 ? 1 : 0
}
