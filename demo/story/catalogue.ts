import type { Draft } from '#server/told-story.ts'
import type { Instant } from '../calendar.ts'
import type { Agreement, World } from '../world.ts'
import { cast } from './people.ts'

/** The records that repeat what the tickets know: services, customers, suppliers and agreements, by the same names. */
export function catalogueRecords(world: World): readonly Draft[] {
  return [
    ...customers(world),
    ...parties(world),
    ...services(world),
    ...world.agreements.map((agreement) => agreementRecord(world, agreement)),
  ]
}

function customers(world: World): readonly Draft[] {
  const names = [...new Set(world.services.flatMap((service) => service.customers))].sort()
  return names.map((name, place) => ({
    register: 'interested-parties',
    state: 'current',
    data: {
      name,
      kind: 'customer',
      is_inside: true,
      owner: cast.levels.email,
      needs: [
        {
          need: 'Tills and card payments work whenever a boutique is open',
          accepted: 'accepted',
          source: 'Service review',
        },
        ...(place % 3 === 0
          ? [
              {
                need: 'Faults on a Saturday are handled like those on a weekday',
                accepted: 'to be decided',
                source: 'Satisfaction survey',
              },
            ]
          : []),
      ],
      reviewed_on: `2026-0${1 + (place % 8)}-12`,
      review_on: `2027-0${1 + (place % 8)}-12`,
    },
  }))
}

function parties(world: World): readonly Draft[] {
  return world.suppliers.map((supplier) => ({
    register: 'parties',
    state: 'active',
    data: {
      name: supplier.name,
      kind: supplier.kind === 'External' ? 'external supplier' : 'internal supplier',
      manager: cast.suppliers.email,
      importance: world.services.some((service) => service.supplier === supplier.name) ? 'high' : 'medium',
      ...dated('contract_on', supplier.validUntil),
      ...dated('contract_reviewed_on', supplier.contractReviewedAt),
      ...dated('performance_reviewed_on', supplier.performanceReviewedAt),
    },
  }))
}

const criticality: Readonly<Record<string, string>> = { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low' }
const states = { Operational: 'live', Pipeline: 'proposed', Retired: 'retired' } as const
const owners = [cast.incident, cast.change, cast.problem, cast.levels, cast.security]

function services(world: World): readonly Draft[] {
  const names = new Set(world.suppliers.map(({ name }) => name))
  return world.services.map((service, place) => ({
    register: 'services',
    state: states[service.status],
    data: {
      name: service.name,
      purpose: service.title,
      outcome: service.outcome,
      in_scope: service.status === 'Operational',
      ...dated('live_on', service.liveAt),
      catalogue: service.status === 'Operational' ? 'published' : 'draft',
      criticality: criticality[service.criticality?.[0] ?? ''] ?? 'medium',
      owner: owners[place % owners.length]?.email,
      customers: service.customers,
      users: service.users,
      provided_by: [service.group, service.supplier ?? ''].filter((name) => names.has(name)),
      requirements: `Available ${(service.availability * 100).toFixed(1)} % of service hours; faults handled by the agreed priorities.`,
    },
  }))
}

const kinds = { SLA: 'SLA', OLA: 'OLA', UC: 'underpinning contract' } as const

function agreementRecord(world: World, agreement: Agreement): Draft {
  const service = world.services.find(({ name }) => name === agreement.service)
  const target = (measure: string, value: number) => ({
    measure,
    value,
    unit: 'minutes',
    hours: 'extended hours',
  })
  return {
    register: 'agreements',
    state: 'in force',
    data: {
      name: `${agreement.kind} ${agreement.service}${agreement.supplier ? `, ${agreement.supplier}` : ''} (${agreement.id})`,
      kind: kinds[agreement.kind],
      services: service ? [service.name] : [],
      ...(agreement.kind === 'SLA' ? { customer: agreement.customer } : { party: agreement.supplier }),
      owner: cast.levels.email,
      targets: [
        target('time to respond', agreement.responseMinutes),
        target('time to resolve', agreement.resolveMinutes),
        ...shareInTime(world, agreement),
      ],
      ...dated('agreed_on', agreement.agreedAt),
      ...dated('valid_from', agreement.agreedAt),
      ...dated('valid_to', agreement.validTo),
      ...dated('reviewed_on', agreement.reviewedAt),
      ...dated('review_on', agreement.reviewAt),
    },
  }
}

/** The share that is promised by criticality; the least critical services agreed none. */
const shares: Readonly<Record<string, number>> = { 1: 97, 2: 96, 3: 95 }

/** How many promises are to be kept. Internal groups of the network promise less than the house does. */
function shareInTime(world: World, { service: name, kind }: Agreement) {
  const service = world.services.find((one) => one.name === name)
  const share = shares[service?.criticality?.[0] ?? '']
  if (service === undefined || share === undefined) return []
  const isWeaker = kind === 'OLA' && service.group === 'Network'
  return [{ measure: 'share in time', value: isWeaker ? share - 5 : share, unit: '%' }]
}

function dated(name: string, at: Instant | undefined): Record<string, string> {
  return at === undefined ? {} : { [name]: new Date(at * 1000).toISOString().slice(0, 10) }
}
