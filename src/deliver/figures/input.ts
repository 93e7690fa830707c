import type { Assessment, AssessmentItem } from '#assessment/assess.ts'
import type { AttributeFromData } from '#assessment/capability-from-data.ts'
import type { Rating } from '#assessment/rating.ts'
import type { Readiness } from '#assessment/readiness.ts'
import type { Brand } from '#base/brand.ts'
import { heading } from '#base/format.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Clause, Requirement } from '#content/requirement.ts'
import type { Standard } from '#content/standard.ts'
import type { Collected } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import type { Ingested } from '#ingest/ingested.ts'
import type { Speech } from '../speech.ts'
import type { SnapshotName } from './snapshot-name.ts'

/** The catalogue of one edition of a standard, as the pack holds it. */
export type Catalogue = {
  readonly standard: Standard
  readonly clauses: readonly Clause[]
  readonly requirements: readonly Requirement[]
}

/**
 * Everything the report is made from. speech: how it speaks. services: names of the services in scope as the data hold them. madeOn: the day
 * on the cover; without it the last day of the data. attributeOf: which attribute of capability a check is a sign of.
 */
export type GapReportInput = {
  readonly speech: Speech
  readonly organization: string
  readonly ingested: Ingested
  readonly collected: Collected
  readonly assessment: Assessment
  readonly catalogue: Catalogue
  readonly models: readonly Pick<ProcessModel, 'id' | 'title' | 'clause'>[]
  readonly services: readonly string[]
  readonly version: string
  readonly madeOn?: string
  readonly confidentiality?: string
  readonly brand?: Brand | undefined
  /** What it is made from, where it is made from a snapshot. */
  readonly snapshot?: SnapshotName | undefined
  readonly attributeOf?: (check: string) => AttributeFromData | undefined
}

/** Until people have rated half of what applies, the proposed ratings are in front, and are called so. */
export const ratedEnough = 0.5

/** Whether the report leads with proposed ratings. */
export function isProposed({ ratedShare }: Assessment): boolean {
  return ratedShare < ratedEnough
}

/** The readiness in front: as rated by people, or as proposed until they have. */
export function readinessInFront(assessment: Assessment): Readiness {
  return isProposed(assessment) ? assessment.proposedReadiness : assessment.readiness
}

/** The rating shown for an item, and whether a person gave it. */
export function shownRating(item: AssessmentItem): {
  readonly rating: Rating
  readonly isConfirmed: boolean
} {
  if (item.counted !== 'not_assessed') return { rating: item.counted, isConfirmed: true }
  return { rating: item.proposed.rating, isConfirmed: false }
}

/** The process a check or measure belongs to: the folder it lies in. */
export function processOf(id: string): string {
  return id.split('.')[0] ?? id
}

/** One spelling for a process, whether written as a folder or as a ticket type. */
export function processKey(name: string): string {
  return name.replaceAll('_', '-').toLowerCase()
}

/** The title of a process: that of its model, or its name in words. */
export function titleOf(process: string, models: GapReportInput['models']): string {
  return models.find(({ id }) => processKey(id) === processKey(process))?.title ?? heading(process)
}

/** Whether a result has anything to say: a check without cases is "no data", never 0. */
export function hasCases(result: Result): boolean {
  return result.population > 0
}
