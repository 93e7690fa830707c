import { isNotYetExercised } from './evidence-strength.ts'
import { judgeData, judgeEvidence, judgeExtent, judgeImprovement } from './path/judge-evidence.ts'
import { judgeCondition, judgeDocument, judgePractice, judgeRule } from './path/judge-statement.ts'
import type { Judgement, Matter, Step } from './path/judgement.ts'
import { type Rating, ratingWords, worstOf, worstOfApplicable } from './rating.ts'

/**
 * A rating proposed to a person, with the path that led to it; never a rating by itself.
 * missing: what would have to be shown for conforming. considerMajor: the person should think of major_nc.
 */
export type Proposal = {
  readonly rating: Rating
  readonly path: readonly Step[]
  readonly missing: readonly string[]
  readonly notYetExercised: boolean
  readonly considerMajor: boolean
}

const judges: readonly ((matter: Matter) => Judgement)[] = [
  judgeCondition,
  judgeRule,
  judgeDocument,
  judgePractice,
  judgeData,
  judgeExtent,
  judgeImprovement,
  judgeEvidence,
]

/** Walks the decision path for one requirement; the worst step decides, unless a step settles the matter. */
export function propose(matter: Matter): Proposal {
  const path: Judgement[] = []
  for (const judge of judges) {
    const judgement = judge(matter)
    path.push(judgement)
    if (judgement.settles) return conclude(matter, path, judgement.settles)
  }
  const limits = path.flatMap(({ atMost }) => (atMost ? [atMost] : []))
  return conclude(matter, path, worstOf('conforming', ...limits))
}

/** The proposal for an item derived from others: the worst of theirs, and of its own where something speaks about it. */
export function proposeFromSources(own: Proposal, sources: ReadonlyMap<string, Proposal>): Proposal {
  const counted = [...sources].filter(([, source]) => source.rating !== 'not_applicable')
  const ofSources = worstOfApplicable(counted.map(([, source]) => source.rating))
  const speaksItself = own.rating !== 'not_assessed' && own.rating !== 'not_applicable'
  const deciding = counted.filter(([, source]) => source.rating === ofSources).map(([id]) => id)
  const step: Step = {
    step: 'sources',
    said: `It follows from ${[...sources.keys()].join(', ')}.`,
    because: `It can be no better than the worst of them: ${[ratingWords[ofSources], ...deciding].join(', ')}.`,
  }
  return {
    rating: speaksItself ? worstOf(ofSources, own.rating) : ofSources,
    path: speaksItself ? [...own.path, step] : [step],
    missing: speaksItself ? own.missing : [],
    notYetExercised: counted.some(([, source]) => source.notYetExercised),
    considerMajor: own.considerMajor || counted.some(([, source]) => source.considerMajor),
  }
}

function conclude(matter: Matter, path: readonly Judgement[], rating: Rating): Proposal {
  const isShort = rating !== 'conforming' && rating !== 'not_applicable'
  const missing = isShort ? path.flatMap((one) => one.missing ?? []) : []
  return {
    rating,
    path: path.map(({ step, said, because }) => ({ step, said, because })),
    missing: [...new Set(missing)],
    notYetExercised: isNotYetExercised(matter.requirement, matter),
    considerMajor: path.some((one) => one.considerMajor === true),
  }
}
