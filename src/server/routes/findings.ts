import type { Actor } from '#access/actor.ts'
import { historyOf } from '#access/trail-store.ts'
import { type FindingRow, type FindingView, findingsApi } from '#api/findings.ts'
import { addAction, changeAction } from '#audit/action-store.ts'
import { type Finding, findingName } from '#audit/finding.ts'
import { demandKnown, raiseFinding, readFindingList, readFindingPage } from '#audit/finding-page-store.ts'
import { readFinding } from '#audit/finding-store.ts'
import { approveCause, changeFinding, checkEffect, moveFinding } from '#audit/finding-work-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers, World } from '../call.ts'
import { historyView } from '../history-view.ts'
import type { Tx } from '../workshop.ts'

const handlers: Handlers<typeof findingsApi> = {
  'GET /api/organizations/:organization/findings': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const { on, items, mayRaise } = await readFindingList(tx, actor, world.now())
      return {
        on,
        mayRaise,
        items: items.map(({ finding, nextOn, overdueSince, repeats }) => ({
          ...rowOf(finding),
          nextOn,
          overdueSince,
          repeats,
        })),
      }
    }),
  'POST /api/organizations/:organization/findings': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const matter = { library: openLibrary(world.content), now: world.now() }
      const { id } = await raiseFinding(tx, actor, { ...body, evidence: body.evidence ?? '' }, matter)
      return pageOf(world, tx, actor, id)
    }),
  'GET /api/organizations/:organization/findings/:finding': ({ world, actor, params }) =>
    world.records.within(actor, (tx) => pageOf(world, tx, actor, params.finding)),
  'GET /api/organizations/:organization/findings/:finding/history': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      await readFinding(tx, actor, params.finding)
      return historyView(await historyOf(tx, 'finding', params.finding))
    }),
  'PATCH /api/organizations/:organization/findings/:finding': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) => {
      demandKnown(body, openLibrary(world.content))
      await changeFinding(tx, actor, params.finding, body, { version, at: world.now() })
      return pageOf(world, tx, actor, params.finding)
    }),
  'POST /api/organizations/:organization/findings/:finding/moves': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      await moveFinding(tx, actor, params.finding, { ...body, version, at: world.now() })
      return pageOf(world, tx, actor, params.finding)
    }),
  'POST /api/organizations/:organization/findings/:finding/cause-approval': ({
    world,
    actor,
    params,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      await approveCause(tx, actor, params.finding, { version, at: world.now() })
      return pageOf(world, tx, actor, params.finding)
    }),
  'POST /api/organizations/:organization/findings/:finding/actions': ({ world, actor, params, body }) =>
    world.records.within(actor, (tx) => addAction(tx, actor, params.finding, body)),
  'PATCH /api/organizations/:organization/findings/:finding/actions/:action': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      await changeAction(tx, actor, params, body, { version, today: world.now().toISOString().slice(0, 10) })
      return pageOf(world, tx, actor, params.finding)
    }),
  'POST /api/organizations/:organization/findings/:finding/effect-checks': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      await checkEffect(tx, actor, params.finding, { ...body, version, at: world.now() })
      return pageOf(world, tx, actor, params.finding)
    }),
}

export const findings = { endpoints: findingsApi, handlers }

async function pageOf(world: World, tx: Tx, actor: Actor, id: string): Promise<FindingView> {
  const matter = { library: openLibrary(world.content), now: world.now() }
  const { finding, results, moves, recurrence, ...page } = await readFindingPage(tx, actor, id, matter)
  return {
    ...page,
    ...rowOf(finding),
    check: finding.check,
    evidence: finding.evidence,
    missing: finding.missing,
    gradeReason: finding.gradeReason,
    extent: finding.extent,
    dueOn: finding.dueOn,
    correction: finding.correction,
    causeForm: finding.causeForm,
    causeRows: [...finding.causeRows],
    rootCause: finding.rootCause,
    causeCategory: finding.causeCategory,
    causeBy: finding.causeBy,
    causeApproved: finding.causeApproved,
    extentCheck: finding.extentCheck,
    criterion: finding.criterion,
    effectDueOn: finding.effectDueOn,
    decision: finding.decision,
    raisedBy: finding.raisedBy.name,
    actions: [...finding.actions],
    effectChecks: finding.effectChecks.map((one) => ({
      ...one,
      results: [...one.results],
      checkedBy: one.checkedBy.name,
    })),
    results: [...results],
    moves: moves.map((move) => ({ ...move, lacks: [...move.lacks] })),
    recurrence: recurrence.map(({ finding: other, by, what }) => ({
      id: other.id,
      name: findingName(other),
      title: other.title,
      state: other.state,
      by,
      what,
    })),
    version: finding.version,
  }
}

function rowOf(finding: Finding): Omit<FindingRow, 'repeats' | 'nextOn' | 'overdueSince'> {
  return {
    id: finding.id,
    name: findingName(finding),
    number: finding.number,
    source: finding.source,
    sourceName: finding.sourceName,
    grade: finding.grade,
    title: finding.title,
    requirements: [...finding.requirements],
    state: finding.state,
    owner: finding.owner,
    raisedAt: finding.raisedAt,
    closedAt: finding.closedAt,
    reopened: finding.reopened,
  }
}
