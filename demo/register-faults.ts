import { DAY, instant, iso, PERIOD } from './calendar.ts'
import type { Plant } from './fault.ts'
import { withoutProblems } from './problem-faults.ts'
import type { Ticket } from './ticket.ts'
import type { Agreement, World } from './world.ts'

const strayUpdates: Plant = (world, chance) => {
  const names = world.items.filter((item) => item.status === 'Installed')
  const stray = Array.from({ length: Math.round(world.itemChanges.length * 0.16) + 1 }, () => ({
    number: '',
    item: chance.pick(names).name,
    at: Math.round(chance.between(PERIOD.from, PERIOD.to - DAY)),
    attribute: chance.pick(['version', 'configuration', 'memory']),
    change: undefined,
    user: chance.pick(world.staff.everybody),
  }))
  world.itemChanges.push(...stray)
  return {
    id: 'item-updated-without-change',
    requirement: '8.2.6-f',
    hint: 'Updates of configuration items without an authorised change',
    planted: 'updates typed in without a change number',
    subjects: stray,
    of: world.itemChanges.length,
  }
}

const notVerified: Plant = (world, chance) => {
  const live = world.items.filter((item) => item.status === 'Installed')
  const old = chance.some(live, 0.3)
  for (const [place, item] of old.entries()) {
    if (place % 3 === 0) item.isDeficient = true
    else item.verifiedAt = place % 3 === 1 ? undefined : instant('2024-10-14T08:00:00Z') + (place % 60) * DAY
  }
  return {
    id: 'item-not-verified',
    requirement: '8.2.6-h',
    hint: 'Configuration items not verified for a year or found wrong at the last verification',
    planted: 'one third found wrong, one third never verified, one third not for 18 months',
    subjects: old.map((item) => item.name),
    of: live.length,
  }
}

const noOwner: Plant = (world, chance) => {
  const bare = chance.some(world.items, 0.09)
  for (const item of bare) item.owner = undefined
  return {
    id: 'item-without-owner',
    requirement: '8.2.6-e',
    hint: 'Configuration items without an owner',
    planted: 'owner left empty',
    subjects: bare.map((item) => item.name),
    of: world.items.length,
  }
}

const WITHOUT_SLA = new Set([
  'Certificats gemmes',
  'Tesoreria',
  'Collaboration',
  'Traçabilité des pièces',
  'Impression',
])

const noSla: Plant = (world) => {
  world.agreements = world.agreements.filter((one) => one.kind !== 'SLA' || !WITHOUT_SLA.has(one.service))
  return {
    id: 'service-without-sla',
    requirement: '8.3.3-b',
    hint: 'Live services without a current service level agreement',
    planted: 'nothing agreed with the customer',
    subjects: [...WITHOUT_SLA],
    of: liveCount(world),
  }
}

const reviewOverdue: Plant = (world, chance) => {
  const slas = world.agreements.filter((one) => one.kind === 'SLA')
  const old = slas.filter((one) => one.agreedAt < instant('2024-01-01T00:00:00Z'))
  const late = chance.some(old, 0.26)
  for (const sla of late) {
    sla.reviewedAt -= 560 * DAY
    sla.reviewAt = sla.reviewedAt + 365 * DAY
  }
  return {
    id: 'sla-review-overdue',
    requirement: '8.3.3-d',
    hint: 'Service level agreements whose review is overdue',
    planted: 'last review more than 18 months ago',
    subjects: late.map((sla) => sla.id),
    of: slas.length,
  }
}

const WITHOUT_CRITICALITY = new Set(['Fidélité', 'Planning atelier', 'Réapprovisionnement'])

const noCriticality: Plant = (world) => {
  for (const service of world.services)
    if (WITHOUT_CRITICALITY.has(service.name)) service.criticality = undefined
  return {
    id: 'service-without-criticality',
    requirement: '8.2.2-b',
    hint: 'Services in scope without a criticality',
    planted: 'criticality left empty',
    subjects: [...WITHOUT_CRITICALITY],
    of: liveCount(world),
  }
}

const contractNotReviewed: Plant = (world, chance) => {
  const external = world.suppliers.filter((supplier) => supplier.kind === 'External')
  const late = chance.some(external, 0.3)
  for (const supplier of late) supplier.contractReviewedAt -= 700 * DAY
  return {
    id: 'supplier-contract-not-reviewed',
    requirement: '8.3.4.1-h',
    hint: 'Contracts with suppliers not reviewed within a year',
    planted: 'last review about two years ago',
    subjects: late.map((supplier) => supplier.name),
    of: external.length,
  }
}

const brokenChain: Plant = (world, chance) => {
  const slas = world.agreements.filter((one) => one.kind === 'SLA')
  const weak = chance.some(slas, 0.24)
  for (const sla of weak) loosen(world, sla, chance.is(0.4) ? 'OLA' : 'UC')
  return {
    id: 'agreement-chain-broken',
    requirement: '8.3.4.1-d',
    hint: 'Services whose supplier or internal group has promised less than the SLA',
    planted: 'the agreement below allows hours more than the SLA',
    subjects: weak.map((sla) => sla.service),
    of: slas.length,
  }
}

function loosen(world: World, sla: Agreement, kind: 'OLA' | 'UC'): void {
  const below = world.agreements.filter((one) => one.service === sla.service && one.kind !== 'SLA')
  const weak = below.find((one) => one.kind === kind) ?? below[0]
  if (weak === undefined) return
  weak.responseMinutes = sla.responseMinutes + 60
  weak.resolveMinutes = sla.resolveMinutes + 300
}

const outageNotInvestigated: Plant = (world, chance) => {
  const unplanned = world.outages.filter((outage) => !outage.isPlanned)
  const left = chance
    .some(
      unplanned.filter((outage) => !outage.ticket.isMajor && outage.ticket.problem !== undefined),
      0.4,
    )
    .map((outage) => outage.ticket)
  withoutProblems(world, new Set(left.flatMap((incident) => incident.problem ?? [])))
  return {
    id: 'outage-not-investigated',
    requirement: '8.7.1-e',
    hint: 'Unplanned outages without a linked problem or review',
    planted: 'no problem was raised after many of the shorter outages',
    subjects: left,
    of: unplanned.length,
  }
}

const WEAK_SERVICE = 'Remote access'

const targetMissed: Plant = (world) => {
  const months = new Map<string, Ticket>()
  for (const incident of world.incidents) {
    const isLong = (incident.resolvedAt ?? incident.openedAt) - incident.openedAt > 900 * 60
    const isHit = incident.service === WEAK_SERVICE && incident.openedAt > instant('2025-10-01T00:00:00Z')
    if (isLong && isHit && !incident.isMajor) months.set(iso(incident.openedAt).slice(0, 7), incident)
  }
  const problem = world.problems.find((one) => one.service === WEAK_SERVICE)
  for (const incident of months.values()) {
    incident.problem ??= problem
    incident.detectedAt = incident.openedAt - 300
    const outage = { service: WEAK_SERVICE, from: incident.openedAt - 300, to: incident.openedAt + 840 * 60 }
    world.outages.push({ ...outage, isPlanned: false, factor: 1, ticket: incident, supplier: undefined })
  }
  return {
    id: 'availability-target-missed',
    requirement: '8.7.1-d',
    hint: 'One service below its availability target in most months of the second year (performance only)',
    planted: `${WEAK_SERVICE} is down for 14 hours once a month`,
    subjects: [...months.values()],
    of: 12,
  }
}

const WEAK_COURSES = new Set(['Change and release practice', 'Configuration register basics'])

const trainingOpen: Plant = (world, chance) => {
  const assigned = world.trainings.filter((one) => WEAK_COURSES.has(one.module) && !one.isExempt)
  const open = chance.some(assigned, 0.55)
  for (const one of open) one.completedAt = undefined
  return {
    id: 'training-incomplete',
    requirement: '7.2-c',
    hint: 'Assigned courses not completed by the due date',
    planted: `more than half have not done ${[...WEAK_COURSES].join(' and ')}`,
    subjects: [...new Set(open.map((one) => one.person))],
    of: world.staff.everybody.length,
  }
}

function liveCount(world: World): number {
  return world.services.filter((service) => service.status === 'Operational').length
}

/** What is wrong with registers, agreements, outages and training. */
export const registerFaults: readonly Plant[] = [
  strayUpdates,
  notVerified,
  noOwner,
  noSla,
  reviewOverdue,
  noCriticality,
  contractNotReviewed,
  brokenChain,
  outageNotInvestigated,
  targetMissed,
  trainingOpen,
]
