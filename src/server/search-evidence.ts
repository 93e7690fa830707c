import { type Actor, may } from '#access/actor.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { ticketsLike } from '#evidence/ticket-search-store.ts'
import type { World } from './call.ts'
import { tryEvents } from './read-events.ts'

type Hit = Readonly<{ kind: 'process' | 'ticket'; id: string; title: string; beside: string }>

const mostTickets = 8

/** What looks like the number of a ticket, or its beginning: no spaces, and a digit in it. */
const numberLike = /^(?=.*\d)[\p{L}\d._#/-]{3,60}$/u

/** Processes whose name holds what was typed, and tickets whose number begins with it, for whoever may read the evidence. */
export async function searchEvidence(world: World, actor: Actor, text: string): Promise<readonly Hit[]> {
  if (!may(actor, 'read evidence')) return []
  const typed = text.trim()
  return numberLike.test(typed) ? findTickets(world, actor, typed) : findProcesses(world, actor, typed)
}

async function findProcesses(world: World, actor: Actor, typed: string): Promise<readonly Hit[]> {
  const latest = await world.records.within(actor, openLatestCollection)
  return (latest?.collected.conformance ?? [])
    .filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()))
    .map(({ type, title, clause }) => ({ kind: 'process', id: type, title, beside: clause }))
}

/** Before the first file there are no tickets, which is no fault of whoever searches. */
async function findTickets(world: World, actor: Actor, typed: string): Promise<readonly Hit[]> {
  const found = await tryEvents(world, actor.organization, (duck) => ticketsLike(duck, typed, mostTickets))
  return (found ?? []).map(({ ticket, type }) => ({
    kind: 'ticket',
    id: ticket,
    title: ticket,
    beside: type,
  }))
}
