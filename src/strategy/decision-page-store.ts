import type { Actor } from '#access/actor.ts'
import type { Tx } from '#db/records.ts'
import { daysLate, missingParts } from './decision.ts'
import { listDecisions, type Signing, signDecision } from './decision-store.ts'
import { figuresOf, type Reading, readStanding, type Standing } from './programme-facts-store.ts'

const shownDecisions = 50
const shownGoals = 5
const shownBlocking = 5

/** What a decision is made on, as it stands now, and what was decided before. */
export async function readDecisionPage(tx: Tx, reading: Reading) {
  return pageOf(tx, await readStanding(tx, reading))
}

/** Signs a decision on the figures as they stand, and says the page as it then is. */
export async function signDecisionPage(tx: Tx, actor: Actor, reading: Reading, signing: Signing) {
  const standing = await readStanding(tx, reading)
  await signDecision(tx, actor, figuresOf(standing).figures, signing)
  return pageOf(tx, standing)
}

const rank = { high: 0, medium: 1, low: 2 } as const

async function pageOf(tx: Tx, standing: Standing) {
  const { figures, seal } = figuresOf(standing)
  const { state, strategy } = standing
  return {
    figures,
    seal,
    missing: [...missingParts(figures)],
    daysLate: daysLate(figures),
    goals: strategy.goals
      .toSorted((a, b) => rank[a.priority ?? 'medium'] - rank[b.priority ?? 'medium'])
      .slice(0, shownGoals)
      .map(({ id, number, title }) => ({ id, number, title })),
    blocking: state.assessment.gaps
      .filter(({ severity }) => severity === 'major')
      .slice(0, shownBlocking)
      .map(({ requirement, title }) => ({ requirement, title })),
    decisions: [...(await listDecisions(tx, shownDecisions))],
  }
}
