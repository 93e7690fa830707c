import { decisionsApi } from '#api/decisions.ts'
import { openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide } from '#content/people-side.ts'
import { openStrategy } from '#content/strategy.ts'
import { readDecisionPage, signDecisionPage } from '#strategy/decision-page-store.ts'
import { readPhases, signOnePhase } from '#strategy/phase-page-store.ts'
import { stateCriterion } from '#strategy/phase-store.ts'
import type { JudgedPhase } from '#strategy/programme-phase.ts'
import type { Handlers, World } from '../call.ts'
import { provePerson } from '../prove-person.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof decisionsApi> = {
  'GET /api/organizations/:organization/decision': ({ world, actor }) =>
    world.records.within(actor, (tx) => readDecisionPage(tx, readingOf(world, actor.organization))),
  'POST /api/organizations/:organization/decision/signatures': async (call) => {
    const { world, actor, body } = call
    const { proof, ...said } = body
    const provedBy = await provePerson(world, call, proof)
    return world.records.within(actor, (tx) =>
      signDecisionPage(tx, actor, readingOf(world, actor.organization), {
        ...said,
        provedBy,
        at: world.now(),
      }),
    )
  },
  'GET /api/organizations/:organization/phases': ({ world, actor }) =>
    world.records.within(actor, async (tx) =>
      phasesView(await readPhases(tx, readingOf(world, actor.organization))),
    ),
  'POST /api/organizations/:organization/phases/statements': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      await stateCriterion(tx, actor, openStrategy(world.content).phases, { ...body, at: world.now() })
      return phasesView(await readPhases(tx, readingOf(world, actor.organization)))
    }),
  'POST /api/organizations/:organization/phases/:phase/signatures': async (call) => {
    const { world, actor, body, params } = call
    const { proof, ...said } = body
    const provedBy = await provePerson(world, call, proof)
    const reading = readingOf(world, actor.organization)
    return world.records.within(actor, async (tx) => {
      await signOnePhase(tx, actor, reading, { ...said, phase: params.phase, provedBy, at: world.now() })
      return phasesView(await readPhases(tx, reading))
    })
  },
}

export const decisions = { endpoints: decisionsApi, handlers }

function readingOf(world: World, organization: string) {
  const { content } = world
  return {
    ...wantedOf(world, organization),
    library: openLibrary(content),
    content: openStrategy(content),
    model: openFinance(content),
    side: openPeopleSide(content),
  }
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
