import { baselinesApi } from '#api/baselines.ts'
import { changeBaseline, listBaselines, readBaseline, startBaseline } from '#assessment/baseline-store.ts'
import { readProgramme, writeProgramme } from '#assessment/programme-store.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof baselinesApi> = {
  'GET /api/organizations/:organization/baselines': async ({ world, actor }) => ({
    items: [...(await world.records.within(actor, listBaselines))],
  }),
  'POST /api/organizations/:organization/baselines': async ({ world, actor, body }) =>
    world.records.within(actor, (tx) => startBaseline(tx, actor, body, world.now())),
  'GET /api/organizations/:organization/baselines/:baseline': async ({ world, actor, params }) =>
    world.records.within(actor, (tx) => readBaseline(tx, params.baseline)),
  'PATCH /api/organizations/:organization/baselines/:baseline': async (call) => {
    const { world, actor, params, body, version } = call
    return world.records.within(actor, (tx) =>
      changeBaseline(tx, actor, params.baseline, body, { version, at: world.now() }),
    )
  },
  'GET /api/organizations/:organization/programme': async ({ world, actor }) =>
    world.records.within(actor, readProgramme),
  'PUT /api/organizations/:organization/programme': async ({ world, actor, body, version }) =>
    world.records.within(actor, (tx) =>
      writeProgramme(tx, actor, body.programme, { version, at: world.now(), reason: body.reason }),
    ),
}

export const baselines = { endpoints: baselinesApi, handlers }
