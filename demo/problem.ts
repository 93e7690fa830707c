import type { Instant } from './calendar.ts'
import { addWork, DAY, eveningFrom, HOUR, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import { recordChange, usualMinutes } from './change.ts'
import type { Ticket } from './ticket.ts'
import { matrix, openTicket, step } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf } from './world.ts'

const CAUSES = [
  'software defect',
  'configuration',
  'design',
  'hardware fault',
  'third party',
  'missing test',
] as const
const NOTES = [
  'Logs compared',
  'Reproduced in the test system',
  'Supplier asked',
  'Hypothesis ruled out',
  'Fix followed up',
]

/** Why a problem is raised: the ticket that shows it best, and how bad it is. */
type ProblemReason = {
  readonly openedAt: Instant
  readonly shownBy: Ticket
  readonly impact: number
  readonly urgency: number
}

/** Records a problem and lives it through: cause, known error, fixing change, resolution, closure. */
export function recordProblem(world: World, chance: Chance, reason: ProblemReason): Ticket {
  const problem = openTicket('problem', Math.round(reason.openedAt))
  problem.service = reason.shownBy.service
  problem.item = reason.shownBy.item
  problem.category = reason.shownBy.category
  problem.subcategory = reason.shownBy.subcategory
  problem.company = reason.shownBy.company
  problem.impact = reason.impact
  problem.urgency = reason.urgency
  problem.priority = matrix(reason.impact, reason.urgency)
  problem.group = groupOf(world, problem)
  problem.assignee = chance.pick(world.staff.of(problem.group))
  problem.caller = chance.pick(world.staff.of('Problem Office'))
  problem.assignedAt = problem.openedAt
  walk(world, chance, problem)
  world.problems.push(problem)
  return problem
}

function groupOf(world: World, problem: Ticket): string {
  return world.services.find((service) => service.name === problem.service)?.group ?? 'Problem Office'
}

function walk(world: World, chance: Chance, problem: Ticket): void {
  const { openedAt, assignee } = problem
  const foundAt = addWork(openedAt, chance.between(3, 11) * WORKDAY)
  const opener = problem.caller ?? assignee
  step(problem, openedAt, opener, 'created', '')
  step(problem, openedAt, opener, 'state', 'New')
  step(problem, openedAt, opener, 'assignment_group', problem.group)
  step(problem, addWork(openedAt, chance.between(2, 10) * HOUR), opener, 'state', 'Assess')
  step(problem, addWork(openedAt, chance.between(11, 22) * HOUR), assignee, 'state', 'Root Cause Analysis')
  problem.rootCause = chance.pick(CAUSES)
  problem.rootCauseAt = foundAt
  step(problem, foundAt, assignee, 'work_notes', 'Cause found and recorded')
  step(problem, foundAt + 60, assignee, 'state', 'Fix in Progress')
  const change = fix(world, chance, problem, foundAt)
  problem.change = change
  const fixedAt = change.changePart?.actualEnd ?? foundAt
  problem.resolvedAt = addWork(fixedAt, chance.between(1, 3) * WORKDAY)
  problem.closedAt = Math.max(
    addWork(problem.resolvedAt, chance.between(8, 14) * WORKDAY),
    change.closedAt ?? 0,
  )
  problem.closeCode = 'Fix Applied'
  problem.closeNotes = 'Cause removed by the linked change; no new incident seen'
  for (let at = openedAt + 6 * DAY; at < problem.resolvedAt; at += chance.whole(5, 11) * DAY) {
    step(problem, addWork(at, HOUR), assignee, 'work_notes', chance.pick(NOTES))
  }
  step(problem, problem.resolvedAt, assignee, 'state', 'Resolved')
  step(problem, problem.closedAt, opener, 'state', 'Closed')
  recordKnownError(chance, world, problem)
}

function fix(world: World, chance: Chance, problem: Ticket, foundAt: Instant): Ticket {
  const service = world.services.find((one) => one.name === problem.service)
  if (service === undefined) throw new Error(`no service ${problem.service}`)
  const own = world.itemsOf.get(service.name)?.find((one) => one.name === problem.item)
  return recordChange(world, chance, {
    type: 'Normal',
    service,
    item: own ?? itemOf(world, service, chance),
    startAt: eveningFrom(foundAt + chance.whole(24, 40) * DAY, chance.whole(20, 180)),
    minutes: usualMinutes('Normal', chance),
    reason: 'Fix of a known error',
    outcome: 'Successful',
  })
}

/** A known error stands from the day its cause is known until its problem is closed. */
function recordKnownError(chance: Chance, world: World, problem: Ticket): void {
  const openedAt = (problem.rootCauseAt ?? problem.openedAt) + HOUR / 2
  const known = openTicket('known_error', openedAt)
  const publishedAt = addWork(openedAt, chance.between(2, 24) * HOUR)
  const updatedAt = addWork(publishedAt, chance.between(6, 40) * HOUR)
  const solvedAt = (problem.resolvedAt ?? publishedAt) + HOUR
  known.service = problem.service
  known.item = problem.item
  known.category = problem.category
  known.priority = problem.priority
  known.impact = problem.impact
  known.urgency = problem.urgency
  known.group = problem.group
  known.assignee = problem.assignee
  known.problem = problem
  known.rootCause = problem.rootCause
  known.rootCauseAt = problem.rootCauseAt
  known.isKnownError = true
  known.workaroundAt = openedAt + 60
  known.closedAt = problem.closedAt === undefined ? undefined : problem.closedAt + HOUR
  known.closeNotes = 'Cause removed'
  problem.workaroundAt = known.workaroundAt
  step(known, openedAt, problem.assignee, 'created', '')
  step(known, openedAt, problem.assignee, 'state', 'Draft')
  step(known, openedAt + 60, problem.assignee, 'work_notes', 'Workaround recorded')
  step(known, publishedAt, problem.assignee, 'state', 'Published')
  if (updatedAt < solvedAt) step(known, updatedAt, problem.assignee, 'state', 'Updated')
  step(known, solvedAt, problem.assignee, 'state', 'Solved')
  step(known, known.closedAt ?? solvedAt, problem.assignee, 'state', 'Retired')
  world.knownErrors.push(known)
}
