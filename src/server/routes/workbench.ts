import { may } from '#access/actor.ts'
import { workbenchApi } from '#api/workbench.ts'
import { benchmark } from '#assessment/benchmark.ts'
import { xray } from '#assessment/consistency.ts'
import { enterRoom, noteVisit, openRatings } from '#assessment/evidence-room-store.ts'
import { ratingSteps } from '#assessment/kept-rating-store.ts'
import { sourceOf } from '#assessment/requirement-page-store.ts'
import { search } from '#assessment/search-store.ts'
import { openState } from '#assessment/state-store.ts'
import { suddenRises } from '#assessment/sudden-rises.ts'
import { readToday } from '#assessment/today-store.ts'
import { findingTasks } from '#audit/task-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers, World } from '../call.ts'
import { searchEvidence } from '../search-evidence.ts'
import { findablesOfLibrary } from '../search-library.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof workbenchApi> = {
  'GET /api/organizations/:organization/today': async ({ world, actor }) => {
    const { state, findings, ...today } = await world.records.within(actor, async (tx) => {
      const own = await readToday(tx, actor, matterOf(world, actor.organization))
      return { ...own, findings: await findingTasks(tx, actor, own.on, may(actor, 'verify findings')) }
    })
    return { ...today, findings: [...findings], source: sourceOf(state) }
  },
  'GET /api/organizations/:organization/consistency': async ({ world, actor, query: { baseline } }) =>
    world.records.within(actor, async (tx) => {
      const wanted = { ...wantedOf(world, actor.organization), baseline }
      const state = await openState(tx, openLibrary(world.content), wanted)
      const { stage1On } = state.organization.settings
      const rules = xray(state, typeof stage1On === 'string' ? stage1On : undefined)
      const steps = state.baseline ? await ratingSteps(tx, state.baseline.id) : []
      return {
        rules: rules.map((rule) => ({ ...rule, found: [...rule.found] })),
        rises: suddenRises(steps).map((rise) => ({ ...rise, requirements: [...rise.requirements] })),
        count: rules.reduce((sum, { found }) => sum + found.length, 0),
        source: sourceOf(state),
      }
    }),
  'GET /api/organizations/:organization/benchmark': async ({ world, actor, query: { baseline } }) => {
    const library = openLibrary(world.content)
    const wanted = { ...wantedOf(world, actor.organization), baseline }
    const state = await world.records.within(actor, (tx) => openState(tx, library, wanted))
    const { source, as_of: asOf, profiles } = library.profiles
    const lines = benchmark(state.assessment, state.baseline?.target ?? {}, library)
    return {
      baseline: state.baseline,
      lines: lines.map((line) => ({ ...line, clauses: [...line.clauses] })),
      profiles: profiles.map(({ id, title }) => ({ id, title, source, asOf })),
      source: sourceOf(state),
    }
  },
  'GET /api/organizations/:organization/search': async ({ world, actor, query }) => {
    const found = await world.records.within(actor, (tx) =>
      search(tx, actor, openLibrary(world.content), query.text, findablesOfLibrary(actor, world.content)),
    )
    const inEvidence = await searchEvidence(world, actor, query.text)
    return { items: [...inEvidence, ...found] }
  },
  'GET /api/organizations/:organization/evidence-room': async ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const room = await enterRoom(tx, actor, matterOf(world, actor.organization))
      await noteVisit(tx, actor)
      return room
    }),
  'GET /api/organizations/:organization/evidence-room/ratings': async ({ world, actor }) =>
    world.records.within(actor, (tx) => openRatings(tx, actor, matterOf(world, actor.organization))),
}

export const workbench = { endpoints: workbenchApi, handlers }

function matterOf(world: World, organization: string) {
  return { library: openLibrary(world.content), ...wantedOf(world, organization) }
}
