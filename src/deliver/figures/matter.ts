import { byClauseOrder } from '#content/requirement.ts'
import type { Collected, Conformance, MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { type GapReportInput, hasCases, processKey, processOf, titleOf } from './input.ts'

/** What the report holds of one process: its checks, its measures and, where states were recorded, its paths. */
export type Matter = {
  readonly key: string
  readonly title: string
  readonly clause: string
  readonly results: readonly Result[]
  readonly measures: readonly MeasureResult[]
  readonly conformance: Conformance | undefined
}

/** Every process with data: first those whose paths can be drawn, then the others, each in the order of the standard. */
export function mattersOf({ collected, models }: GapReportInput): readonly Matter[] {
  return keysOf(collected)
    .map((key) => matterOf(key, collected, models))
    .toSorted(
      (a, b) =>
        Number(hasMap(b)) - Number(hasMap(a)) ||
        byClauseOrder({ id: a.clause || '99' }, { id: b.clause || '99' }) ||
        (a.key < b.key ? -1 : 1),
    )
}

/** Whether there are steps to draw a map of. */
export function hasMap({ conformance }: Matter): boolean {
  return conformance !== undefined && conformance.map.length > 0
}

/** How many checks with cases reached a verdict. */
export function countVerdict({ results }: Pick<Matter, 'results'>, verdict: Result['verdict']): number {
  return results.filter((result) => hasCases(result) && result.verdict === verdict).length
}

/** How many checks found no case. */
export function countSilent({ results }: Pick<Matter, 'results'>): number {
  return results.filter((result) => !hasCases(result)).length
}

function keysOf({ results, measures, conformance }: Collected): readonly string[] {
  return [
    ...new Set([
      ...results.filter(hasCases).map(({ check }) => processKey(processOf(check))),
      ...measures
        .filter(({ points }) => points.some(({ n }) => n > 0))
        .map(({ process }) => processKey(process)),
      ...conformance.filter(({ tickets }) => tickets > 0).map(({ type }) => processKey(type)),
    ]),
  ]
}

function matterOf(key: string, collected: Collected, models: GapReportInput['models']): Matter {
  const results = collected.results.filter(({ check }) => processKey(processOf(check)) === key)
  const conformance = collected.conformance.find(({ type }) => processKey(type) === key)
  const model = models.find(({ id }) => processKey(id) === key)
  const decided = results.flatMap(({ decides }) =>
    decides.map(({ requirement }) => requirement.slice(0, requirement.lastIndexOf('-'))),
  )
  const [first] = decided.toSorted((a, b) => byClauseOrder({ id: a }, { id: b }))
  return {
    key,
    title: conformance?.title ?? titleOf(key, models),
    clause: conformance?.clause ?? model?.clause ?? first ?? '',
    results,
    measures: collected.measures.filter(({ process }) => processKey(process) === key),
    conformance,
  }
}
