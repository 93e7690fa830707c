import type { Requirement } from '#content/requirement.ts'

/** How much total absence of the thing would weigh in an audit. */
export type Criticality = Requirement['criticality']

/** Weights of the index; fixed per version of the catalogue, they steer attention and decide nothing. */
const weights: Readonly<Record<Criticality, number>> = { high: 3, medium: 2, low: 1 }

/** Weight of a requirement in the index: high 3, medium 2, low 1. */
export function weightOf(criticality: Criticality): number {
  return weights[criticality]
}
