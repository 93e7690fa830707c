import { z } from 'zod'
import { toCursor } from '#api/page.ts'
import { requirementsApi } from '#api/requirements.ts'
import { assign } from '#assessment/assignment-store.ts'
import { addLink, removeLink } from '#assessment/evidence-link-store.ts'
import { confirm, rate } from '#assessment/rating-store.ts'
import {
  demandRequirement,
  listRequirements,
  readAssignment,
  readHistory,
  readRating,
  readRequirement,
  readStatement,
  showRating,
  showStatement,
  sourceOf,
} from '#assessment/requirement-page-store.ts'
import { state } from '#assessment/statement-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers, World } from '../call.ts'
import { positionOf } from '../cursor.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof requirementsApi> = {
  'GET /api/organizations/:organization/requirements': async ({ world, actor, query }) => {
    const after = positionOf(query.cursor, z.tuple([z.string()]))?.[0]
    const page = await world.records.within(actor, (tx) =>
      listRequirements(tx, actor, matterOf(world, actor.organization, query.baseline), { ...query, after }),
    )
    return {
      items: [...page.items],
      ...(page.last === undefined ? {} : { next: toCursor([page.last]) }),
      total: page.total,
      source: sourceOf(page.state),
    }
  },
  'GET /api/organizations/:organization/requirements/:requirement': async ({ world, actor, params, query }) =>
    world.records.within(actor, (tx) =>
      readRequirement(tx, actor, matterOf(world, actor.organization, query.baseline), params.requirement),
    ),
  'GET /api/organizations/:organization/requirements/:requirement/history': async ({
    world,
    actor,
    params,
  }) => {
    const entries = await world.records.within(actor, (tx) =>
      readHistory(tx, actor, openLibrary(world.content), params.requirement),
    )
    return {
      items: entries.map(({ number, at, actorId, actorName, action, recordKind, before, after, reason }) => ({
        number,
        at,
        who: { id: actorId ?? '', name: actorName },
        action,
        kind: recordKind,
        before,
        after,
        reason,
      })),
    }
  },
  'GET /api/organizations/:organization/requirements/:requirement/rating': async ({ world, actor, params }) =>
    world.records.within(actor, (tx) =>
      readRating(tx, actor, openLibrary(world.content), params.requirement),
    ),
  'PUT /api/organizations/:organization/requirements/:requirement/rating': async (call) => {
    const { world, actor, params, body, version } = call
    const { requirements } = openLibrary(world.content).catalogue
    const given = { ...body, requirement: params.requirement, version }
    const kept = await world.records.within(actor, (tx) =>
      rate(tx, actor, given, { requirements, at: world.now() }),
    )
    return showRating(params.requirement, kept)
  },
  'PUT /api/organizations/:organization/requirements/:requirement/confirmation': async (call) => {
    const { world, actor, params, body, version } = call
    const kept = await world.records.within(actor, (tx) =>
      confirm(tx, actor, params.requirement, { ...body, version, at: world.now() }),
    )
    return showRating(params.requirement, kept)
  },
  'GET /api/organizations/:organization/requirements/:requirement/statement': async ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, (tx) =>
      readStatement(tx, actor, openLibrary(world.content), params.requirement),
    ),
  'PUT /api/organizations/:organization/requirements/:requirement/statement': async (call) => {
    const { world, actor, params, body, version } = call
    const kept = await world.records.within(actor, async (tx) => {
      const requirement = await demandRequirement(tx, actor, openLibrary(world.content), params.requirement)
      return state(tx, actor, requirement, body, { version, at: world.now() })
    })
    return showStatement(params.requirement, kept)
  },
  'PUT /api/organizations/:organization/requirements/:requirement/assignment': async (call) => {
    const { world, actor, params, body, version } = call
    return world.records.within(actor, async (tx) => {
      const { id } = await demandRequirement(tx, actor, openLibrary(world.content), params.requirement)
      await assign(tx, actor, { requirements: [id], ...body, person: body.person, version }, world.now())
      return readAssignment(tx, id)
    })
  },
  'POST /api/organizations/:organization/requirements/:requirement/evidence': async (call) => {
    const { world, actor, params, body } = call
    const library = openLibrary(world.content)
    const checks = new Set(library.questions.checks.map(({ id }) => id))
    const link = await world.records.within(actor, async (tx) => {
      const { id } = await demandRequirement(tx, actor, library, params.requirement)
      return addLink(tx, actor, id, body, { at: world.now(), checks })
    })
    return { ...link, isExpired: false }
  },
  'DELETE /api/organizations/:organization/requirements/:requirement/evidence/:link': async (call) => {
    const { world, actor, params } = call
    await world.records.within(actor, async (tx) => {
      const { id } = await demandRequirement(tx, actor, openLibrary(world.content), params.requirement)
      await removeLink(tx, actor, id, params.link)
    })
    return undefined
  },
}

export const requirements = { endpoints: requirementsApi, handlers }

function matterOf(world: World, organization: string, baseline: string | undefined) {
  return { library: openLibrary(world.content), ...wantedOf(world, organization), baseline }
}
