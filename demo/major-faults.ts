import type { Plant } from './fault.ts'
import type { Ticket } from './ticket.ts'
import { forget } from './ticket.ts'
import type { World } from './world.ts'

function majors(world: World): Ticket[] {
  return world.incidents.filter((incident) => incident.isMajor)
}

const notReviewed: Plant = (world, chance) => {
  const all = majors(world).filter((incident) => incident.closedAt !== undefined)
  const skipped = chance.some(all, 0.33)
  for (const incident of skipped) forget(incident, (one) => one.field === 'review')
  return {
    id: 'major-incident-without-review',
    requirement: '8.6.1-k',
    hint: 'Major incidents without a review within ten working days',
    planted: 'closed without a review',
    subjects: skipped,
    of: all.length,
  }
}

const toldLate: Plant = (world, chance) => {
  const all = majors(world)
  const late = chance.some(all, 0.4)
  for (const incident of late) {
    const moment = (incident.declaredAt ?? incident.openedAt) + chance.whole(110, 320) * 60
    for (const one of incident.history) if (one.field === 'notify_management') one.at = moment
  }
  return {
    id: 'major-incident-management-told-late',
    requirement: '8.6.1-i',
    hint: 'Major incidents of which top management heard more than an hour after the declaration',
    planted: 'management told two to five hours later',
    subjects: late,
    of: all.length,
  }
}

const nobodyLeads: Plant = (world, chance) => {
  const all = majors(world)
  const bare = chance.some(all, 0.3)
  for (const incident of bare) incident.majorManager = undefined
  return {
    id: 'major-incident-without-manager',
    requirement: '8.6.1-j',
    hint: 'Major incidents without a named manager',
    planted: 'field left empty',
    subjects: bare,
    of: all.length,
  }
}

/** What is wrong with major incidents. */
export const majorFaults: readonly Plant[] = [notReviewed, toldLate, nobodyLeads]
