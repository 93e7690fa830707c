import type { AssessmentItem } from '#assessment/assess.ts'
import type { Gap } from '#assessment/gap.ts'
import { fallsShort } from '#assessment/rating.ts'
import { capital } from '#base/format.ts'
import type { Clause, Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { reasonOf } from '../reason.ts'
import type { Speech } from '../speech.ts'
import { isIn } from './clauses.ts'
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

/** Everything the tables draw on, by requirement, and how they speak. */
type Sources = {
  readonly items: ReadonlyMap<string, AssessmentItem>
  readonly gaps: ReadonlyMap<string, Gap>
  readonly results: ReadonlyMap<string, readonly Result[]>
  readonly speech: Speech
}

/** All requirements, by clause. */
export function requirementGroupsOf({
  catalogue,
  assessment,
  collected,
  speech,
}: GapReportInput): readonly RequirementGroup[] {
  const sources: Sources = {
    items: new Map(assessment.items.map((item) => [item.requirement, item])),
    gaps: new Map(assessment.gaps.map((gap) => [gap.requirement, gap])),
    results: Map.groupBy(collected.results, ({ check }) => check),
    speech,
  }
  const byClause = Map.groupBy(catalogue.requirements, ({ id }) => id.slice(0, id.lastIndexOf('-')))
  return catalogue.standard.groups.map((group) => ({
    title: speech.many('requirements.group', group.clauses.length, {
      clauses: speech.listed(group.clauses),
      title: group.title,
    }),
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
  const { count } = sources.speech
  return {
    id,
    title,
    says: [...words].map(([word, some]) => `${count(some.length)} ${word}`).join(', '),
    rows,
  }
}

function rowOf(requirement: Requirement, sources: Sources): RequirementRow {
  const { id, title, criticality } = requirement
  const { speech } = sources
  const item = sources.items.get(id)
  const shown = item ? shownRating(item) : { rating: 'not_assessed' as const, isConfirmed: false }
  const gap = sources.gaps.get(id)
  const isOpen = gap === undefined && shown.rating === 'not_assessed'
  const results = (item?.results ?? []).flatMap((check) => sources.results.get(check) ?? [])
  const basis = basisOf(item, shown)
  return {
    id,
    title,
    isOpen,
    silent: isOpen ? silentOf(results, speech) : '',
    criticality: speech.terms.criticality[criticality],
    mark: markOfRating(shown.rating, speech),
    basis: basis && speech.say(basis),
    strength: item ? strengthOf(item, speech) : speech.say('requirements.none'),
    evidence: results
      .filter((result) => !isOpen || hasCases(result))
      .map((result) => evidenceOf(result, speech)),
    gap: gapOf({ requirement, item, gap, results }, speech),
    remedy: gap ? remedyOf(gap, speech) : '',
  }
}

function remedyOf({ remedy, role, effort }: Gap, speech: Speech): string {
  const { personDays, rangeOf } = speech
  return speech.say('requirements.effort', {
    remedy: remedy.replace(/\.$/, ''),
    role,
    days: rangeOf(personDays(effort.low), personDays(effort.high)),
  })
}

/** Whose rating it is, as the key of its sentence. */
function basisOf(
  item: AssessmentItem | undefined,
  { rating, isConfirmed }: ReturnType<typeof shownRating>,
): string {
  if (item?.isDerived) return isConfirmed ? 'requirements.derived' : 'requirements.derived-proposed'
  if (isConfirmed)
    return item?.rating?.seen_by === undefined ? 'requirements.confirmed' : 'requirements.confirmed-by-two'
  return rating === 'not_assessed' ? '' : 'requirements.proposed'
}

/** E0 to E4 as in the method chapter, and whether it is enough. */
function strengthOf({ strength, isDerived }: AssessmentItem, { say }: Speech): string {
  if (isDerived && strength.level === 0) return say('requirements.follows')
  const { level, needed, isEnough, kinds, kindsNeeded } = strength
  if (isEnough) return say('requirements.enough', { level })
  return level >= needed && kinds.length < kindsNeeded
    ? say('requirements.kinds', { level, needed: kindsNeeded })
    : say('requirements.needed', { level, needed })
}

function evidenceOf(result: Result, speech: Speech): EvidenceLine {
  const { check, met, population, threshold, verdict, because, interval, basis, purpose } = result
  const { say } = speech
  if (!hasCases(result)) return { mark: noData(speech), check, says: capital(reasonOf(because, say)) }
  const places = { share: speech.shareOf(met, population), threshold: speech.thresholdOf(threshold) }
  const counted =
    interval && basis === 'sample'
      ? say('requirements.line-interval', { ...places, interval: speech.intervalOf(interval) })
      : say('requirements.line', places)
  const line = purpose === 'conformity' ? counted : say(`requirements.${purpose}`, { line: counted })
  return {
    mark: markOfVerdict(verdict, speech),
    check,
    says:
      verdict === 'inconclusive' ? say('requirements.why', { line, because: reasonOf(because, say) }) : line,
  }
}

/** Checks that could have said something and found no case. */
function silentOf(results: readonly Result[], { say, listed }: Speech): string {
  const silent = results.filter((result) => !hasCases(result)).map(({ check }) => check)
  return silent.length === 0 ? '' : say('requirements.no-data-for', { checks: listed(silent) })
}

type GapMatter = {
  readonly requirement: Requirement
  readonly item: AssessmentItem | undefined
  readonly gap: Gap | undefined
  readonly results: readonly Result[]
}

/** What is missing; for what nobody looked at, the question to ask. */
function gapOf({ requirement, item, gap, results }: GapMatter, speech: Speech): string {
  const { say, many } = speech
  if (gap) {
    const missing =
      gap.missing.length > 0 ? say('gap.missing', { what: missingOf(gap, results, speech) }) : gap.typicalGap
    if (gap.ticketCount === 0) return missing
    return say('requirements.with-exceptions', { missing, exceptions: many('exceptions', gap.ticketCount) })
  }
  if (!item || shownRating(item).rating === 'not_assessed')
    return say('requirements.ask', { question: requirement.question })
  const source = item.proposed.path.at(-1)
  if (item.isDerived && source && fallsShort(shownRating(item).rating))
    return `${source.said} ${source.because}`
  const [open] = item.proposed.missing
  return open ? say('requirements.strengthen', { what: open }) : say('requirements.no-gap')
}

/** What is missing, without repeating the titles of failed checks that stand beside it. */
function missingOf({ missing, failedChecks }: Gap, results: readonly Result[], { many }: Speech): string {
  const titles = results.filter(({ check }) => failedChecks.includes(check)).map(({ title }) => title)
  const others = missing.filter((each) => !titles.some((title) => each.endsWith(`: ${title}`)))
  const repeated = missing.length - others.length
  return (repeated === 0 ? others : [many('requirements.pass', repeated), ...others]).join('; ')
}
