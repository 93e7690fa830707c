import type { AssessmentItem } from '#assessment/assess.ts'
import type { Gap } from '#assessment/gap.ts'
import { fallsShort } from '#assessment/rating.ts'
import type { Clause, Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { isIn } from './clauses.ts'
import { capital, count, counted, intervalOf, listed, personDays, shareOf, thresholdOf } from './format.ts'
import { type GapReportInput, hasCases, shownRating } from './input.ts'
import { type Mark, markOfRating, markOfVerdict, noData } from './tone.ts'

/** The requirements of one group of clauses. */
export type RequirementGroup = { readonly title: string; readonly clauses: readonly RequirementClause[] }

/** The requirements of one clause as a table. */
export type RequirementClause = {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly rows: readonly RequirementRow[]
}

/**
 * One requirement: rating, strength of evidence, the evidence itself, gap and remedy. isOpen: nobody has looked, and
 * there is a question to ask instead of a gap; checks without a word on it are then named in silent.
 */
export type RequirementRow = {
  readonly id: string
  readonly title: string
  readonly isOpen: boolean
  readonly silent: string
  readonly criticality: string
  readonly mark: Mark
  readonly basis: string
  readonly strength: string
  readonly evidence: readonly EvidenceLine[]
  readonly gap: string
  readonly remedy: string
}

/** What one check says about a requirement. */
export type EvidenceLine = { readonly mark: Mark; readonly check: string; readonly says: string }

/** Everything the tables draw on, by requirement. */
type Sources = {
  readonly items: ReadonlyMap<string, AssessmentItem>
  readonly gaps: ReadonlyMap<string, Gap>
  readonly results: ReadonlyMap<string, readonly Result[]>
}

/** All requirements, by clause. */
export function requirementGroupsOf({
  catalogue,
  assessment,
  collected,
}: GapReportInput): readonly RequirementGroup[] {
  const sources: Sources = {
    items: new Map(assessment.items.map((item) => [item.requirement, item])),
    gaps: new Map(assessment.gaps.map((gap) => [gap.requirement, gap])),
    results: Map.groupBy(collected.results, ({ check }) => check),
  }
  const byClause = Map.groupBy(catalogue.requirements, ({ id }) => id.slice(0, id.lastIndexOf('-')))
  return catalogue.standard.groups.map((group) => ({
    title: `${group.clauses.length === 1 ? 'Clause' : 'Clauses'} ${group.clauses.join(' and ')}: ${group.title}`,
    clauses: catalogue.clauses
      .filter(({ id, type }) => type === 'normative' && isIn(id, group))
      .map((clause) => clauseOf(clause, byClause.get(clause.id) ?? [], sources)),
  }))
}

function clauseOf(
  { id, title }: Clause,
  requirements: readonly Requirement[],
  sources: Sources,
): RequirementClause {
  const rows = requirements.map((requirement) => rowOf(requirement, sources))
  const words = Map.groupBy(rows, ({ mark }) => mark.word)
  return {
    id,
    title,
    says: [...words].map(([word, some]) => `${count(some.length)} ${word}`).join(', '),
    rows,
  }
}

function rowOf(requirement: Requirement, sources: Sources): RequirementRow {
  const { id, title, criticality } = requirement
  const item = sources.items.get(id)
  const shown = item ? shownRating(item) : { rating: 'not_assessed' as const, isConfirmed: false }
  const gap = sources.gaps.get(id)
  const isOpen = gap === undefined && shown.rating === 'not_assessed'
  const results = (item?.results ?? []).flatMap((check) => sources.results.get(check) ?? [])
  return {
    id,
    title,
    isOpen,
    silent: isOpen ? silentOf(results) : '',
    criticality,
    mark: markOfRating[shown.rating],
    basis: basisOf(item, shown),
    strength: item ? strengthOf(item) : 'E0: none',
    evidence: results.filter((result) => !isOpen || hasCases(result)).map(evidenceOf),
    gap: gapOf({ requirement, item, gap, results }),
    remedy: gap
      ? `${gap.remedy.replace(/\.$/, '')}. ${gap.role}; ${personDays(gap.effort.low)} to ${personDays(gap.effort.high)} person-days.`
      : '',
  }
}

function basisOf(
  item: AssessmentItem | undefined,
  { rating, isConfirmed }: ReturnType<typeof shownRating>,
): string {
  if (item?.isDerived) return isConfirmed ? 'derived' : 'derived, proposed'
  if (isConfirmed) return item?.rating?.seen_by === undefined ? 'confirmed' : 'confirmed by two'
  return rating === 'not_assessed' ? '' : 'proposed'
}

/** E0 to E4 as in the method chapter, and whether it is enough. */
function strengthOf({ strength, isDerived }: AssessmentItem): string {
  if (isDerived && strength.level === 0) return 'follows from others'
  const { level, needed, isEnough, kinds, kindsNeeded } = strength
  if (isEnough) return `E${level}, enough`
  const kind =
    level >= needed && kinds.length < kindsNeeded ? `, ${kindsNeeded} kinds needed` : `, E${needed} needed`
  return `E${level}${kind}`
}

function evidenceOf(result: Result): EvidenceLine {
  const { check, met, population, threshold, verdict, because, interval, basis } = result
  if (!hasCases(result)) return { mark: noData, check, says: capital(because) }
  const reach = interval && basis === 'sample' ? `, interval ${intervalOf(interval)}` : ''
  const aside = result.purpose === 'conformity' ? '' : `; ${result.purpose} only`
  const why = verdict === 'inconclusive' ? `: ${because}` : ''
  return {
    mark: markOfVerdict[verdict],
    check,
    says: `${shareOf(met, population)}${reach}; threshold ${thresholdOf(threshold)}${aside}${why}`,
  }
}

/** Checks that could have said something and found no case. */
function silentOf(results: readonly Result[]): string {
  const silent = results.filter((result) => !hasCases(result)).map(({ check }) => check)
  return silent.length === 0 ? '' : `No data for ${listed(silent)}.`
}

type GapMatter = {
  readonly requirement: Requirement
  readonly item: AssessmentItem | undefined
  readonly gap: Gap | undefined
  readonly results: readonly Result[]
}

/** What is missing; for what nobody looked at, the question to ask. */
function gapOf({ requirement, item, gap, results }: GapMatter): string {
  if (gap) {
    const missing = gap.missing.length > 0 ? `Missing: ${missingOf(gap, results)}.` : gap.typicalGap
    const tickets = gap.ticketCount > 0 ? ` ${capital(counted(gap.ticketCount, 'exception'))}.` : ''
    return `${missing}${tickets}`
  }
  if (!item || shownRating(item).rating === 'not_assessed') return `To ask: ${requirement.question}`
  const source = item.proposed.path.at(-1)
  if (item.isDerived && source && fallsShort(shownRating(item).rating))
    return `${source.said} ${source.because}`
  const [open] = item.proposed.missing
  return open ? `To strengthen: ${open}.` : 'None found.'
}

/** What is missing, without repeating the titles of failed checks that stand beside it. */
function missingOf({ missing, failedChecks }: Gap, results: readonly Result[]): string {
  const titles = results.filter(({ check }) => failedChecks.includes(check)).map(({ title }) => title)
  const others = missing.filter((each) => !titles.some((title) => each.endsWith(`: ${title}`)))
  const repeated = missing.length - others.length
  const pass = repeated === 1 ? 'a pass of the failed check' : `a pass of the ${repeated} failed checks`
  return (repeated === 0 ? others : [pass, ...others]).join('; ')
}
