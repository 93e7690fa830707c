import { compareRatings, Rating } from './rating.ts'

/** One step of a rating as the history has it. */
export type RatingStep = Readonly<{ requirement: string; rating: string; by: string; on: string }>

const manyRises = 10

/** Persons who raised more than ten requirements on one day; steps in the order in which they were taken. */
export function suddenRises(
  steps: readonly RatingStep[],
): readonly Readonly<{ by: string; on: string; requirements: readonly string[] }>[] {
  const last = new Map<string, Rating>()
  const rises: RatingStep[] = []
  for (const step of steps) {
    const rating = Rating.parse(step.rating)
    const before = last.get(step.requirement)
    if (before && before !== 'not_assessed' && compareRatings(rating, before) > 0) rises.push(step)
    last.set(step.requirement, rating)
  }
  return [...Map.groupBy(rises, ({ by, on }) => JSON.stringify([by, on])).values()].flatMap((group) => {
    const [first] = group
    const requirements = [...new Set(group.map(({ requirement }) => requirement))]
    return first && requirements.length > manyRises ? [{ by: first.by, on: first.on, requirements }] : []
  })
}
