import type { Instant } from './calendar.ts'
import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import type { Staff } from './organization.ts'
import { makeStaff } from './organization.ts'
import type { Service } from './services.ts'
import { makeServices } from './services.ts'
import type { Ticket } from './ticket.ts'

/** A configuration item. */
export type Item = {
  readonly name: string
  readonly kind: string
  readonly description: string
  readonly status: string
  owner: string | undefined
  readonly service: string
  readonly relations: number
  updatedAt: Instant
  verifiedAt: Instant | undefined
  isDeficient: boolean
  readonly supportEnds: string
}

/** A change of a controlled attribute of an item. */
export type ItemChange = {
  number: string
  readonly item: string
  readonly at: Instant
  readonly attribute: string
  readonly change: Ticket | undefined
  readonly user: string
}

export type Approval = {
  readonly ticket: Ticket
  readonly kind: string
  readonly requestedAt: Instant
  decidedAt: Instant
  readonly decision: 'approved' | 'rejected'
  readonly approver: string
  readonly role: string
}

export type Outage = {
  readonly service: string
  readonly from: Instant
  readonly to: Instant
  readonly isPlanned: boolean
  readonly factor: number
  readonly ticket: Ticket
  readonly supplier: string | undefined
}

export type Deployment = {
  readonly item: string
  readonly service: string
  readonly at: Instant
  readonly change: Ticket
  readonly release: Ticket | undefined
  readonly version: string
}

export type Agreement = {
  readonly id: string
  readonly kind: 'SLA' | 'OLA' | 'UC'
  readonly service: string
  readonly customer: string
  readonly supplier: string | undefined
  readonly agreedAt: Instant
  readonly validTo: Instant
  reviewAt: Instant
  reviewedAt: Instant
  responseMinutes: number
  resolveMinutes: number
}

export type Supplier = {
  readonly name: string
  readonly kind: 'External' | 'Internal'
  readonly manager: string
  readonly validUntil: Instant | undefined
  contractReviewedAt: Instant
  readonly performanceReviewedAt: Instant
}

export type Training = {
  readonly person: string
  readonly module: string
  readonly assignedAt: Instant
  readonly dueAt: Instant
  completedAt: Instant | undefined
  readonly isExempt: boolean
}

/** The simulated organization: its registers and everything that happened in two years. */
export type World = {
  readonly seed: number
  readonly scale: number
  readonly staff: Staff
  readonly services: Service[]
  readonly items: Item[]
  readonly itemsOf: Map<string, Item[]>
  agreements: Agreement[]
  suppliers: Supplier[]
  trainings: Training[]
  incidents: Ticket[]
  requests: Ticket[]
  problems: Ticket[]
  knownErrors: Ticket[]
  changes: Ticket[]
  releases: Ticket[]
  securityIncidents: Ticket[]
  complaints: Ticket[]
  approvals: Approval[]
  outages: Outage[]
  itemChanges: ItemChange[]
  deployments: Deployment[]
}

/** An organization to which nothing has happened yet. */
export function makeWorld(seed: number, scale: number): World {
  return {
    seed,
    scale,
    staff: makeStaff(),
    services: makeServices(),
    items: [],
    itemsOf: new Map(),
    agreements: [],
    suppliers: [],
    trainings: [],
    incidents: [],
    requests: [],
    problems: [],
    knownErrors: [],
    changes: [],
    releases: [],
    securityIncidents: [],
    complaints: [],
    approvals: [],
    outages: [],
    itemChanges: [],
    deployments: [],
  }
}

/** Every ticket of every kind. */
export function allTickets(world: World): Ticket[] {
  return [
    ...world.incidents,
    ...world.requests,
    ...world.problems,
    ...world.knownErrors,
    ...world.changes,
    ...world.releases,
    ...world.securityIncidents,
    ...world.complaints,
  ]
}

/** The stream of chance of one part of this world. */
export function streamOf(world: World, part: string): Chance {
  return chanceOf(world.seed, part)
}

/** How many of something that comes so often in two years at full scale. */
export function volume(world: World, count: number): number {
  return Math.max(2, Math.round(count * world.scale))
}

/** Services in operation. */
export function liveServices(world: World): Service[] {
  return world.services.filter((service) => service.status === 'Operational')
}

/** A live service by its share of the work; one that went live later only afterwards. */
export function serviceAt(world: World, moment: Instant, chance: Chance): Service {
  const list = liveServices(world)
    .filter((service) => (service.liveAt ?? 0) < moment)
    .map((service) => [service, service.weight] as const)
  return chance.weighted(list)
}

/** An item in use of a service. */
export function itemOf(world: World, service: Service, chance: Chance): Item {
  return chance.pick(world.itemsOf.get(service.name) ?? [])
}
