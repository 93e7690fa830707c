import { addWork, DAY, HOUR } from './calendar.ts'
import type { Plant } from './fault.ts'
import { withoutProblems } from './problem-faults.ts'
import type { ChangePart, Ticket } from './ticket.ts'
import { forget } from './ticket.ts'
import type { World } from './world.ts'

const LATE_TEAM = 'Store Systems'

type Done = { readonly change: Ticket; readonly part: ChangePart; readonly from: number; readonly to: number }

/** Changes whose work has been done, of some types. */
function done(world: World, types: readonly ChangePart['type'][]): Done[] {
  return world.changes.flatMap((change) => {
    const part = change.changePart
    if (part?.actualStart === undefined || part.actualEnd === undefined) return []
    return types.includes(part.type) ? [{ change, part, from: part.actualStart, to: part.actualEnd }] : []
  })
}

const approvedLate: Plant = (world, chance) => {
  const all = done(world, ['Normal'])
  const late = chance.some(
    all.filter(
      ({ change }) =>
        change.group === LATE_TEAM && change.closedAt !== undefined && change.release === undefined,
    ),
    0.8,
  )
  const decidedAt = new Map(late.map(({ change, from }) => [change, from + chance.whole(60, 900) * 60]))
  for (const approval of world.approvals) {
    const moment = decidedAt.get(approval.ticket)
    if (moment !== undefined) approval.decidedAt = moment
  }
  for (const [change, moment] of decidedAt) {
    for (const one of change.history) if (one.field === 'approval' && one.to === 'approved') one.at = moment
  }
  return {
    id: 'change-approved-after-start',
    requirement: '8.5.1.3-a',
    hint: 'Normal changes whose approval lies after the actual start',
    planted: `${LATE_TEAM} starts most of its normal changes before anybody has decided`,
    subjects: late.map(({ change }) => change),
    of: all.length,
  }
}

const noWayBack: Plant = (world, chance) => {
  const all = done(world, ['Normal', 'Emergency'])
  const bare = chance.some(
    all.filter(({ part }) => !part.isMajorImpact),
    0.15,
  )
  for (const { part } of bare) part.backoutPlanAt = undefined
  return {
    id: 'change-without-way-back',
    requirement: '8.5.1.3-h',
    hint: 'Normal and emergency changes without a way back recorded before approval',
    planted: 'no back-out plan on one change in seven',
    subjects: bare.map(({ change }) => change),
    of: all.length,
  }
}

const notInvestigated: Plant = (world, chance) => {
  const failed = world.changes.filter(
    (change) => isFailed(change) && change.problem !== undefined && change.changePart?.isMajorImpact !== true,
  )
  const left = chance.some(failed, 0.45)
  const problems = new Set(left.flatMap((change) => change.problem ?? []))
  const subjects = failed.filter((change) => change.problem !== undefined && problems.has(change.problem))
  withoutProblems(world, problems)
  for (const change of subjects) skipReview(change)
  return {
    id: 'change-failure-not-investigated',
    requirement: '8.5.1.3-i',
    hint: 'Failed or backed-out changes with neither a linked problem nor a review',
    planted: 'nobody looked into many of the failed changes',
    subjects,
    of: world.changes.filter(isFailed).length,
  }
}

function skipReview(change: Ticket): void {
  if (change.changePart !== undefined) change.changePart.reviewedAt = undefined
  forget(change, (one) => one.field === 'review' || (one.field === 'state' && one.to === 'Review'))
}

function isFailed(change: Ticket): boolean {
  return change.closeCode === 'Unsuccessful' || change.closeCode === 'Backed out'
}

const notReviewed: Plant = (world, chance) => {
  const closed = done(world, ['Normal', 'Emergency']).filter(({ change }) => change.state === 'Closed')
  const skipped = chance.some(
    closed.filter(({ part }) => !part.isMajorImpact),
    0.17,
  )
  for (const { change } of skipped) skipReview(change)
  return {
    id: 'change-closed-without-review',
    requirement: '8.5.1.3-j',
    hint: 'Normal and emergency changes closed without a review',
    planted: 'closed straight from the work, no review recorded',
    subjects: skipped.map(({ change }) => change),
    of: closed.length,
  }
}

const latePaperwork: Plant = (world, chance) => {
  const all = done(world, ['Emergency'])
  const late = chance.some(all, 0.45)
  for (const { part, to } of late) {
    const moment = addWork(to + chance.whole(4, 9) * DAY, 2 * HOUR)
    part.assessedAt = chance.is(0.5) ? undefined : moment
  }
  return {
    id: 'emergency-change-without-paperwork',
    requirement: '8.5.1.1-b',
    hint: 'Emergency changes whose assessment is not on file one working day after the work',
    planted: 'assessment written days later or never',
    subjects: late.map(({ change }) => change),
    of: all.length,
  }
}

const notCheckedForConflict: Plant = (world, chance) => {
  const pairs = overlaps(done(world, ['Standard', 'Normal', 'Emergency']))
  const open = chance.some(pairs, 0.6)
  const subjects = [...new Set(open.flat())]
  for (const change of subjects)
    if (change.changePart !== undefined) change.changePart.conflictCheckAt = undefined
  return {
    id: 'change-overlap-without-conflict-check',
    requirement: '8.5.1.3-e',
    hint: 'Changes on one service at the same time without a check for conflicts',
    planted: `${open.length} overlapping pairs have no conflict check on either side`,
    subjects,
    of: new Set(pairs.flat()).size,
  }
}

function overlaps(all: readonly Done[]): [Ticket, Ticket][] {
  const pairs: [Ticket, Ticket][] = []
  const ofService = new Map<string | undefined, Done[]>()
  for (const one of [...all].sort((left, right) => left.from - right.from)) {
    const before = (ofService.get(one.change.service) ?? []).filter((other) => other.to > one.from)
    for (const other of before) pairs.push([other.change, one.change])
    ofService.set(one.change.service, [...before, one])
  }
  return pairs
}

/** What is wrong with changes. */
export const changeFaults: readonly Plant[] = [
  approvedLate,
  noWayBack,
  notInvestigated,
  notReviewed,
  latePaperwork,
  notCheckedForConflict,
]
