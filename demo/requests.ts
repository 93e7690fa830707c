import { arrivals } from './arrivals.ts'
import type { Instant } from './calendar.ts'
import { addWork, DAY, HOUR, MINUTE, WORKDAY, workBetween } from './calendar.ts'
import type { Chance } from './chance.ts'
import { assign } from './incident-path.ts'
import { article, knowledgeShare } from './knowledge.ts'
import { callerOf, DESKS } from './organization.ts'
import type { Ticket } from './ticket.ts'
import { matrix, openTicket, step } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, streamOf, volume } from './world.ts'

const COUNT = 52_000

type CatalogueItem = readonly [
  name: string,
  service: string,
  days: number,
  needsApproval: boolean,
  weight: number,
]

/** The request catalogue: what can be ordered, from which service, how fast. */
const CATALOGUE: readonly CatalogueItem[] = [
  ['Password reset', 'Identity and access', 1, false, 14],
  ['New user', 'Identity and access', 3, true, 7],
  ['Role in an application', 'Identity and access', 2, true, 11],
  ['Leaver', 'Identity and access', 1, false, 5],
  ['Laptop', 'Poste de travail', 8, true, 6],
  ['Accessories', 'Poste de travail', 5, false, 8],
  ['Software installation', 'Poste de travail', 3, false, 8],
  ['Shared mailbox', 'Messagerie', 2, false, 4],
  ['Distribution list', 'Messagerie', 2, false, 4],
  ['Team room', 'Collaboration', 2, false, 3],
  ['Phone number', 'Téléphonie', 4, false, 3],
  ['Remote access token', 'Remote access', 2, true, 3],
  ['Toner and paper', 'Impression', 3, false, 4],
  ['Till user', 'Caisse boutique', 1, false, 4],
  ['Νέος χρήστης ταμείου', 'Ταμείο καταστήματος', 1, false, 1],
  ['مستخدم جديد لنقطة البيع', 'نقاط البيع دبي', 1, false, 1],
  ['Nowy użytkownik kasy', 'Kasa sklepowa', 1, false, 1],
  ['Kassenbenutzer', 'Kassensystem Filialen', 1, false, 2],
  ['Utente cassa', 'Punto vendita', 1, false, 1],
  ['Client book access', 'Clienteling', 2, false, 3],
  ['Report or extract', 'Entrepôt de données', 5, false, 3],
  ['Ledger account', 'ERP Finance', 3, true, 2],
  ['Article data', 'Catalogue produits', 3, false, 2],
  ['Workshop user', 'Planning atelier', 2, false, 1],
]

/** Service requests, from the order to the confirmation. */
export function makeRequests(world: World): void {
  const chance = streamOf(world, 'requests')
  const offers = CATALOGUE.map((one) => [one, one[4]] as const)
  for (const openedAt of arrivals(chance, volume(world, COUNT))) {
    makeRequest(world, chance, openedAt, chance.weighted(offers))
  }
}

function makeRequest(world: World, chance: Chance, openedAt: Instant, offer: CatalogueItem): void {
  const [name, serviceName, days, needsApproval] = offer
  const service = world.services.find((one) => one.name === serviceName)
  if (service === undefined) throw new Error(`no service ${serviceName}`)
  const request = openTicket('sc_req_item', openedAt)
  request.catalogueItem = name
  request.service = service.name
  request.item = chance.is(0.5) ? itemOf(world, service, chance).name : undefined
  request.category = 'Request'
  request.subcategory = name
  request.urgency = days === 1 ? 2 : 3
  request.priority = matrix(request.impact, request.urgency)
  request.company = chance.pick(service.customers)
  request.caller = callerOf(request.company, chance)
  request.channel = chance.weighted([
    ['Self-service', 81],
    ['Phone', 9],
    ['Email', 10],
  ] as const)
  request.targetWork = days * WORKDAY
  step(request, openedAt, request.caller, 'created', '')
  step(request, openedAt, request.caller, 'state', 'New')
  assign(
    world,
    chance,
    request,
    openedAt + chance.whole(2, 90),
    chance.is(0.6) ? chance.pick(DESKS) : service.group,
  )
  if (chance.is(knowledgeShare(openedAt))) request.knowledge = article(chance)
  world.requests.push(request)
  const startFrom = needsApproval ? decide(world, chance, request) : openedAt
  if (startFrom !== undefined) fulfil(chance, request, startFrom)
}

/** The wait for a decision does not count; a refused request ends here. */
function decide(world: World, chance: Chance, request: Ticket): Instant | undefined {
  const askedAt = request.openedAt + 2 * MINUTE
  const decidedAt = addWork(askedAt, Math.min(chance.spread(3 * HOUR, 0.7), 2 * WORKDAY))
  const approver = `m${request.caller?.slice(1, 3)}${String(chance.whole(0, 24)).padStart(2, '0')}`
  const decision = chance.is(0.03) ? 'rejected' : 'approved'
  request.pausedWork = workBetween(askedAt, decidedAt)
  step(request, askedAt, 'system', 'state', 'Awaiting Approval')
  step(request, decidedAt, approver, 'approval', decision)
  const order = { ticket: request, kind: 'manager', requestedAt: askedAt, decidedAt, decision } as const
  world.approvals.push({ ...order, approver, role: 'Line manager' })
  request.dueResolveAt = addWork(request.openedAt, request.targetWork + request.pausedWork)
  if (decision === 'approved') {
    step(request, decidedAt, approver, 'state', 'Approved')
    return decidedAt
  }
  request.closedAt = decidedAt
  request.closeCode = 'Rejected'
  request.closeNotes = 'Not approved by the line manager'
  step(request, decidedAt, approver, 'state', 'Rejected')
  return undefined
}

function fulfil(chance: Chance, request: Ticket, from: Instant): void {
  const work = Math.min(
    Math.max(15 * MINUTE, chance.spread(request.targetWork * 0.23, 0.7)),
    1.8 * request.targetWork,
  )
  const after = (seconds: number) => addWork(from, seconds)
  const { assignee } = request
  request.firstResponseAt = Math.max(after(work * 0.25), from + 2 * MINUTE)
  step(request, request.firstResponseAt, assignee, 'state', 'Work in Progress')
  step(request, after(work * 0.6) + MINUTE, assignee, 'work_notes', chance.pick(NOTES))
  let doneAt = Math.max(after(work), request.firstResponseAt + 5 * MINUTE)
  if (chance.is(0.09)) {
    const waitsFrom = Math.max(after(work * 0.7), request.firstResponseAt + MINUTE)
    const wait = Math.round(Math.min(chance.spread(8 * HOUR, 0.7), 3 * WORKDAY))
    const waitsUntil = addWork(waitsFrom, wait)
    step(request, waitsFrom, assignee, 'state', 'Awaiting User Info')
    step(request, waitsUntil, request.caller ?? '', 'state', 'Work in Progress')
    request.pausedWork += wait
    doneAt = addWork(waitsUntil, Math.max(6 * MINUTE, work * 0.3))
  }
  finish(chance, request, doneAt)
}

function finish(chance: Chance, request: Ticket, doneAt: Instant): void {
  const byUser = chance.is(0.25)
  request.resolvedAt = doneAt
  request.closedAt = Math.round(
    doneAt + (byUser ? chance.between(0.1, 2) * DAY : 3 * DAY + chance.whole(0, 7000)),
  )
  request.closeCode = 'Fulfilled'
  request.closeNotes = 'Delivered and confirmed'
  request.dueResolveAt = addWork(request.openedAt, request.targetWork + request.pausedWork)
  step(request, doneAt, request.assignee, 'state', 'Completed')
  step(request, request.closedAt, byUser ? (request.caller ?? '') : 'system', 'state', 'Closed Complete')
}

const NOTES = ['Ordered and set up', 'Right granted', 'Tested with the user', 'Prepared and sent'] as const
