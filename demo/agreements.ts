import type { Instant } from './calendar.ts'
import { DAY, instant } from './calendar.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import { DEPARTMENTS } from './organization.ts'
import type { Service } from './services.ts'
import { isCritical } from './services.ts'
import type { Agreement, World } from './world.ts'
import { liveServices, streamOf } from './world.ts'

const OTHER_SUPPLIERS = [
  'Blauwal Beratung',
  'Sécurité Première',
  'Testeria',
  'Vigil SOC',
  'Courrier Express IT',
  'Nordic Licences',
  'Archivio Dati',
  'Grecom Hellas',
]
const EVERGREEN = new Set(['Nordic Licences', 'Archivio Dati'])

/** Fills the registers of agreements and suppliers: each live service has an SLA and tighter ones below it. */
export function makeAgreements(world: World): void {
  const chance = streamOf(world, 'agreements')
  for (const service of liveServices(world)) {
    const response = isCritical(service) ? 15 : 30
    const resolve = isCritical(service) ? 240 : 480
    add(world, chance, service, { kind: 'SLA', supplier: undefined, response, resolve })
    add(world, chance, service, { kind: 'OLA', supplier: service.group, response: 10, resolve: resolve - 60 })
    if (service.supplier === undefined) continue
    add(world, chance, service, {
      kind: 'UC',
      supplier: service.supplier,
      response: 10,
      resolve: resolve - 90,
    })
  }
  for (const [place, supplier] of DEPARTMENTS.entries()) {
    const service = at(liveServices(world), place * 7)
    add(world, chance, service, { kind: 'OLA', supplier, response: 10, resolve: 180 })
  }
  makeSuppliers(world, chance)
}

type Terms = Pick<Agreement, 'kind' | 'supplier'> & { readonly response: number; readonly resolve: number }

function add(world: World, chance: Chance, service: Service, terms: Terms): void {
  const live = service.liveAt ?? 0
  const isNew = live > instant('2024-10-01T00:00:00Z')
  const agreedAt = isNew ? live - chance.whole(30, 60) * DAY : day(chance, '2022-02-01T09:00:00Z', 500)
  const reviewedAt = day(chance, '2026-02-02T09:00:00Z', 210)
  world.agreements.push({
    id: `${terms.kind}${String(world.agreements.length + 1).padStart(4, '0')}`,
    kind: terms.kind,
    service: service.name,
    customer: at(service.customers, 0),
    supplier: terms.supplier,
    agreedAt,
    validTo: day(chance, '2027-09-30T09:00:00Z', 400),
    reviewAt: reviewedAt + 365 * DAY,
    reviewedAt,
    responseMinutes: terms.response,
    resolveMinutes: terms.resolve,
  })
}

function makeSuppliers(world: World, chance: Chance): void {
  const used = new Set(liveServices(world).flatMap((service) => service.supplier ?? []))
  const groups = new Set([...DEPARTMENTS, ...liveServices(world).map((service) => service.group)])
  const external = [...used, ...OTHER_SUPPLIERS].map((name) => [name, 'External'] as const)
  const internal = [...groups].map((name) => [name, 'Internal'] as const)
  for (const [name, kind] of [...external, ...internal]) {
    world.suppliers.push({
      name,
      kind,
      manager: chance.pick(world.staff.relationManagers),
      validUntil: EVERGREEN.has(name) ? undefined : day(chance, '2027-06-30T09:00:00Z', 600),
      contractReviewedAt: day(chance, '2026-01-12T09:00:00Z', 240),
      performanceReviewedAt: day(chance, '2026-07-06T09:00:00Z', 80),
    })
  }
}

/** One of the days after a date, at an hour of the office. */
function day(chance: Chance, from: string, span: number): Instant {
  return instant(from) + chance.whole(0, span) * DAY + chance.whole(0, 6) * 3600
}
