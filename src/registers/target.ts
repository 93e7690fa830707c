import { z } from 'zod'

/** One promise of an agreement, as a row of its targets holds it. */
export const Target = z.object({
  measure: z.string(),
  applies_to: z.string().optional(),
  value: z.number(),
  unit: z.string(),
  hours: z.string().optional(),
})
export type Target = Readonly<z.infer<typeof Target>>

/** Why a promise below stands as it does to the one above, for who says it in another language. */
export type SupportReason =
  | 'hours not said'
  | 'shorter hours'
  | 'other unit'
  | 'less'
  | 'holds'
  | 'not promised'
  | 'in a row'

/** How a promise below stands to a promise above. */
export type SupportVerdict = 'supported' | 'weaker' | 'not covered' | 'not comparable'

const moreIsBetter = new Set(['availability', 'share in time', 'satisfaction'])
const minutes: Readonly<Record<string, number>> = { minutes: 1, hours: 60 }
const breadth = ['office hours', 'extended hours', 'around the clock']

/** Whether more of a measure is better: a promise of it says at least, every other one at most. */
export function isMoreBetter(measure: string): boolean {
  return moreIsBetter.has(measure)
}

/** A promise in words, such as: time to resolve P1: at most 4 hours, around the clock. */
export function describeTarget({ measure, applies_to, value, unit, hours }: Target): string {
  const bound = moreIsBetter.has(measure) ? 'at least' : 'at most'
  const amount = unit === '%' ? `${value} %` : `${value} ${unit}`
  return `${measure}${applies_to ? ` ${applies_to}` : ''}: ${bound} ${amount}${hours ? `, ${hours}` : ''}`
}

/** Whether two promises are about the same case, such as P1. */
export function isSameCase(one: Target, other: Target): boolean {
  return plain(one.applies_to) === plain(other.applies_to)
}

function plain(words: string | undefined): string {
  return (words ?? '').trim().toLowerCase()
}

/** Whether a promise below holds up the one above. */
export function compareTargets(
  above: Target,
  below: Target,
): Readonly<{ verdict: SupportVerdict; because: SupportReason; says: string }> {
  const [promised, given] = [describeTarget(above), describeTarget(below)]
  const hours = compareHours(above, below)
  if (hours === 'unknown')
    return {
      verdict: 'not comparable',
      because: 'hours not said',
      says: `Promised above: ${promised}; below: ${given}. The service hours below are not said.`,
    }
  if (hours === 'narrower')
    return {
      verdict: 'weaker',
      because: 'shorter hours',
      says: `Promised above: ${promised}; below only: ${given}. Its hours are shorter.`,
    }
  const [first, second] = inOneUnit(above, below) ?? []
  if (first === undefined || second === undefined)
    return {
      verdict: 'not comparable',
      because: 'other unit',
      says: `Promised above: ${promised}; below: ${given}. Say both in the same unit.`,
    }
  const holds = moreIsBetter.has(above.measure) ? second >= first : second <= first
  if (!holds)
    return {
      verdict: 'weaker',
      because: 'less',
      says: `Promised above: ${promised}; below only: ${given}.`,
    }
  const reserve = first === second ? ' There is no reserve between them.' : ''
  return { verdict: 'supported', because: 'holds', says: `Held up by: ${given}.${reserve}` }
}

/** What several promises come to in a row, and the sentence about it. */
export type Joint = Readonly<{ count: number; share: number; says: string }>

/** Supporters that work in a row multiply; what is wrong with all of them together, although each is good enough. */
export function together(above: Target, below: readonly Target[]): Joint | undefined {
  if (above.measure !== 'availability' || above.unit !== '%') return undefined
  const shares = below.filter(({ unit }) => unit === '%').map(({ value }) => value)
  if (shares.length < 2 || shares.some((share) => share < above.value)) return undefined
  const joint = shares.reduce((product, share) => (product * share) / 100, 100)
  if (joint >= above.value) return undefined
  return {
    count: shares.length,
    share: joint / 100,
    says: `Each of the ${shares.length} agreements below is good enough; in a row they come to ${joint.toFixed(3)} %, and ${above.value} % is promised.`,
  }
}

function compareHours(above: Target, below: Target): 'enough' | 'narrower' | 'unknown' {
  if (!above.hours) return 'enough'
  if (!below.hours) return 'unknown'
  return breadth.indexOf(below.hours) >= breadth.indexOf(above.hours) ? 'enough' : 'narrower'
}

/** Both values in one unit; a day has 24 hours only around the clock, so that others compare with days alone. */
function inOneUnit(above: Target, below: Target): readonly [number, number] | undefined {
  if (above.unit === below.unit) return [above.value, below.value]
  const [first, second] = [inMinutes(above), inMinutes(below)]
  return first === undefined || second === undefined ? undefined : [first, second]
}

function inMinutes({ value, unit, hours }: Target): number | undefined {
  const factor = unit === 'days' && hours === 'around the clock' ? 1440 : minutes[unit]
  return factor === undefined ? undefined : value * factor
}
