import type { z } from 'zod'
import { readTrainingOutlook } from '#adoption/training-outlook-store.ts'
import { type CaseQuery, financeApi } from '#api/finance.ts'
import { Refusal } from '#base/refusal.ts'
import { type FinanceModel, openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide } from '#content/people-side.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { readActuals, writeActual } from '#finance/actual-store.ts'
import { appraise } from '#finance/appraise.ts'
import { asItStands, type CaseSettings, type Scenario } from '#finance/case.ts'
import {
  givenBy,
  readCase,
  removeAssumption,
  writeAssumption,
  writeLine,
  writeSettings,
} from '#finance/case-store.ts'
import { describeCase, tryToPrepare } from '#finance/describe-case.ts'
import { listDeletedLines } from '#finance/own-line-store.ts'
import type { Plans } from '#finance/planned.ts'
import { readTenderCount } from '#finance/tender-store.ts'
import { benefitsOf, track } from '#finance/track.ts'
import { readOutlook } from '#roadmap/outlook-store.ts'
import type { Handlers, World } from '../call.ts'
import { viewOfCase } from '../case-view.ts'
import { wantedOf } from '../wanted.ts'
import type { Tx } from '../workshop.ts'

const handlers: Handlers<typeof financeApi> = {
  'GET /api/organizations/:organization/case': async ({ world, actor, query }) => {
    const model = openFinance(world.content)
    const scenario = scenarioOf(model, query)
    const { kept, deleted, ...around } = await world.records.within(actor, async (tx) => ({
      ...(await readAll(tx)),
      plans: await readPlans(tx, world, actor.organization),
      deleted: await listDeletedLines(tx),
      tenders: await readTenderCount(tx, actor.organization, world.now().toISOString().slice(0, 10)),
    }))
    return viewOfCase(model, describeCase(model, kept, givenBy(kept), { ...around, scenario }), deleted)
  },
  'PUT /api/organizations/:organization/case': async ({ world, actor, body, version }) => {
    demandRamp(body)
    return {
      version: await world.records.within(actor, (tx) =>
        writeSettings(tx, actor, body, { version, at: world.now() }),
      ),
    }
  },
  'PUT /api/organizations/:organization/case/assumptions/:assumption': async (call) => {
    const { world, actor, params, body, version } = call
    const writing = { model: openFinance(world.content), id: params.assumption, draft: body }
    return {
      version: await world.records.within(actor, (tx) =>
        writeAssumption(tx, actor, writing, { version, at: world.now() }),
      ),
    }
  },
  'DELETE /api/organizations/:organization/case/assumptions/:assumption': async ({
    world,
    actor,
    params,
  }) => {
    await world.records.within(actor, (tx) => removeAssumption(tx, actor, params.assumption))
    return undefined
  },
  'PUT /api/organizations/:organization/case/lines/:line': async ({
    world,
    actor,
    params,
    body,
    version,
  }) => {
    const { owner, ...choice } = body
    const writing = { model: openFinance(world.content), id: params.line, draft: { choice, owner } }
    return {
      version: await world.records.within(actor, (tx) =>
        writeLine(tx, actor, writing, { version, at: world.now() }),
      ),
    }
  },
  'GET /api/organizations/:organization/case/scenarios': async ({ world, actor }) => {
    const model = openFinance(world.content)
    const kept = await world.records.within(actor, readCase)
    const prepared = tryToPrepare(model, givenBy(kept))
    if (!prepared) return { items: [] }
    const standing = { id: 'as-it-stands', title: 'As it stands', ...asItStands }
    return {
      items: [standing, ...model.scenarios].map(({ id, title, ...scenario }) => {
        const { npv, spread, irr, paybackYears, roi } = appraise(prepared, scenario)
        const { p10, p50, p90, probabilityPositive } = spread
        return {
          id,
          title,
          npv,
          p10,
          p50,
          p90,
          probabilityPositive,
          irr: irr.rate,
          irrNote: irr.note,
          paybackYears,
          roi,
        }
      }),
    }
  },
  'GET /api/organizations/:organization/case/claims': async ({ world }) => ({
    items: openFinance(world.content).claims.map(
      ({ attributed_to: attributedTo, use_says: use, ...claim }) => ({
        id: claim.id,
        says: claim.says,
        figure: claim.figure,
        attributedTo,
        status: claim.status,
        because: claim.because,
        use,
      }),
    ),
  }),
  'GET /api/organizations/:organization/case/tracking': async ({ world, actor }) => {
    const model = openFinance(world.content)
    const { kept, collected, actuals } = await world.records.within(actor, async (tx) => ({
      ...(await readAll(tx)),
      actuals: await readActuals(tx),
    }))
    const prepared = tryToPrepare(model, givenBy(kept))
    const { startsOn } = kept.settings
    if (!prepared || startsOn === undefined) return { startsOn, items: [] }
    const tracked = track({
      startsOn,
      today: world.now().toISOString().slice(0, 10),
      benefits: benefitsOf(model, givenBy(kept).own),
      flows: appraise(prepared).lines,
      owners: new Map([...kept.lines].map(([id, { owner }]) => [id, owner])),
      actuals,
      collected,
    })
    return { startsOn, items: tracked.map((line) => ({ ...line, quarters: [...line.quarters] })) }
  },
  'PUT /api/organizations/:organization/case/tracking/:line/:quarter': async (call) => {
    const { world, actor, params, body, version } = call
    const draft = { line: params.line, quarter: params.quarter, ...body }
    const writing = { model: openFinance(world.content), draft }
    return {
      version: await world.records.within(actor, (tx) =>
        writeActual(tx, actor, writing, { version, at: world.now() }),
      ),
    }
  },
}

export const finance = { endpoints: financeApi, handlers }

async function readAll(tx: Tx) {
  return { kept: await readCase(tx), collected: await readLatestCollection(tx) }
}

/** What roadmap and training plan. */
async function readPlans(
  tx: Tx,
  world: Pick<World, 'content' | 'now'>,
  organization: string,
): Promise<Plans> {
  const knowledge = { library: openLibrary(world.content), side: openPeopleSide(world.content) }
  return {
    roadmap: await readOutlook(tx, { organization }),
    training: await readTrainingOutlook(tx, knowledge, wantedOf(world, organization)),
  }
}

/** A named scenario, with what else was asked for laid over it. */
function scenarioOf(model: FinanceModel, query: z.output<typeof CaseQuery>): Scenario {
  const named = model.scenarios.find(({ id }) => id === query.scenario)
  if (query.scenario !== undefined && !named)
    throw new Refusal(
      'not-found',
      `There is no scenario ${query.scenario}. There are ${model.scenarios.map(({ id }) => id).join(', ')}.`,
    )
  const { id: _, title: __, ...base } = named ?? { id: '', title: '', ...asItStands }
  return {
    ...base,
    ...(query.soft === 'off' ? { soft: 'off' as const } : {}),
    ...(query.freedTime === 'assumed' ? {} : { freed_time: query.freedTime }),
    ...(query.certificate === 'off' ? { certificate: 'off' as const } : {}),
    ...(query.only === 'inside IT' ? { only: 'inside IT' as const } : {}),
  }
}

/** The ramp says something about every year of the horizon, or at least up to where it stays. */
function demandRamp({ ramp, years }: CaseSettings): void {
  if (ramp.length > years + 1)
    throw new Refusal(
      'invalid',
      `The ramp has ${ramp.length} years, but the case looks at year 0 to ${years}. Give at most ${years + 1} shares.`,
    )
}
