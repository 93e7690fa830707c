import type { Library } from '#content/library.ts'
import type { AssessmentItem } from './assess.ts'
import type { Readiness } from './readiness.ts'
import type { Frozen, FrozenItem } from './snapshot.ts'
import type { OrganizationFacts, State } from './state-store.ts'
import { weightOf } from './weights.ts'

/** The whole assessment as it stands, in the form in which it is kept. */
export function freeze(
  state: State & { readonly organization: OrganizationFacts },
  { catalogue }: Library,
): Frozen {
  const { baseline, collection, assessment } = state
  const { standard } = catalogue
  return {
    format: 1,
    organization: state.organization.name,
    baseline: baseline && {
      id: baseline.id,
      name: baseline.name,
      kind: baseline.kind,
      scope: baseline.scope,
    },
    on: state.on,
    catalogue: `${standard.title}, ${standard.edition}`,
    packVersion: collection?.packVersion,
    weights: { high: weightOf('high'), medium: weightOf('medium'), low: weightOf('low') },
    collection: collection && {
      id: collection.id,
      period: collection.period,
      dataHash: collection.dataHash,
    },
    programme: { ...state.programme.programme },
    readiness: figure(assessment.readiness),
    proposed: figure(assessment.proposedReadiness),
    gates: assessment.gates.map((gate) => ({ ...gate })),
    items: assessment.items.map((item) => freezeItem(item, state)),
    results: [...state.results.values()].map(
      ({ check, verdict, population, met, threshold, share, interval, sqlHash, dataHash }) => ({
        check,
        verdict,
        population,
        met,
        threshold,
        share,
        interval,
        sqlHash,
        dataHash,
      }),
    ),
  }
}

function figure({ index, label, cap, rawLow, rawHigh, assessedShare, evidenceShare }: Readiness) {
  return { index, label, cap, rawLow, rawHigh, assessedShare, evidenceShare }
}

function freezeItem(item: AssessmentItem, state: State): FrozenItem {
  const kept = state.ratings.get(item.requirement)
  const stated = state.statements.get(item.requirement)
  return {
    requirement: item.requirement,
    clause: item.clause,
    title: item.title,
    criticality: item.criticality,
    rating: item.isDerived ? item.counted : (kept?.rating ?? 'not_assessed'),
    counted: item.counted,
    proposed: item.proposed.rating,
    status: item.status,
    evidenceLevel: item.strength.level,
    rationale: kept?.rationale ?? '',
    ratedBy: kept?.ratedBy.name,
    ratedAt: kept?.ratedAt,
    isSelf: kept?.isSelf ?? false,
    confirmedBy: kept?.confirmedBy?.name,
    confirmedAt: kept?.confirmedAt,
    stated: stated && { ...stated.statement },
    evidence: (state.links.get(item.requirement) ?? []).map(({ kind, target, title, seenOn }) => ({
      kind,
      target,
      title,
      seenOn,
    })),
  }
}
