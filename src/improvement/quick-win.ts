import type { QuickWin } from '#content/improvement.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
import { valueIn } from './review-facts.ts'

/** Something that could be made better with little effort, with the figures and tickets that show it. */
export type ProposedQuickWin = Readonly<{
  id: string
  title: string
  says: string
  do: string
  value: number
  effort: number
  risk: number
  clauses: readonly string[]
  measure:
    | Readonly<{ id: string; title: string; unit: string; mean: number; n: number; bound: number }>
    | undefined
  check:
    | Readonly<{
        id: string
        title: string
        population: number
        exceptions: number
        examples: readonly Readonly<{ subject: string; reason: string }>[]
      }>
    | undefined
}>

const lastMonths = 3
const shownExamples = 5

/** The quick wins that the newest collection shows, those first that are worth most for the least. */
export function findQuickWins(
  known: readonly QuickWin[],
  collected: Pick<Collected, 'measures' | 'results'> | undefined,
): readonly ProposedQuickWin[] {
  if (!collected) return []
  return known
    .flatMap((one): ProposedQuickWin[] => {
      const measure = measured(one, collected.measures)
      const check = checked(one, collected.results)
      const isSeen = one.measure === undefined ? (check?.exceptions ?? 0) > 0 : measure !== undefined
      if (!isSeen) return []
      const { id, title, says, value, effort, risk, clauses } = one
      return [{ id, title, says, do: one.do, value, effort, risk, clauses, measure, check }]
    })
    .toSorted((a, b) => worthOf(b) - worthOf(a) || (a.id < b.id ? -1 : 1))
}

function worthOf({ value, effort, risk }: ProposedQuickWin): number {
  return value * (6 - effort) * (6 - risk)
}

/** The mean of the last months with data, weighted by n; undefined where it does not lie above the bound. */
function measured(
  { measure: id, above: bound }: QuickWin,
  measures: readonly MeasureResult[],
): ProposedQuickWin['measure'] {
  const measure = measures.find((one) => one.id === id)
  if (!measure || bound === undefined) return undefined
  const points = measure.points.filter((point) => valueIn(point) !== undefined && point.n > 0)
  const last = points.slice(-lastMonths)
  const n = last.reduce((sum, point) => sum + point.n, 0)
  if (n === 0) return undefined
  const mean = last.reduce((sum, point) => sum + (valueIn(point) ?? 0) * point.n, 0) / n
  if (mean <= bound) return undefined
  return { id: measure.id, title: measure.title, unit: measure.unit, mean, n, bound }
}

function checked({ check: id }: QuickWin, results: Collected['results']): ProposedQuickWin['check'] {
  const result = results.find((one) => one.check === id)
  if (!result) return undefined
  return {
    id: result.check,
    title: result.title,
    population: result.population,
    exceptions: result.exceptionCount,
    examples: result.exceptions.slice(0, shownExamples),
  }
}
