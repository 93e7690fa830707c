import type { Decides, Purpose } from '#content/question.ts'
import { purposeOf, type Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { spansThreeMonths } from './span.ts'

/** What the results show about one requirement, sorted by what they may do to its rating. */
export type DataEvidence = {
  /** Conformity results by verdict; only these may speak for or against the requirement. */
  readonly passing: readonly Result[]
  readonly failing: readonly Result[]
  readonly undecided: readonly Result[]
  /** Performance and signal results: shown, never for or against. */
  readonly aside: readonly Result[]
  /** Parts of the requirement that need a passing result and have none. */
  readonly unprovenParts: readonly string[]
  /** Parts of the requirement that no result decided either way. */
  readonly undecidedParts: readonly string[]
  /** Every conformity part has a passing result and none a failing one. */
  readonly isProven: boolean
  /** Cases with an answer, over all results of the requirement. */
  readonly cases: number
  /** Some decided results come from a period of at least three months. */
  readonly spansThreeMonths: boolean
}

/** Sorts out what the results show about a requirement; their order makes no difference. */
export function readData(requirement: Requirement, results: readonly Result[]): DataEvidence {
  const mine = resultsOf(requirement, results)
  const speaking = mine.filter((result) => speaksOnConformity(requirement, result))
  const passing = speaking.filter((result) => result.verdict === 'pass')
  const failing = speaking.filter((result) => result.verdict === 'fail')
  const parts = conformityParts(requirement)
  const unprovenParts = parts.filter(
    (part) => !passing.some((result) => decidesPart(requirement, result, part)),
  )
  return {
    passing,
    failing,
    undecided: speaking.filter((result) => result.verdict === 'inconclusive'),
    aside: mine.filter((result) => !speaking.includes(result)),
    unprovenParts,
    undecidedParts: unprovenParts.filter(
      (part) => !failing.some((result) => decidesPart(requirement, result, part)),
    ),
    isProven: parts.length > 0 && unprovenParts.length === 0 && failing.length === 0,
    cases: mine.reduce((sum, result) => sum + result.population, 0),
    spansThreeMonths: [...passing, ...failing].some(({ period }) => spansThreeMonths(period.from, period.to)),
  }
}

/** The results that decide a part of the requirement, in the order of their checks and periods. */
export function resultsOf(requirement: Requirement, results: readonly Result[]): readonly Result[] {
  return results
    .filter((result) => result.decides.some((decided) => decided.requirement === requirement.id))
    .toSorted((a, b) => compareText(a.check, b.check) || compareText(a.period.from, b.period.from))
}

function speaksOnConformity(requirement: Requirement, result: Result): boolean {
  if (result.purpose !== 'conformity' || result.severity === 'signal') return false
  return result.decides.some((decided) => {
    if (decided.requirement !== requirement.id) return false
    const part = partOf(requirement, decided)
    return part === undefined || purposeOfPart(requirement, part) === 'conformity'
  })
}

/** The condition that a check decides whole: by its number, or by its very words. */
function partOf(requirement: Requirement, decided: Decides): string | undefined {
  const { conditions } = requirement.ticket_check
  if (decided.condition !== undefined) return conditions[decided.condition - 1]?.part
  return conditions.find(({ part }) => part === decided.part)?.part
}

function purposeOfPart(requirement: Requirement, part: string): Purpose | undefined {
  const check = requirement.ticket_check
  const condition = check.conditions.find((one) => one.part === part)
  return condition ? purposeOf(condition, check) : check.purpose
}

function conformityParts(requirement: Requirement): readonly string[] {
  const conditions = requirement.ticket_check.conditions
  return conditions
    .map(({ part }) => part)
    .filter((part) => purposeOfPart(requirement, part) === 'conformity')
}

function decidesPart(requirement: Requirement, result: Result, part: string): boolean {
  return result.decides.some(
    (decided) => decided.requirement === requirement.id && partOf(requirement, decided) === part,
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
