import type { ConfirmedRating } from './confirmed-rating.ts'
import type { Rating } from './rating.ts'

/** One version of a rating, kept unchanged; confirming makes a new version too. */
export type KeptRating = Readonly<{
  requirement: string
  version: number
  rating: Rating
  rationale: string
  isSelf: boolean
  origin: 'person' | 'import' | 'carried over'
  ratedBy: Readonly<{ id: string; name: string }>
  ratedAt: string
  confirmedBy: Readonly<{ id: string; name: string }> | undefined
  confirmedAt: string | undefined
  reason: string | undefined
  isWithoutNewEvidence: boolean
  writtenAt: string
}>

/** A kept rating as the computation takes it. */
export function asConfirmed(kept: KeptRating): ConfirmedRating {
  return {
    requirement: kept.requirement,
    rating: kept.rating,
    by: kept.ratedBy.id,
    on: kept.ratedAt.slice(0, 10),
    is_self: kept.isSelf,
    ...(kept.confirmedBy ? { seen_by: kept.confirmedBy.id } : {}),
    ...(kept.rationale.trim() === '' ? {} : { reason: kept.rationale }),
  }
}
