import { impactApi } from '#api/impact.ts'
import { demandRequirement } from '#assessment/requirement-page-store.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { isAboutPeople } from '#evidence/result.ts'
import { servicesTouched } from '#evidence/touched-store.ts'
import { listAdopted } from '#monitoring/adoption-store.ts'
import { readAll } from '#registers/record-store.ts'
import { namingOf } from '#service-level/naming.ts'
import { readStrategyRecords } from '#strategy/goal-store.ts'
import { goalsTouched } from '#strategy/goals-touched.ts'
import type { Handlers } from '../call.ts'
import { tryEvents } from '../read-events.ts'
import { workspaceOf } from '../workshop.ts'

const handlers: Handlers<typeof impactApi> = {
  'GET /api/organizations/:organization/requirements/:requirement/impact': async ({
    world,
    actor,
    params,
  }) => {
    const { organization } = actor
    const library = openLibrary(world.content)
    const { id, latest, strategy, adopted, naming } = await world.records.within(actor, async (tx) => ({
      id: (await demandRequirement(tx, actor, library, params.requirement)).id,
      latest: await openLatestCollection(tx),
      strategy: await readStrategyRecords(tx, organization),
      naming: namingOf(await readAll(tx, organization, 'services')),
      adopted: new Set((await listAdopted(tx)).filter((one) => !one.isEnded).map(({ kpi }) => kpi)),
    }))
    const checks = library.questions.checks
      .filter(({ about }) => about.decides.some(({ requirement }) => requirement === id))
      .map((check) => check.id)
    const named = latest?.collected.results.filter((one) => checks.includes(one.check) && !isAboutPeople(one))
    const touched =
      named &&
      (await tryEvents(world, organization, (duck) =>
        servicesTouched(
          duck,
          workspaceOf(world, organization),
          named.map(({ check }) => check),
        ),
      ))
    return {
      ...(latest && touched
        ? { touched: { ...touched, services: [...touched.services], period: latest.collected.period } }
        : {}),
      goals: goalsTouched(
        strategy,
        id,
        touched?.services.map(({ service }) => naming.own(service)) ?? [],
      ).map((one) => ({ ...one })),
      kpis: openGuides(world.content)
        .kpis.filter(({ requirements }) => requirements.includes(id))
        .map(({ id: kpi, title }) => ({ id: kpi, title, isAdopted: adopted.has(kpi) })),
    }
  },
}

export const impact = { endpoints: impactApi, handlers }
