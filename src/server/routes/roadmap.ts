import type { Actor } from '#access/actor.ts'
import { documentLanguageOf, readOrganization } from '#access/organization-store.ts'
import { roadmapApi } from '#api/roadmap.ts'
import { demandRequirement } from '#assessment/requirement-page-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import { openProgrammeSpeech } from '#deliver/programme-speech.ts'
import { printRoadmapFile } from '#deliver/write-workbooks.ts'
import { demandDoable } from '#roadmap/compose.ts'
import { differenceOf } from '#roadmap/difference.ts'
import { applyEdits, previewEdits } from '#roadmap/edited-tasks-store.ts'
import { usualEffort } from '#roadmap/plan-roadmap.ts'
import { readPlan, writePlan } from '#roadmap/plan-store.ts'
import { decideAll } from '#roadmap/remedy-store.ts'
import { mediaTypes } from '#roadmap/roadmap-file.ts'
import { compareSchedules, matterOf, type OpenRoadmap, openRoadmap } from '#roadmap/roadmap-store.ts'
import { keepSchedule, listBaselines, setBaseline } from '#roadmap/schedule-store.ts'
import { roadmapBook } from '#roadmap/task-table.ts'
import type { Handlers, World } from '../call.ts'
import { sendFile } from '../download.ts'
import { planInThread } from '../plan-thread.ts'
import { readRoadmapFile } from '../roadmap-file.ts'
import { planView, remedyView, scheduleView } from '../roadmap-view.ts'
import { receiveFile } from '../upload.ts'
import { wantedOf } from '../wanted.ts'

/** In bytes. */
const largest = 10_000_000

const handlers: Handlers<typeof roadmapApi> = {
  'GET /api/organizations/:organization/roadmap': ({ world, actor, query }) =>
    show(world, actor, query.baseline),
  'GET /api/organizations/:organization/roadmap/plan': async ({ world, actor }) =>
    planView(await open(world, actor)),
  'PUT /api/organizations/:organization/roadmap/plan': async ({ world, actor, body, version }) => {
    const { tasks } = await open(world, actor)
    demandDoable(tasks, body)
    const kept = await world.records.within(actor, (tx) =>
      writePlan(tx, actor, body, { version, at: world.now() }),
    )
    return planView({ plan: body, kept })
  },
  'POST /api/organizations/:organization/roadmap/schedules': async ({ world, actor }) => {
    const opened = await open(world, actor)
    const schedule = await planInThread({ matter: matterOf(opened), effort: usualEffort })
    await world.records.within(actor, (tx) =>
      keepSchedule(tx, actor, schedule, {
        after: opened.schedule,
        planVersion: opened.kept.version,
        at: world.now(),
      }),
    )
    return show(world, actor, undefined)
  },
  'POST /api/organizations/:organization/roadmap/what-if': async ({ world, actor, body }) => {
    const opened = await open(world, actor)
    const schedule = await planInThread({ matter: { ...matterOf(opened), plan: body }, effort: usualEffort })
    const standing = opened.schedule
    if (!standing) return { schedule }
    const { plan } = await world.records.within(actor, (tx) => readPlan(tx, standing.planVersion))
    return {
      schedule,
      difference: differenceOf(
        { schedule: standing.schedule, plan: plan ?? opened.plan },
        { schedule, plan: body },
      ),
    }
  },
  'POST /api/organizations/:organization/roadmap/baselines': async ({ world, actor, body }) =>
    world.records.within(actor, (tx) => setBaseline(tx, actor, { name: body.name, at: world.now() })),
  'GET /api/organizations/:organization/roadmap/file': async ({ world, actor, query, reply }) => {
    const opened = await open(world, actor)
    const { schedule: kept, plan, today } = opened
    if (!kept) throw new Refusal('conflict', 'There is no roadmap yet. Plan it first.')
    const own = await world.records.within(actor, (tx) => readOrganization(tx, actor))
    const { schedule, plannedAt } = kept
    const speech = openProgrammeSpeech(world.content, roadmapBook, query.language ?? documentLanguageOf(own))
    const matter = { schedule, plan, organization: actor.organization, name: own.name, plannedAt }
    const content = Buffer.from(await printRoadmapFile(query.format, matter, speech))
    const file = { name: `roadmap-${today}.${query.format}`, type: mediaTypes[query.format] }
    await sendFile(reply, file, content)
    return undefined
  },
  'POST /api/organizations/:organization/roadmap/edits': async ({ world, actor, query, request }) => {
    const upload = await receiveFile(request, largest)
    const { file, edited } = await readRoadmapFile(world, upload)
    const opened = await open(world, actor)
    const { digest } = query
    const found =
      digest === undefined
        ? previewEdits(edited, opened)
        : await world.records.within(actor, (tx) =>
            applyEdits(tx, actor, edited, { open: opened, digest, file, at: world.now() }),
          )
    return { file, isApplied: digest !== undefined, digest: found.digest, edits: [...found.edits] }
  },
  'GET /api/organizations/:organization/remedies': async ({ world, actor }) => {
    const opened = await open(world, actor)
    return { items: opened.remedies.map(remedyView(opened, openLibrary(world.content))) }
  },
  'POST /api/organizations/:organization/remedies/decisions': async ({ world, actor, body }) => {
    const { remedies } = await open(world, actor)
    const known = new Set(remedies.map(({ requirement }) => requirement))
    const { requirements, state, reason } = body
    const decided = await world.records.within(actor, (tx) =>
      decideAll(
        tx,
        actor,
        requirements.map((requirement) => ({ requirement, state, reason })),
        { known, at: world.now() },
      ),
    )
    return { decided: decided.size }
  },
  'GET /api/organizations/:organization/requirements/:requirement/remedy': ({ world, actor, params }) =>
    showRemedy(world, actor, params.requirement),
  'PUT /api/organizations/:organization/requirements/:requirement/remedy': async (call) => {
    const { world, actor, params, body, version } = call
    const { remedies } = await open(world, actor)
    const known = new Set(remedies.map(({ requirement }) => requirement))
    await world.records.within(actor, (tx) =>
      decideAll(tx, actor, [{ ...body, requirement: params.requirement, version }], {
        known,
        at: world.now(),
      }),
    )
    return showRemedy(world, actor, params.requirement)
  },
}

export const roadmap = { endpoints: roadmapApi, handlers }

function open(world: World, actor: Actor): Promise<OpenRoadmap> {
  const question = {
    ...wantedOf(world, actor.organization),
    library: openLibrary(world.content),
  }
  return world.records.within(actor, (tx) => openRoadmap(tx, question))
}

async function show(world: World, actor: Actor, wanted: string | undefined) {
  const opened = await open(world, actor)
  const { schedule: kept } = opened
  return world.records.within(actor, async (tx) => {
    const baselines = [...(await listBaselines(tx))]
    const chosen = baselines.find(({ id }) => id === wanted)
    if (wanted !== undefined && !chosen) throw new Refusal('not-found', 'There is no such baseline.')
    const since = kept && (await compareSchedules(tx, kept, kept.number - 1))
    const against = kept && chosen && (await compareSchedules(tx, kept, chosen.number))
    const schedule = scheduleView(opened)
    const count = (state: string) => opened.remedies.filter(({ decision }) => decision.state === state).length
    return {
      today: opened.today,
      counts: {
        proposed: count('proposed'),
        accepted: count('accepted'),
        deferred: count('deferred'),
        declined: count('declined'),
        options: opened.tasks.length - count('accepted'),
      },
      plan: planView(opened),
      ...(schedule ? { schedule } : {}),
      ...(since ? { difference: since } : {}),
      baselines,
      ...(chosen && against ? { baseline: { ...chosen, difference: against } } : {}),
    }
  })
}

async function showRemedy(world: World, actor: Actor, requirement: string) {
  const library = openLibrary(world.content)
  const { id } = await world.records.within(actor, (tx) => demandRequirement(tx, actor, library, requirement))
  const opened = await open(world, actor)
  const found = opened.remedies.find((one) => one.requirement === id)
  if (!found) return { version: 0 }
  return { remedy: remedyView(opened, library)(found), version: found.decision.version }
}
