import { capabilityTargetsApi } from '#api/capability-targets.ts'
import type { CapabilityLevel } from '#assessment/capability.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import {
  clearCapabilityTarget,
  readCapabilityTargets,
  setCapabilityTarget,
} from '#strategy/capability-target-store.ts'
import type { Handlers, World } from '../call.ts'

const handlers: Handlers<typeof capabilityTargetsApi> = {
  'GET /api/organizations/:organization/capability-targets': async ({ world, actor }) => {
    const { collectedAt, processes } = await world.records.within(actor, (tx) =>
      readCapabilityTargets(tx, actor.organization, knownOf(world)),
    )
    return {
      collectedAt,
      processes: processes.map(({ goals, attributes, ...rest }) => ({
        ...rest,
        goals: [...goals],
        attributes: [...attributes],
      })),
    }
  },
  'PUT /api/organizations/:organization/capability-targets/:clause': async (call) => {
    const { world, actor, params, body, version } = call
    const target = { clause: params.clause, reason: body.reason, level: body.level as CapabilityLevel } // 0 to 5 by its shape
    const setting = { known: knownOf(world), version, at: world.now() }
    return {
      version: await world.records.within(actor, (tx) => setCapabilityTarget(tx, actor, target, setting)),
    }
  },
  'DELETE /api/organizations/:organization/capability-targets/:clause': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => clearCapabilityTarget(tx, actor, params.clause))
  },
}

export const capabilityTargets = { endpoints: capabilityTargetsApi, handlers }

function knownOf({ content }: Pick<World, 'content'>) {
  return { library: openLibrary(content), content: openStrategy(content) }
}
