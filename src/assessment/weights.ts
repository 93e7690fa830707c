import type { Criticality } from '#content/requirement.ts'

/** Weights of the index; fixed per version of the catalogue, they steer attention and decide nothing. */
const weights: Readonly<Record<Criticality, number>> = { high: 3, medium: 2, low: 1 }

/** Weight of a requirement in the index: high 3, medium 2, low 1. */
export function weightOf(criticality: Criticality): number {
  return weights[criticality]
}
