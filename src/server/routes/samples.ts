import { z } from 'zod'
import { toCursor } from '#api/page.ts'
import { samplesApi } from '#api/samples.ts'
import { carryOut } from '#assessment/draw-sample.ts'
import {
  type KeptSample,
  keepSample,
  listSamples,
  readMembers,
  readSample,
  settleOrder,
} from '#assessment/sample-store.ts'
import { openState } from '#assessment/state-store.ts'
import { type Library, openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { positionOf } from '../cursor.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof samplesApi> = {
  'GET /api/organizations/:organization/populations': async ({ world, actor }) => {
    const library = openLibrary(world.content)
    const wanted = wantedOf(world, actor.organization)
    const { collection, results } = await world.records.within(actor, (tx) => openState(tx, library, wanted))
    return {
      period: collection?.period,
      items: [
        ...library.populations.map(({ id, title, strata, must_see: mustSee }) => ({
          kind: 'population' as const,
          id,
          title,
          strata,
          mustSee: mustSee.map((one) => one.title),
        })),
        ...[...results.values()]
          .filter(({ population }) => population > 0)
          .map(({ check, title, population: size }) => ({
            kind: 'check' as const,
            id: check,
            title,
            strata: [],
            mustSee: [],
            size,
          })),
      ],
    }
  },
  'GET /api/organizations/:organization/samples': async ({ world, actor, query }) => {
    const before = positionOf(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]))
    const { limit } = query
    const rows = await world.records.within(actor, (tx) =>
      listSamples(tx, actor, { before, limit: limit + 1 }),
    )
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    const library = openLibrary(world.content)
    return {
      items: items.map((sample) => rowOf(sample, library)),
      ...(last ? { next: toCursor([last.drawnAt, last.id]) } : {}),
    }
  },
  'POST /api/organizations/:organization/samples': async ({ world, actor, body }) => {
    const library = openLibrary(world.content)
    const order = await world.records.within(actor, (tx) => settleOrder(tx, body.order))
    const members = await readMembers({ folder: world.folder, library }, actor.organization, order)
    const kept = await world.records.within(actor, (tx) =>
      keepSample(tx, actor, { name: body.name, order, members, at: world.now() }),
    )
    return viewOf(kept, library)
  },
  'GET /api/organizations/:organization/samples/:sample': async ({ world, actor, params }) => {
    const kept = await world.records.within(actor, (tx) => readSample(tx, actor, params.sample))
    return viewOf(kept, openLibrary(world.content))
  },
  'GET /api/organizations/:organization/samples/:sample/repetition': async ({ world, actor, params }) => {
    const library = openLibrary(world.content)
    const { order, result } = await world.records.within(actor, (tx) => readSample(tx, actor, params.sample))
    const members = await readMembers({ folder: world.folder, library }, actor.organization, order)
    const again = carryOut(order, members)
    return {
      isSamePopulation: again.populationHash === result.populationHash,
      isSameDraw: again.sha256 === result.sha256,
      populationSize: again.populationSize,
      populationHash: again.populationHash,
      drawn: [...again.drawn],
    }
  },
}

export const samples = { endpoints: samplesApi, handlers }

function rowOf({ id, name, order, drawnBy, drawnAt, result }: KeptSample, library: Library) {
  return {
    id,
    name,
    method: order.method,
    seed: order.method === 'random' ? order.seed : undefined,
    populationTitle: titleOf(order.population, library),
    populationSize: result.populationSize,
    size: result.size,
    mustSeeCount: result.mustSee.length,
    drawnBy,
    drawnAt,
    sha256: result.sha256,
  }
}

function viewOf(kept: KeptSample, library: Library) {
  const { order, result } = kept
  return {
    ...rowOf(kept, library),
    order,
    populationHash: result.populationHash,
    sizeText: result.sizeText,
    strata: [...result.strata],
    mustSee: result.mustSee.map(({ id, because }) => ({ id, because: [...because] })),
    drawn: [...result.drawn],
  }
}

function titleOf({ kind, id }: { kind: 'population' | 'check'; id: string }, library: Library): string {
  const known = kind === 'population' ? library.populations : []
  const check = library.questions.checks.find((one) => kind === 'check' && one.id === id)
  return known.find((one) => one.id === id)?.title ?? check?.about.title ?? id
}
