import type { Library } from '#content/library.ts'
import type { Assessment, AssessmentItem } from './assess.ts'
import type { Target } from './baseline.ts'
import { isMet } from './rating.ts'

/** A share with the number of requirements it stands on; no share where none applies. */
export type Share = Readonly<{ met: number; of: number; share: number | undefined }>

/** One clause group: what persons rated, what is proposed, what is wanted, and what references say. */
export type BenchmarkLine = Readonly<{
  group: string
  title: string
  clauses: readonly string[]
  rated: Share & Readonly<{ assessed: number }>
  proposed: Share
  target: number | undefined
  references: Readonly<Record<string, number>>
}>

/** Own state beside the target and the reference profiles, group by group. */
export function benchmark(
  assessment: Assessment,
  target: Target,
  { catalogue, profiles }: Library,
): readonly BenchmarkLine[] {
  const items = assessment.items.filter(({ isDerived }) => !isDerived)
  return catalogue.standard.groups.map(({ file, title, clauses }) => {
    const own = items.filter((item) => clauses.some((clause) => isWithin(item.clause, clause)))
    const references = profiles.profiles.flatMap(({ id, shares }) => {
      const share = shares[file]
      return share === undefined ? [] : [[id, share] as const]
    })
    return {
      group: file,
      title,
      clauses,
      rated: {
        ...shareOf(own.map(({ counted }) => counted)),
        assessed: own.filter(({ counted }) => counted !== 'not_assessed').length,
      },
      proposed: shareOf(own.map(({ proposed }) => proposed.rating)),
      target: target[file],
      references: Object.fromEntries(references),
    }
  })
}

function shareOf(ratings: readonly AssessmentItem['counted'][]): Share {
  const applicable = ratings.filter((rating) => rating !== 'not_applicable')
  const met = applicable.filter(isMet).length
  return { met, of: applicable.length, share: applicable.length === 0 ? undefined : met / applicable.length }
}

function isWithin(clause: string, group: string): boolean {
  return clause === group || clause.startsWith(`${group}.`)
}
