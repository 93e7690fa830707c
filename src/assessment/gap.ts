import { type Criticality, clauseOf, type EffortDays, type Requirement } from '#content/requirement.ts'
import type { Exception, Result } from '#evidence/result.ts'
import { fallsShort, type Rating, scoreOf } from './rating.ts'
import { weightOf } from './weights.ts'

/** How much a gap weighs: like a nonconformity, or still being worked on. */
export type GapSeverity = 'major' | 'minor' | 'partial'

/**
 * A requirement that is not conforming. source: whether a person rated it so or it is only proposed.
 * tickets: what failed checks named, capped; ticketCount is not.
 */
export type Gap = {
  readonly requirement: string
  readonly clause: string
  readonly title: string
  readonly criticality: Criticality
  readonly rating: Rating
  readonly severity: GapSeverity
  readonly source: 'rating' | 'proposal'
  readonly typicalGap: string
  readonly missing: readonly string[]
  readonly remedy: string
  readonly role: string
  readonly effort: EffortDays
  readonly failedChecks: readonly string[]
  readonly tickets: readonly Exception[]
  readonly ticketCount: number
}

/** What a gap is made from. */
export type GapMatter = {
  readonly requirement: Requirement
  readonly rating: Rating
  readonly source: Gap['source']
  readonly missing: readonly string[]
  readonly failing: readonly Result[]
  readonly itStaff: number | undefined
}

/** Tickets named with a gap at most; the results hold more. */
const namedTickets = 20

/** The gap of a requirement, or undefined when it does not fall short. */
export function findGap(matter: GapMatter): Gap | undefined {
  const { requirement, rating, failing } = matter
  if (!fallsShort(rating)) return undefined
  return {
    requirement: requirement.id,
    clause: clauseOf(requirement),
    title: requirement.title,
    criticality: requirement.criticality,
    rating,
    severity: severityOf(rating),
    source: matter.source,
    typicalGap: requirement.typical_gap,
    missing: matter.missing,
    remedy: requirement.remedy.activity,
    role: requirement.remedy.role,
    effort: effortToClose(requirement.remedy.effort_days, rating, matter.itStaff),
    failedChecks: failing.map((result) => result.check),
    tickets: failing.flatMap((result) => result.exceptions).slice(0, namedTickets),
    ticketCount: failing.reduce((sum, result) => sum + result.exceptionCount, 0),
  }
}

/** Gaps with those first that matter most: severity, criticality, shown by tickets, how many, then the smaller effort. */
export function rankGaps(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.toSorted(
    (a, b) =>
      severityRank[a.severity] - severityRank[b.severity] ||
      weightOf(b.criticality) - weightOf(a.criticality) ||
      Number(b.failedChecks.length > 0) - Number(a.failedChecks.length > 0) ||
      b.ticketCount - a.ticketCount ||
      a.effort.likely - b.effort.likely ||
      (a.requirement < b.requirement ? -1 : 1),
  )
}

/** The gaps to talk about first. */
export function topGaps(gaps: readonly Gap[], count = 5): readonly Gap[] {
  return rankGaps(gaps).slice(0, count)
}

/** Staff of the organization that the efforts of the catalogue were estimated for. */
const referenceStaff = 150

/** Effort for the open share, scaled by the root of the size, the factor kept between 0.4 and 2.5 (authors' judgement). */
export function effortToClose(whole: EffortDays, rating: Rating, itStaff: number | undefined): EffortDays {
  const openShare = 1 - (scoreOf(rating) ?? 0)
  const scale = itStaff === undefined ? 1 : Math.min(2.5, Math.max(0.4, Math.sqrt(itStaff / referenceStaff)))
  const days = (value: number) => Math.round(100 * value * openShare * scale) / 100
  return { low: days(whole.low), likely: days(whole.likely), high: days(whole.high) }
}

const severityRank = { major: 0, minor: 1, partial: 2 } as const

function severityOf(rating: Rating): GapSeverity {
  if (rating === 'major_nc') return 'major'
  return rating === 'minor_nc' ? 'minor' : 'partial'
}
