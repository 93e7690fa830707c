import { DAY, PERIOD } from './calendar.ts'
import type { Plant } from './fault.ts'
import type { Ticket } from './ticket.ts'
import { forget } from './ticket.ts'
import type { World } from './world.ts'
import { allTickets } from './world.ts'

/** Takes problems out of the world as if nobody had ever raised them. */
export function withoutProblems(world: World, problems: ReadonlySet<Ticket>): void {
  const isGone = (problem: Ticket | undefined) => problem !== undefined && problems.has(problem)
  world.problems = world.problems.filter((problem) => !isGone(problem))
  world.knownErrors = world.knownErrors.filter((known) => !isGone(known.problem))
  for (const ticket of allTickets(world)) if (isGone(ticket.problem)) ticket.problem = undefined
}

const noRootCause: Plant = (world, chance) => {
  const old = world.problems.filter(
    (problem) => problem.closedAt !== undefined || problem.openedAt < PERIOD.to - 30 * DAY,
  )
  const bare = new Set(chance.some(old, 0.27))
  for (const problem of bare) {
    problem.rootCause = undefined
    problem.rootCauseAt = undefined
    problem.isKnownError = false
    problem.workaroundAt = undefined
    forget(problem, (one) => one.to === 'Cause found and recorded')
  }
  world.knownErrors = world.knownErrors.filter(
    (known) => known.problem === undefined || !bare.has(known.problem),
  )
  return {
    id: 'problem-without-root-cause',
    requirement: '8.6.3-b',
    hint: 'Problems older than 30 days or closed without a root cause',
    planted: 'no cause recorded on one problem in four',
    subjects: [...bare],
    of: old.length,
  }
}

const forgotten: Plant = (world, chance) => {
  const candidates = world.problems.filter(
    (problem) =>
      problem.rootCauseAt !== undefined &&
      problem.resolvedAt !== undefined &&
      problem.priority >= 3 &&
      problem.openedAt > PERIOD.to - 260 * DAY &&
      problem.rootCauseAt < PERIOD.to - 75 * DAY,
  )
  const stale = chance.some(candidates, 0.35)
  for (const problem of stale) stopAtCause(world, problem)
  return {
    id: 'problem-without-update',
    requirement: '8.6.3-h',
    hint: 'Open problems without any entry for 30 days',
    planted: 'cause found months ago, then silence',
    subjects: stale,
    of: world.problems.filter((problem) => problem.resolvedAt === undefined).length,
  }
}

function stopAtCause(world: World, problem: Ticket): void {
  const foundAt = problem.rootCauseAt ?? problem.openedAt
  forget(problem, (one) => one.at > foundAt + 60)
  problem.state = 'Fix in Progress'
  problem.resolvedAt = undefined
  problem.closedAt = undefined
  problem.closeCode = undefined
  problem.closeNotes = undefined
  const known = world.knownErrors.find((one) => one.problem === problem)
  if (known === undefined) return
  known.closedAt = undefined
  known.closeNotes = undefined
  forget(known, (one) => one.to === 'Solved' || one.to === 'Retired')
}

const noWorkaround: Plant = (world, chance) => {
  const bare = chance.some(world.knownErrors, 0.33)
  for (const known of bare) {
    known.workaroundAt = undefined
    if (known.problem !== undefined) known.problem.workaroundAt = undefined
    forget(known, (one) => one.to === 'Workaround recorded')
  }
  return {
    id: 'known-error-without-workaround',
    requirement: '8.6.3-k',
    hint: 'Known errors without a workaround',
    planted: 'published without saying what to do meanwhile',
    subjects: bare,
    of: world.knownErrors.length,
  }
}

/** What is wrong with problems and known errors. */
export const problemFaults: readonly Plant[] = [noRootCause, forgotten, noWorkaround]
