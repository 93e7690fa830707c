import type { FinanceModel } from '#content/finance.ts'
import { type BusinessCase, isIn } from './case.ts'

/** Two benefit lines of the case that claim the same thing; settled says how double counting was kept out, or is empty. */
export type Overlap = Readonly<{
  lines: readonly [string, string]
  titles: readonly [string, string]
  claims: readonly string[]
  settled: string
}>

/** Every pair of benefit lines in the case that claims the same thing. Either line may say how it was settled. */
export function findOverlaps(model: FinanceModel, given: BusinessCase): Overlap[] {
  const lines = [
    ...model.benefits.filter((line) => isIn(given, line)),
    ...given.own
      .filter(({ side }) => side === 'benefit')
      .map((line) => ({ ...line, claims: line.claims ?? [] })),
  ]
  return lines.flatMap((one, at) =>
    lines.slice(at + 1).flatMap((other): Overlap[] => {
      const claims = one.claims.filter((claim) => other.claims.includes(claim))
      if (claims.length === 0) return []
      const settled = [one, other]
        .map(({ id }) => given.lines.get(id)?.settled.trim() ?? '')
        .filter((text) => text !== '')
      return [
        {
          lines: [one.id, other.id],
          titles: [one.title, other.title],
          claims,
          settled: [...new Set(settled)].join(' '),
        },
      ]
    }),
  )
}
