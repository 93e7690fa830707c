import assert from 'node:assert'
import type { Library } from '#content/library.ts'
import {
  byClauseOrder,
  clauseOf,
  isRatedByItself,
  type Requirement,
  referencesOf,
} from '#content/requirement.ts'
import type { AssessmentItem } from './assess.ts'
import { isExpired } from './evidence-link.ts'
import type { KeptRating } from './kept-rating.ts'
import type { Colleague } from './people-store.ts'
import { expectation } from './questionnaire.ts'
import { Rating } from './rating.ts'
import type { State } from './state-store.ts'

/** The people whose names a page shows, by id. */
export type Names = ReadonlyMap<string, Pick<Colleague, 'id' | 'name'>>

/** What one row of the list of requirements says. */
export type Row = ReturnType<typeof describeRow>

/** One requirement of a state, as a row. */
export function describeRow(state: State, item: AssessmentItem, requirement: Requirement, names: Names) {
  const kept = state.ratings.get(item.requirement)
  const assignment = state.assignments.get(item.requirement)
  const results = item.results.flatMap((id) => state.results.get(id) ?? [])
  const failed = results.filter(({ verdict }) => verdict === 'fail')
  const { level, needed, isEnough } = item.strength
  const isRated = kept !== undefined && kept.rating !== 'not_assessed'
  return {
    requirement: item.requirement,
    clause: item.clause,
    title: item.title,
    criticality: item.criticality,
    status: item.status,
    proposed: item.proposed.rating,
    rating: item.isDerived ? item.counted : (kept?.rating ?? 'not_assessed'),
    counted: item.counted,
    confirmation: confirmationOf(kept, item),
    isSelf: isRated && kept.isSelf,
    isDerived: item.isDerived,
    isQuickScan: requirement.quick_scan,
    evidence: { level, needed, isEnough },
    checks: {
      asked: results.length,
      failed: failed.length,
      exceptions: failed.reduce((sum, { exceptionCount }) => sum + exceptionCount, 0),
    },
    assignee: assignment?.person === undefined ? undefined : nameOf(names, assignment.person),
    dueOn: assignment?.person === undefined ? undefined : assignment.dueOn,
    isOverdue: isOverdue(state, item.requirement),
    version: kept?.version ?? 0,
  }
}

/** True when the day has passed on which an answer was due and nobody has answered since it was asked for. */
export function isOverdue(state: State, requirement: string): boolean {
  const assignment = state.assignments.get(requirement)
  if (assignment?.person === undefined || assignment.dueOn === undefined) return false
  return assignment.dueOn < state.on && !isAnswered(state, requirement)
}

/** True when somebody said or rated something after the requirement was assigned. */
export function isAnswered(state: State, requirement: string): boolean {
  const since = state.assignments.get(requirement)?.assignedAt ?? ''
  const stated = state.statements.get(requirement)?.writtenAt
  const rated = state.ratings.get(requirement)?.writtenAt
  return [stated, rated].some((at) => at !== undefined && at >= since)
}

function confirmationOf(kept: KeptRating | undefined, item: AssessmentItem) {
  if (!kept || kept.rating === 'not_assessed' || item.isDerived) return 'not rated' as const
  if (kept.confirmedBy) return 'two persons' as const
  return item.counted === 'not_assessed' ? ('waits for a second person' as const) : ('one person' as const)
}

/** A person's name; who has left keeps the id that the records carry. */
export function nameOf(names: Names, id: string): { id: string; name: string } {
  return { id, name: names.get(id)?.name ?? id }
}

/** Everything about one requirement, in the shape in which it is shown. */
export function describeRequirement(state: State, library: Library, item: AssessmentItem, names: Names) {
  const { catalogue } = library
  const requirement = catalogue.requirements.find(({ id }) => id === item.requirement)
  assert(requirement, `${item.requirement} is in the catalogue`)
  const clause = catalogue.clauses.find(({ id }) => id === clauseOf(requirement))
  return {
    ...describeRow(state, item, requirement, names),
    statementText: requirement.statement,
    question: requirement.question,
    expects: expectation(requirement),
    confidence: requirement.confidence,
    applicability: requirement.applicability,
    documentedInformation: requirement.documented_information,
    derivedFrom: [...(requirement.derived_from ?? [])],
    dependsOn: [...requirement.depends_on],
    usuallyShown: requirement.evidence,
    typicalGap: requirement.typical_gap,
    remedy: {
      activity: requirement.remedy.activity,
      role: requirement.remedy.role,
      effortDays: requirement.remedy.effort_days,
    },
    references: clause ? referencesOf(requirement, clause) : (requirement.references ?? {}),
    clauseTitle: clause?.title ?? '',
    ratings: offeredRatings(requirement),
    computed: describeChecks(state, library, requirement),
    proposal: {
      ...item.proposed,
      path: item.proposed.path.map(({ step, said, because }) => ({ step, said, because })),
      missing: [...item.proposed.missing],
    },
    strength: { ...item.strength, kinds: [...item.strength.kinds] },
    documents: expectedDocuments(library, requirement.id),
    links: (state.links.get(requirement.id) ?? []).map((link) => ({
      ...link,
      isExpired: isExpired(link, state.on),
    })),
    baseline: state.baseline,
  }
}

/** The ratings that a person may give: what cannot be left out offers no such choice. */
function offeredRatings(requirement: Requirement): Rating[] {
  if (!isRatedByItself(requirement)) return []
  return Rating.options.filter(
    (rating) => rating !== 'not_applicable' || requirement.applicability.mode === 'if_exists',
  )
}

/** Exceptions that stand with a requirement; the page of the check has them all. */
const shownExceptions = 20

function describeChecks(state: State, { questions }: Library, { id }: Requirement) {
  return questions.checks
    .filter(({ about }) => about.decides.some(({ requirement }) => requirement === id))
    .map(({ id: check, about }) => {
      const result = state.results.get(check)
      return {
        check,
        title: about.title,
        claim: about.claim,
        purpose: about.purpose,
        severity: about.severity,
        isDraft: about.status === 'draft',
        part: about.decides.find(({ requirement }) => requirement === id)?.part ?? '',
        subject: about.subject,
        populationText: about.population,
        threshold: result?.threshold ?? about.threshold,
        remedy: about.remedy,
        knownGaps: [...about.known_gaps],
        result: result && { ...result, exceptions: result.exceptions.slice(0, shownExceptions) },
      }
    })
}

function expectedDocuments({ catalogue }: Library, requirement: string) {
  return catalogue.documents
    .filter((one) => one.required_by.includes(requirement) || one.supports.includes(requirement))
    .map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind,
      isRequired: one.required_by.includes(requirement),
      content: one.content,
      owner: one.owner,
      cadence: one.cadence,
      auditorCheck: one.auditor_check,
    }))
    .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired) || byClauseOrder(a, b))
}
