import { join } from 'node:path'
import { type Actor, may } from '#access/actor.ts'
import { type ConformanceRow, type ConformanceView, type TicketView, ticketsApi } from '#api/tickets.ts'
import { Refusal } from '#base/refusal.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Conformance } from '#evidence/collected.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { conformanceOfTeam } from '#evidence/conformance.ts'
import { isPersonColumn, maskOf, mayNamePerson } from '#evidence/mask.ts'
import { maskKey } from '#evidence/mask-store.ts'
import { namedBy, readTicket, type Ticket } from '#evidence/ticket-store.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import type { Handlers, World } from '../call.ts'
import { readEvents } from '../read-events.ts'
import { workspaceOf } from '../workshop.ts'
import { collectionView } from './evidence.ts'
import { problemView } from './sources.ts'

const handlers: Handlers<typeof ticketsApi> = {
  'GET /api/organizations/:organization/conformance': async ({ world, actor }) => {
    const latest = await world.records.within(actor, openLatestCollection)
    const items = (latest?.collected.conformance ?? []).map(conformanceRow)
    return { ...(latest ? { collection: collectionView(latest) } : {}), items }
  },
  'GET /api/organizations/:organization/conformance/:process': async ({ world, actor, params, query }) => {
    const latest = await world.records.within(actor, openLatestCollection)
    const kept = latest?.collected.conformance.find(({ type }) => type === params.process)
    if (!latest || !kept)
      throw new Refusal('not-found', `No paths of ${params.process} were found in the data.`)
    const model = modelOf(world, actor.organization, params.process)
    const { team } = query
    const shown =
      team === undefined || !model
        ? kept
        : await readEvents(world, actor.organization, (duck) =>
            conformanceOfTeam(duck, model, team, factsOf(world, actor.organization)),
          )
    const view: ConformanceView = {
      ...conformanceRow(shown),
      collection: collectionView(latest),
      ...(team === undefined ? {} : { team }),
      states: shown.states.map((state) => ({ ...state, ...meaningOf(model, state.state) })),
      steps: shown.map.map((step) => ({ ...step })),
      deviationList: shown.deviations.map((one) => ({ ...one })),
      variants: shown.variants.map((one) => ({ ...one })),
      variantCount: shown.variantCount,
      teams: [...(kept.teams ?? [])],
    }
    return view
  },
  'GET /api/organizations/:organization/tickets/:ticket': async ({ world, actor, params }) => {
    const latest = await world.records.within(actor, openLatestCollection)
    const imported = await world.records.within(actor, readLatestImport)
    const folder = workspaceOf(world, actor.organization)
    const failed = (latest?.collected.results ?? []).filter(({ exceptionCount }) => exceptionCount > 0)
    const { ticket, named } = await readEvents(world, actor.organization, async (duck) => ({
      ticket: await readTicket(duck, params.ticket),
      named: await namedBy(
        duck,
        folder,
        failed.map(({ check }) => check),
        params.ticket,
      ),
    }))
    if (!ticket) throw new Refusal('not-found', 'There is no ticket of this number in the data.')
    const titles = new Map(failed.map(({ check, title }) => [check, title]))
    const file = imported?.ingested.files.find(({ sha256 }) => sha256.startsWith(ticket.source?.sha ?? '-'))
    const view: TicketView = {
      ...ticketView(ticket, actor, world),
      named: named.map(({ check, reason }) => ({ check, title: titles.get(check) ?? check, reason })),
      ...(file && ticket.source ? { source: { file: file.file, row: ticket.source.row } } : {}),
    }
    return view
  },
  'GET /api/organizations/:organization/data-quality': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const kept = await readLatestImport(tx)
      if (!kept) return { counts: {}, problems: [], fill: [] }
      const { ingested } = kept
      return {
        importId: kept.id,
        readAt: kept.readAt.toISOString(),
        dataFrom: kept.dataFrom,
        dataUntil: kept.dataUntil,
        timezone: kept.timezone,
        counts: ingested.counts,
        problems: ingested.problems.map((problem) => problemView(problem)),
        fill: ingested.fill.map((one) => ({ ...one })),
      }
    }),
}

export const tickets = { endpoints: ticketsApi, handlers }

function conformanceRow(one: Conformance): ConformanceRow {
  const [most] = one.deviations
  return {
    process: one.type,
    title: one.title,
    clause: one.clause,
    tickets: one.tickets,
    finished: one.finished,
    fitting: one.fitting,
    ...(one.finished > 0 ? { share: one.fitting / one.finished } : {}),
    strictFitting: one.strictFitting,
    fitness: one.fitness,
    deviations: one.deviations.length,
    ...(most ? { most: { says: most.says, count: most.count } } : {}),
  }
}

/** The facts of the evidence pack that hold paths. */
function factsOf(world: World, organization: string) {
  const folder = join(workspaceOf(world, organization), 'evidence', 'facts')
  return { path: join(folder, 'path.parquet'), stay: join(folder, 'state_interval.parquet') }
}

/** The model that paths are held against: the organization's own, else the reference. */
function modelOf(world: World, organization: string, process: string): ProcessModel | undefined {
  const own = `${workspaceOf(world, organization)}/processes`
  return withOwnProcesses(openKnowledge(world.content), own).models.find(({ id }) => id === process)
}

function meaningOf(model: ProcessModel | undefined, state: string) {
  const known = model?.states.find(({ id }) => id === state)
  return {
    ...(known ? { meaning: known.meaning } : {}),
    isInitial: model?.initial.includes(state) ?? false,
    isFinal: model?.final.includes(state) ?? false,
  }
}

/** A ticket as this actor may see it: who may not see people is shown names that stand for them. */
function ticketView(ticket: Ticket, actor: Actor, world: World): Omit<TicketView, 'named'> {
  const isMasked = !may(actor, 'read people')
  const key = isMasked ? maskKey(workspaceOf(world, actor.organization)) : ''
  const shown = (person: string) => (isMasked ? maskOf(key, person) : person)
  const { tables } = openLibrary(world.content).questions.tables
  const fields = ticket.fields.map(({ table, column, value }) => {
    const isPerson = isPersonColumn(column)
    const means = tables[table]?.columns[column]?.means ?? column
    return { name: column, means, value: isPerson ? shown(String(value)) : value, isPerson }
  })
  const history = ticket.history.map(({ actor: doer, from, to, ...event }) => {
    const isHidden = isMasked && mayNamePerson(event.kind, event.field)
    return {
      ...event,
      ...(doer === undefined ? {} : { actor: shown(doer) }),
      ...(from === undefined ? {} : { from: isHidden ? '…' : from }),
      ...(to === undefined ? {} : { to: isHidden ? '…' : to }),
    }
  })
  const approvals = ticket.approvals.map(({ approver, ...approval }) => ({
    ...approval,
    ...(approver === undefined ? {} : { approver: shown(approver) }),
  }))
  return {
    ...ticket.line,
    fields,
    history,
    relations: ticket.relations.map((one) => ({ ...one })),
    approvals,
    isMasked,
  }
}
