import { decisionsApi } from '#api/decisions.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import { daysLate, missingParts } from '#strategy/decision.ts'
import { listDecisions, signDecision } from '#strategy/decision-store.ts'
import { readCriterionStatements, readSignatures, signPhase, stateCriterion } from '#strategy/phase-store.ts'
import {
  figuresOf,
  type Reading,
  readProgrammeFacts,
  readStanding,
  type Standing,
} from '#strategy/programme-facts-store.ts'
import { type JudgedPhase, walkPhases } from '#strategy/programme-phase.ts'
import type { Handlers, World } from '../call.ts'
import { provePerson } from '../prove-person.ts'

const shownDecisions = 50
const shownGoals = 5
const shownBlocking = 5

const handlers: Handlers<typeof decisionsApi> = {
  'GET /api/organizations/:organization/decision': ({ world, actor }) =>
    world.records.within(actor, async (tx) =>
      pageOf(tx, await readStanding(tx, readingOf(world, actor.organization))),
    ),
  'POST /api/organizations/:organization/decision/signatures': async (call) => {
    const { world, actor, body } = call
    const { proof, ...said } = body
    const provedBy = await provePerson(world, call, proof)
    return world.records.within(actor, async (tx) => {
      const standing = await readStanding(tx, readingOf(world, actor.organization))
      const { figures } = figuresOf(standing)
      await signDecision(tx, actor, figures, { ...said, provedBy, at: world.now() })
      return pageOf(tx, standing)
    })
  },
  'GET /api/organizations/:organization/phases': ({ world, actor }) =>
    world.records.within(actor, async (tx) => phasesView(await phasesOf(tx, world, actor.organization))),
  'POST /api/organizations/:organization/phases/statements': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      await stateCriterion(tx, actor, openStrategy(world.content).phases, { ...body, at: world.now() })
      return phasesView(await phasesOf(tx, world, actor.organization))
    }),
  'POST /api/organizations/:organization/phases/:phase/signatures': async (call) => {
    const { world, actor, body, params } = call
    const { proof, ...said } = body
    const provedBy = await provePerson(world, call, proof)
    return world.records.within(actor, async (tx) => {
      const phases = await phasesOf(tx, world, actor.organization)
      const phase = phases.find(({ id }) => id === params.phase)
      if (!phase) throw new Refusal('not-found', `There is no phase ${params.phase}.`)
      await signPhase(tx, actor, phase, { ...said, provedBy, at: world.now() })
      return phasesView(await phasesOf(tx, world, actor.organization))
    })
  },
}

export const decisions = { endpoints: decisionsApi, handlers }

function readingOf({ content, now }: World, organization: string): Reading {
  return { organization, library: openLibrary(content), now: now() }
}

async function pageOf(tx: Tx, standing: Standing) {
  const { figures, seal } = figuresOf(standing)
  const { state, strategy } = standing
  const rank = { high: 0, medium: 1, low: 2 } as const
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

async function phasesOf(tx: Tx, world: World, organization: string): Promise<readonly JudgedPhase[]> {
  const reading = readingOf(world, organization)
  const standing = await readStanding(tx, reading)
  return walkPhases(openStrategy(world.content).phases, {
    facts: await readProgrammeFacts(tx, standing, reading),
    statements: await readCriterionStatements(tx),
    signatures: await readSignatures(tx),
  })
}

function phasesView(phases: readonly JudgedPhase[]) {
  return {
    phases: phases.map(({ criteria, signature, ...phase }) => ({
      ...phase,
      criteria: [...criteria],
      signature: signature && { ...signature, waivers: [...signature.waivers] },
    })),
  }
}
