import type { AssessmentItem } from '#assessment/assess.ts'
import { isMet } from '#assessment/rating.ts'
import type { Result } from '#evidence/result.ts'
import { hasCases, shownRating } from '../figures/input.ts'
import { instantOf, objectiveId, propertiesOf, uuidOf } from './model.ts'

/** What a check counted, as an observation by test; numbers only, so nobody and no ticket is named. */
export function observationOf(result: Result, organization: string, collected: string) {
  const { check, title, because, verdict, population, met, unknown, threshold, share, interval } = result
  return {
    uuid: uuidOf('observation', organization, check, result.dataHash, result.sqlHash),
    title,
    description: `${verdict}: ${because}`.trim(),
    methods: ['TEST'],
    types: ['historic'],
    props: propertiesOf({
      check,
      verdict,
      purpose: result.purpose,
      severity: result.severity,
      basis: result.basis,
      population,
      met,
      unknown,
      exceptions: result.exceptionCount,
      threshold,
      share,
      'interval-low': interval?.low,
      'interval-high': interval?.high,
      'period-from': result.period.from,
      'period-to': result.period.to,
      'sql-sha256': result.sqlHash,
      'data-sha256': result.dataHash,
    }),
    'relevant-evidence': [
      { description: `Answers of ${check} in the evidence pack, with the SQL that gave them.` },
    ],
    collected: instantOf(collected),
    ...(result.knownGaps.length > 0 ? { remarks: `Not seen: ${result.knownGaps.join(' ')}` } : {}),
  }
}

/** The checks that found cases; a check without any observed nothing. */
export function observed(results: readonly Result[]): readonly Result[] {
  return results.filter(hasCases)
}

/** What is said about a requirement; undefined while nobody and nothing has said anything. */
export function findingOf(
  item: AssessmentItem,
  results: readonly Result[],
  organization: string,
  collected: string,
) {
  const { rating, isConfirmed } = shownRating(item)
  if (rating === 'not_assessed') return undefined
  const own = observed(results).filter(({ check }) => item.results.includes(check))
  const isSatisfied = isMet(rating) || rating === 'not_applicable'
  return {
    uuid: findingId(organization, item.requirement),
    title: `${item.requirement} ${item.title}`,
    description: isConfirmed
      ? `Rated ${plainRating(rating)} by a person.`
      : `Proposed as ${plainRating(rating)} by rules; no person has confirmed it.`,
    props: propertiesOf({
      requirement: item.requirement,
      rating,
      'rated-by': isConfirmed ? 'person' : 'proposal',
      criticality: item.criticality,
      'evidence-strength': `E${item.strength.level}`,
    }),
    target: {
      type: 'objective-id',
      'target-id': objectiveId(item.requirement),
      status: {
        state: isSatisfied ? 'satisfied' : 'not-satisfied',
        reason: reasonOf(rating, isSatisfied),
      },
    },
    ...(own.length > 0
      ? {
          'related-observations': own.map((result) => ({
            'observation-uuid': observationOf(result, organization, collected).uuid,
          })),
        }
      : {}),
  }
}

/** The identifier of the finding about a requirement, wherever it is named. */
export function findingId(organization: string, requirement: string): string {
  return uuidOf('finding', organization, requirement)
}

function reasonOf(rating: string, isSatisfied: boolean): 'pass' | 'fail' | 'other' {
  if (rating === 'not_applicable') return 'other'
  return isSatisfied ? 'pass' : 'fail'
}

function plainRating(rating: string): string {
  return rating.replaceAll('_', ' ')
}
