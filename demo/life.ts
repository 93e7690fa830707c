import { makeAftermath } from './aftermath.ts'
import { makeAgreements } from './agreements.ts'
import { PERIOD } from './calendar.ts'
import { makeOrdinaryChanges } from './changes.ts'
import { makeComplaints } from './complaints.ts'
import { makeEverydayIncidents, makeIncidentsOfChanges, makeRecurringFaults } from './incidents.ts'
import { makeItems } from './items.ts'
import { makeOutages } from './outages.ts'
import { makeProblems } from './problems.ts'
import { keepSolved } from './recurrence.ts'
import { makeReleases } from './releases.ts'
import { makeRequests } from './requests.ts'
import { makeSecurityIncidents } from './security-incidents.ts'
import { settle } from './settle.ts'
import type { Ticket } from './ticket.ts'
import { makeTrainings } from './trainings.ts'
import type { World } from './world.ts'
import { allTickets, makeWorld } from './world.ts'

/** Two years of an organization that follows good practice throughout. */
export function liveTwoYears(seed: number, scale: number): World {
  const world = makeWorld(seed, scale)
  makeItems(world)
  makeAgreements(world)
  makeTrainings(world)
  makeReleases(world)
  makeOrdinaryChanges(world)
  makeEverydayIncidents(world)
  makeRecurringFaults(world)
  makeOutages(world)
  makeIncidentsOfChanges(world)
  makeProblems(world)
  keepSolved(world)
  makeRequests(world)
  makeSecurityIncidents(world)
  makeComplaints(world)
  makeAftermath(world)
  stopTheClock(world)
  return world
}

/** Leaves out what lies beyond the two years. */
function stopTheClock(world: World): void {
  const isPast = (ticket: Ticket | undefined) => ticket === undefined || ticket.openedAt < PERIOD.to
  const keep = (tickets: Ticket[]) => tickets.filter(isPast)
  for (const ticket of allTickets(world)) {
    if (!isPast(ticket.problem)) ticket.problem = undefined
    if (!isPast(ticket.change)) ticket.change = undefined
    if (!isPast(ticket.causedBy)) ticket.causedBy = undefined
    if (!isPast(ticket.release)) ticket.release = undefined
    settle(ticket, PERIOD.to)
  }
  for (const problem of world.problems) problem.isKnownError = problem.workaroundAt !== undefined
  world.incidents = keep(world.incidents)
  world.requests = keep(world.requests)
  world.problems = keep(world.problems)
  world.knownErrors = keep(world.knownErrors)
  world.changes = keep(world.changes)
  world.releases = keep(world.releases)
  world.securityIncidents = keep(world.securityIncidents)
  world.complaints = keep(world.complaints)
  world.approvals = world.approvals.filter((one) => one.requestedAt < PERIOD.to)
  world.outages = world.outages.filter((one) => one.to < PERIOD.to)
  world.itemChanges = world.itemChanges.filter((one) => one.at < PERIOD.to)
  world.deployments = world.deployments.filter((one) => one.at < PERIOD.to)
}
