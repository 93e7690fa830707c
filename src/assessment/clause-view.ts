import type { Criticality } from '#content/requirement.ts'
import { Rating, scoreOf } from './rating.ts'
import { weightOf } from './weights.ts'

type ClauseItem = { readonly clause: string; readonly criticality: Criticality; readonly rating: Rating }

/** How often each rating was given. */
export type RatingCounts = Readonly<Record<Rating, number>>

/**
 * One clause, of equal rank with every other. share: weighted points of its applicable items from 0 to 1, with
 * nothing for what is not assessed; undefined when no item applies.
 */
export type ClauseView = {
  readonly clause: string
  readonly items: number
  readonly applicable: number
  readonly assessed: number
  readonly share: number | undefined
  readonly counts: RatingCounts
}

/** The clause view: one line per clause, in the order of the catalogue. */
export function viewClauses(items: readonly ClauseItem[]): readonly ClauseView[] {
  const clauses = Map.groupBy(items, (item) => item.clause)
  return [...clauses].map(([clause, members]) => {
    const counts = countRatings(members.map((item) => item.rating))
    const applicable = members.length - counts.not_applicable
    return {
      clause,
      items: members.length,
      applicable,
      assessed: applicable - counts.not_assessed,
      share: scoreOfItems(members),
      counts,
    }
  })
}

/** Score of each clause with at least one applicable item, 0 to 1. */
export function clauseScores(items: readonly ClauseItem[]): readonly { clause: string; score: number }[] {
  return [...Map.groupBy(items, (item) => item.clause)].flatMap(([clause, members]) => {
    const score = scoreOfItems(members)
    return score === undefined ? [] : [{ clause, score }]
  })
}

/** How often each rating occurs, with a zero for those that do not. */
export function countRatings(ratings: readonly Rating[]): RatingCounts {
  const counts = Object.fromEntries(Rating.options.map((rating) => [rating, 0])) as Record<Rating, number> // every option is set
  for (const rating of ratings) counts[rating] += 1
  return counts
}

function scoreOfItems(items: readonly ClauseItem[]): number | undefined {
  const applicable = items.filter((item) => item.rating !== 'not_applicable')
  const weights = applicable.reduce((sum, item) => sum + weightOf(item.criticality), 0)
  if (weights === 0) return undefined
  return (
    applicable.reduce((sum, item) => sum + weightOf(item.criticality) * (scoreOf(item.rating) ?? 0), 0) /
    weights
  )
}
