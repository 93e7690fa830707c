import { addWork, DAY, instant, iso, PERIOD } from './calendar.ts'
import { isCritical } from './services.ts'
import type { Item, World } from './world.ts'
import { streamOf } from './world.ts'

const COUNT = 900

const KINDS: readonly (readonly [kind: string, prefix: string, what: string])[] = [
  ['Server', 'SRV', 'Virtual server'],
  ['Database', 'DB', 'Database instance'],
  ['Application', 'APP', 'Application component'],
  ['Network device', 'NET', 'Switch or router'],
  ['Store till', 'POS', 'Till'],
  ['Payment terminal', 'PED', 'Payment terminal'],
  ['Storage', 'STO', 'Storage volume'],
  ['Workstation pool', 'WKS', 'Group of devices'],
]
const PLACES = ['PAR', 'MIL', 'FRA', 'MAD', 'ATH', 'WAW', 'DXB', 'STO'] as const

/** Fills the configuration register: one item per service, and what the services run on. */
export function makeItems(world: World): void {
  const chance = streamOf(world, 'items')
  for (const service of world.services) {
    world.itemsOf.set(service.name, [])
    add(world, item(service.name, 'Service', service.title, statusOf(service.status), service.name, 8))
  }
  const shares = world.services
    .filter((service) => service.status === 'Operational')
    .map((service) => [service, 2 + service.weight + (isCritical(service) ? 2 : 0)] as const)
  for (let place = world.items.length; place < COUNT; place += 1) {
    const service = chance.weighted(shares)
    const [kind, prefix, what] = chance.pick(KINDS)
    const status = chance.weighted([
      ['Installed', 94],
      ['In stock', 3],
      ['Retired', 3],
    ] as const)
    const name = `${prefix}-${chance.pick(PLACES)}-${String(place).padStart(4, '0')}`
    add(world, item(name, kind, `${what} of ${service.title}`, status, service.name, chance.whole(1, 9)))
  }

  function item(
    name: string,
    kind: string,
    description: string,
    status: string,
    service: string,
    relations: number,
  ): Item {
    const owners = world.staff.of(world.services.find((one) => one.name === service)?.group ?? '')
    return {
      name,
      kind,
      description,
      status,
      owner: chance.pick(owners),
      service,
      relations,
      updatedAt: Math.round(chance.between(PERIOD.from + DAY, PERIOD.from + 300 * DAY)),
      verifiedAt: addWork(instant('2026-01-12T08:00:00Z'), chance.between(0, 150) * 11 * 3600),
      isDeficient: chance.is(0.012),
      supportEnds: iso(instant('2027-06-30T00:00:00Z') + chance.whole(0, 40) * 30 * DAY).slice(0, 10),
    }
  }
}

function statusOf(status: string): string {
  if (status === 'Operational') return 'Installed'
  return status === 'Retired' ? 'Retired' : 'Planned'
}

function add(world: World, item: Item): void {
  world.items.push(item)
  if (item.status === 'Installed') world.itemsOf.get(item.service)?.push(item)
}
