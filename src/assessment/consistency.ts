import type { AssessmentItem } from './assess.ts'
import { isExpired } from './evidence-link.ts'
import type { KeptRating } from './kept-rating.ts'
import { fallsShort, isMet, ratingWords } from './rating.ts'
import { daysToStage1 } from './say-readiness.ts'
import type { State } from './state-store.ts'

/** One place where the assessment contradicts itself, or stands on too little. */
export type Inconsistency = Readonly<{ requirement: string; title: string; says: string }>

/** One question that is asked about every requirement, and where the answer is bad. */
export type ConsistencyRule = Readonly<{
  id: string
  title: string
  why: string
  found: readonly Inconsistency[]
}>

type Seen = Readonly<{ item: AssessmentItem; kept: KeptRating | undefined; state: State }>

type Rule = Readonly<{
  id: string
  title: string
  why: string
  find: (seen: Seen) => string | undefined
}>

const rules: readonly Rule[] = [
  {
    id: 'conforming-without-evidence',
    title: 'Rated as met without enough evidence',
    why: 'An auditor asks for evidence, not for a rating.',
    find: ({ item, kept }) =>
      kept && isMet(kept.rating) && !item.strength.isEnough
        ? `Rated ${ratingWords[kept.rating]} on E${item.strength.level} from ${item.strength.kinds.join(' and ') || 'nothing'}; it needs E${item.strength.needed} of ${item.strength.kindsNeeded === 2 ? 'two kinds' : 'one kind'}.`
        : undefined,
  },
  {
    id: 'evidence-expired',
    title: 'Evidence that has run out',
    why: 'What is no longer in force proves nothing about today.',
    find: ({ item, state }) => {
      const ended = (state.links.get(item.requirement) ?? []).filter((link) => isExpired(link, state.on))
      return ended.length === 0
        ? undefined
        : ended.map(({ title, expiresOn }) => `${title} ran out on ${expiresOn}`).join('; ')
    },
  },
  {
    id: 'improved-without-new-evidence',
    title: 'Improved with nothing new shown',
    why: 'A rating better than the last one needs new evidence since then.',
    find: ({ kept }) =>
      kept?.isWithoutNewEvidence
        ? `Improved on ${kept.ratedAt.slice(0, 10)} by ${kept.ratedBy.name}: ${kept.reason ?? 'no reason'}`
        : undefined,
  },
  {
    id: 'self-rated-only',
    title: 'Rated only by whoever is responsible',
    why: 'Nobody judges his own work alone.',
    find: ({ kept }) =>
      kept && kept.rating !== 'not_assessed' && kept.isSelf && !kept.confirmedBy
        ? `Rated by ${kept.ratedBy.name}, seen by nobody else.`
        : undefined,
  },
  {
    id: 'waits-for-second-person',
    title: 'High criticality, seen by one person',
    why: 'A good rating of high criticality does not count before a second person has seen it.',
    find: ({ item, kept }) =>
      kept && !kept.confirmedBy && kept.rating !== 'not_assessed' && item.counted === 'not_assessed'
        ? `Rated ${ratingWords[kept.rating]} by ${kept.ratedBy.name}; it does not count yet.`
        : undefined,
  },
  {
    id: 'confirmed-by-the-same-person',
    title: 'Confirmed by whoever rated',
    why: 'A second look needs a second person. The database refuses this, so nothing should ever stand here.',
    find: ({ kept }) =>
      kept?.confirmedBy && kept.confirmedBy.id === kept.ratedBy.id
        ? `Rated and confirmed by ${kept.ratedBy.name}.`
        : undefined,
  },
  {
    id: 'better-than-the-tickets',
    title: 'Rated as met against a failed check',
    why: 'A failed check of conformity speaks against the requirement; say why it does not count here.',
    find: ({ item, kept, state }) => {
      if (!kept || !isMet(kept.rating) || !fallsShort(item.proposed.rating)) return undefined
      const failed = item.results.flatMap((id) => {
        const result = state.results.get(id)
        return result?.verdict === 'fail' && result.purpose === 'conformity' ? [result] : []
      })
      return failed.length === 0
        ? undefined
        : failed.map(({ title, met, population }) => `${title}: ${met} of ${population}`).join('; ')
    },
  },
  {
    id: 'not-applicable-with-cases',
    title: 'Left out, and the tickets hold cases',
    why: 'What exists in the scope cannot be left out.',
    find: ({ item, kept, state }) => {
      if (kept?.rating !== 'not_applicable') return undefined
      const cases = item.results.reduce((sum, id) => sum + (state.results.get(id)?.population ?? 0), 0)
      return cases === 0 ? undefined : `The tickets hold ${cases} cases of it.`
    },
  },
]

/** Asks every rule about every requirement. Rules that find nothing stand there too: it was looked at. */
export function xray(state: State, stage1On: string | undefined): readonly ConsistencyRule[] {
  const seen = state.assessment.items
    .filter(({ isDerived }) => !isDerived)
    .map((item) => ({ item, kept: state.ratings.get(item.requirement), state }))
  const asked = rules.map(({ id, title, why, find }) => ({
    id,
    title,
    why,
    found: seen.flatMap((one) => toInconsistency(one, find(one))),
  }))
  return [...asked, stillPartial(seen, stage1On)]
}

const daysBeforeStage1 = 60

/** A partial rating is for a gap assessment: before stage 1 it has to become conforming, minor or major. */
function stillPartial(seen: readonly Seen[], stage1On: string | undefined): ConsistencyRule {
  const days = daysToStage1(stage1On, seen[0]?.state.on ?? '')
  const isNear = days !== undefined && days <= daysBeforeStage1
  const find = ({ kept }: Seen) =>
    isNear && kept?.rating === 'partially' ? `Decide what it is: ${days} days to stage 1.` : undefined
  return {
    id: 'still-partially',
    title: 'Still partially, with stage 1 near',
    why: `In the last ${daysBeforeStage1} days before stage 1 each has to be turned into conforming, minor or major.`,
    found: seen.flatMap((one) => toInconsistency(one, find(one))),
  }
}

function toInconsistency({ item }: Seen, says: string | undefined): readonly Inconsistency[] {
  return says === undefined ? [] : [{ requirement: item.requirement, title: item.title, says }]
}
