import type { Requirement } from '#content/requirement.ts'
import type { Answered, ToldRoadmap } from '#server/told-story.ts'
import { cast } from './people.ts'

/** Days from the telling of the story to the audits that were agreed. */
const stage1InDays = 75
const stage2InDays = 150
const certificateInDays = 185

/** Share of their time that people of the house have for it: a quarter of a day a week. */
const usualShare = 0.05

/** People who have more of their time for it than the rest, or less. */
const time: Readonly<Record<string, Partial<ToldRoadmap['roles'][number]>>> = {
  'SMS manager': { share: 0.15 },
  'Process owners': { people: 4, share: 0.1 },
  'Service owners': { people: 3, share: 0.1 },
  'Internal auditor': { share: 0.2 },
  'Training coordinator': { share: 0.2 },
  Sponsor: { share: 0.02 },
  'Project manager': { kind: 'external', share: 1 },
}

/** What the house decided about the gaps that people rated: most are accepted, one is put off, one turned down. */
export function roadmapOf(requirements: readonly Requirement[], answers: readonly Answered[]): ToldRoadmap {
  const short = answers.filter(({ rating }) => rating && ['minor_nc', 'partially'].includes(rating.rating))
  const [deferred, declined, ...accepted] = short.map(({ requirement }) => requirement).toReversed()
  const roles = new Set(requirements.map(({ remedy }) => remedy.role))
  const decided = (requirement: string | undefined, state: 'deferred' | 'declined', reason: string) =>
    requirement === undefined ? [] : [{ requirement, state, reason, by: cast.sponsor.email }]
  return {
    remedies: [
      ...accepted.map((requirement) => ({
        requirement,
        state: 'accepted' as const,
        reason: '',
        by: cast.manager.email,
      })),
      ...decided(deferred, 'deferred', 'The new tool of 2027 brings it; until then the weekly list is kept.'),
      ...decided(
        declined,
        'declined',
        'The group does this for all houses; its record is asked for instead.',
      ),
    ],
    roles: [...roles].toSorted().map((name) => ({
      name,
      people: 1,
      share: usualShare,
      kind: 'internal' as const,
      absences: [],
      ...time[name],
    })),
    dates: [
      { kind: 'stage 1', title: 'Audit stage 1', inDays: stage1InDays, needs: 'high criticality' },
      { kind: 'stage 2', title: 'Audit stage 2', inDays: stage2InDays, needs: 'everything' },
      { kind: 'certification', title: 'Certificate', inDays: certificateInDays, needs: 'everything' },
    ],
    tasks: accepted.slice(0, 3).map((task) => ({
      task,
      accountable: cast.manager.name,
      consulted: [cast.auditor.name],
      informed: [cast.sponsor.name],
    })),
    baseline: 'As approved by the sponsor',
  }
}
