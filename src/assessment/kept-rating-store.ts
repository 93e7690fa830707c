import type { Selectable } from 'kysely'
import type { Tables, Tx } from '#db/records.ts'
import type { KeptRating } from './kept-rating.ts'
import { Rating } from './rating.ts'
import type { RatingStep } from './sudden-rises.ts'

/** One version of a rating as it is written. */
export type NewRow = Selectable<Tables['rating']>

/** The rating of each requirement that counts in a baseline. */
export async function latestKept(
  tx: Tx,
  baseline: string,
  requirements?: readonly string[],
): Promise<ReadonlyMap<string, KeptRating>> {
  let query = tx
    .selectFrom('rating')
    .selectAll()
    .distinctOn('requirement')
    .where('baseline_id', '=', baseline)
    .orderBy('requirement')
    .orderBy('version', 'desc')
  if (requirements) query = query.where('requirement', 'in', [...requirements])
  const rows = await query.execute()
  return new Map(rows.map((row) => [row.requirement, toKept(row)]))
}

/** Every version of every rating of a baseline, in the order in which they were given. */
export async function ratingSteps(tx: Tx, baseline: string): Promise<readonly RatingStep[]> {
  const rows = await tx
    .selectFrom('rating')
    .select(['requirement', 'rating', 'rated_by_name', 'rated_at'])
    .where('baseline_id', '=', baseline)
    .orderBy('version')
    .orderBy('requirement')
    .execute()
  return rows.map((row) => ({
    requirement: row.requirement,
    rating: row.rating,
    by: row.rated_by_name,
    on: row.rated_at.toISOString().slice(0, 10),
  }))
}

/** A kept rating as a row, to be written anew. */
export function toRow(organization: string, baseline: string, kept: KeptRating): NewRow {
  return {
    organization_id: organization,
    baseline_id: baseline,
    requirement: kept.requirement,
    version: kept.version,
    rating: kept.rating,
    rationale: kept.rationale,
    is_self: kept.isSelf,
    origin: kept.origin,
    rated_by: kept.ratedBy.id,
    rated_by_name: kept.ratedBy.name,
    rated_at: new Date(kept.ratedAt),
    confirmed_by: kept.confirmedBy?.id ?? null,
    confirmed_by_name: kept.confirmedBy?.name ?? null,
    confirmed_at: kept.confirmedAt === undefined ? null : new Date(kept.confirmedAt),
    reason: kept.reason ?? null,
    is_without_new_evidence: kept.isWithoutNewEvidence,
    written_at: new Date(kept.writtenAt),
  }
}

/** A row as the rating it keeps. */
export function toKept(row: NewRow): KeptRating {
  return {
    requirement: row.requirement,
    version: row.version,
    rating: Rating.parse(row.rating),
    rationale: row.rationale,
    isSelf: row.is_self,
    origin: row.origin,
    ratedBy: { id: row.rated_by, name: row.rated_by_name },
    ratedAt: row.rated_at.toISOString(),
    confirmedBy:
      row.confirmed_by === null ? undefined : { id: row.confirmed_by, name: row.confirmed_by_name ?? '' },
    confirmedAt: row.confirmed_at?.toISOString(),
    reason: row.reason ?? undefined,
    isWithoutNewEvidence: row.is_without_new_evidence,
    writtenAt: row.written_at.toISOString(),
  }
}
