import type { AssessmentItem } from '#assessment/assess.ts'
import { compareRatings, type Rating } from '#assessment/rating.ts'
import { count } from '#base/format.ts'
import { say } from '#content/sentences.ts'
import { shownRating } from '../figures/input.ts'
import { type Mark, markOfRating } from '../figures/tone.ts'
import type { Speech } from '../speech.ts'
import type { DifferenceInput } from './input.ts'

/** Requirements that stand otherwise than before, each with why. */
export type RatingChanges = Readonly<{
  says: string
  rows: readonly Readonly<{
    requirement: string
    title: string
    before: Mark | undefined
    after: Mark | undefined
    why: string
  }>[]
  figures: Readonly<Record<string, string>>
}>

type Both = Readonly<{ before: AssessmentItem | undefined; after: AssessmentItem | undefined }>

/** Holds the ratings of two snapshots against each other: as rated by people, or as proposed until they have. */
export function ratingChangesOf({ before, after, words }: DifferenceInput): RatingChanges {
  const old = new Map(before.matter.assessment.items.map((item) => [item.requirement, item]))
  const young = new Map(after.matter.assessment.items.map((item) => [item.requirement, item]))
  const changed = [...new Set([...old.keys(), ...young.keys()])]
    .map((requirement) => ({ requirement, before: old.get(requirement), after: young.get(requirement) }))
    .filter(({ before: one, after: other }) => shownOf(one) !== shownOf(other))
  const moves = changed.map(moveOf)
  const figures = {
    'ratings.better': count(moves.filter((move) => move > 0).length),
    'ratings.worse': count(moves.filter((move) => move < 0).length),
    'ratings.other': count(moves.filter((move) => move === 0).length),
  }
  return {
    says:
      changed.length === 0
        ? say(words, 'ratings.none')
        : say(words, 'ratings.says', {
            better: figures['ratings.better'],
            worse: figures['ratings.worse'],
            other: figures['ratings.other'],
          }),
    rows: changed.map(({ requirement, ...both }) => ({
      requirement,
      title: (both.after ?? both.before)?.title ?? '',
      before: markOf(both.before, after.programme.speech),
      after: markOf(both.after, after.programme.speech),
      why: whyOf(both, (name) => say(words, 'ratings.by', { name })),
    })),
    figures,
  }
}

function shownOf(item: AssessmentItem | undefined): Rating | undefined {
  return item && shownRating(item).rating
}

function markOf(item: AssessmentItem | undefined, speech: Speech): Mark | undefined {
  return item && markOfRating(shownRating(item).rating, speech)
}

/** Above zero where it stands better, below where worse; zero where one of the two says nothing. */
function moveOf({ before, after }: Both): number {
  if (!before || !after) return 0
  const [old, young] = [shownRating(before).rating, shownRating(after).rating]
  const isSilent = [old, young].some((rating) => rating === 'not_assessed' || rating === 'not_applicable')
  return isSilent ? 0 : compareRatings(young, old)
}

/** Why it stands as it does now: the words of whoever rated it, or the step of the path that says something else than before. */
function whyOf({ before, after }: Both, by: (name: string) => string): string {
  if (!after) return ''
  if (after.rating) return [after.rating.reason ?? '', by(after.rating.by)].filter(Boolean).join(' ')
  const known = new Set(before?.proposed.path.map(({ because }) => because))
  const [fresh] = after.proposed.path.filter(({ because }) => !known.has(because)).slice(-1)
  return fresh?.because ?? after.proposed.path.at(-1)?.because ?? ''
}
