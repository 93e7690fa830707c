import type { Library } from '#content/library.ts'
import type { ClauseView } from './clause-view.ts'
import type { Gap } from './gap.ts'
import { rankGaps } from './gap.ts'
import { Rating, worstOf } from './rating.ts'
import { displayLine, type Readiness } from './readiness.ts'
import { type ClauseTitles, sayReadiness } from './say-readiness.ts'
import { daysBetween } from './span.ts'
import type { OrganizationFacts, State } from './state-store.ts'
import { weightOf } from './weights.ts'

const formula =
  'index = the lower of the cap and the weighted share of points out of 100: conforming and opportunity 1, partially and minor 0.5, major and not rated 0; weights by criticality. A cap holds as long as its condition does.'

/** The answer to "are we ready?" in the shape in which it is shown. blocks: how many gaps are named. */
export function describeReadiness(
  state: State & { readonly organization: OrganizationFacts },
  library: Library,
  blocks: number,
) {
  const { assessment, organization, baseline } = state
  const titles = titlesOf(library)
  const { stage1On, certificateOn } = organization.settings
  const stage1 = dateOf(stage1On, state.on)
  const { standard } = library.catalogue
  return {
    sentence: sayReadiness(assessment, titles, stage1?.days),
    organization: organization.name,
    baseline,
    stage1,
    certificate: dateOf(certificateOn, state.on),
    index: describeIndex(assessment.readiness, titles),
    proposed: describeIndex(assessment.proposedReadiness, titles),
    rated: countRated(state),
    gates: [...assessment.gates],
    gatesOfStage1: [...assessment.gatesOfStage1],
    clauses: assessment.clauses.map(({ proposed, ...clause }) => ({
      clause: clause.clause,
      title: titles.get(clause.clause) ?? '',
      items: clause.items,
      applicable: clause.applicable,
      ...describeHeat(clause),
      proposed: describeHeat(proposed),
    })),
    blocks: rankGaps(assessment.gaps).slice(0, blocks).map(describeGap),
    gapCount: assessment.gaps.length,
    computed: {
      formula,
      weights: { high: weightOf('high'), medium: weightOf('medium'), low: weightOf('low') },
      requirements: assessment.items.length,
      checks: state.results.size,
      statements: state.statements.size,
      catalogue: `${standard.title}, ${standard.edition}`,
    },
  }
}

/** A date of the settings, and the days that are left until then. */
function dateOf(day: unknown, on: string): { on: string; days: number } | undefined {
  return typeof day === 'string' ? { on: day, days: daysBetween(on, day) } : undefined
}

/** Titles of the clauses of the standard. */
export function titlesOf({ catalogue }: Library): ClauseTitles {
  return new Map(catalogue.clauses.map(({ id, title }) => [id, title]))
}

/** A gap as it is shown. */
export function describeGap({ effort, ...gap }: Gap) {
  return {
    ...gap,
    effortDays: effort,
    missing: [...gap.missing],
    failedChecks: [...gap.failedChecks],
    tickets: [...gap.tickets],
  }
}

function describeIndex(readiness: Readiness, titles: ClauseTitles) {
  const { lowestClause: lowest } = readiness
  return {
    ...readiness,
    line: displayLine(readiness),
    caps: [...readiness.caps],
    blocking: [...readiness.blocking],
    systemicClauses: [...readiness.systemicClauses],
    lowestClause: lowest && { ...lowest, title: titles.get(lowest.clause) ?? '' },
  }
}

function describeHeat({ assessed, share, counts }: ClauseView) {
  const given = Rating.options.filter((rating) => counts[rating] > 0)
  const [first = 'not_assessed', ...others] = given
  return { assessed, share, counts, worst: worstOf(first, ...others) }
}

function countRated(state: State) {
  const own = state.assessment.items.filter(({ isDerived }) => !isDerived)
  const rated = own.flatMap((item) => {
    const kept = state.ratings.get(item.requirement)
    return kept && kept.rating !== 'not_assessed' ? [{ item, kept }] : []
  })
  const confirmed = rated.filter(({ kept }) => kept.confirmedBy)
  const applicable = own.filter(({ counted }) => counted !== 'not_applicable').length
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return {
    applicable,
    rated: rated.length,
    confirmed: confirmed.length,
    waiting: rated.filter(({ item, kept }) => !kept.confirmedBy && item.counted === 'not_assessed').length,
    self: rated.filter(({ kept }) => kept.isSelf).length,
    ratedShare: share(rated.length, own.length),
    confirmedShare: share(confirmed.length, rated.length),
  }
}
