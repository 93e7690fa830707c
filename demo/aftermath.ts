import { addWork, DAY, HOUR, MINUTE, PERIOD } from './calendar.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import type { Ticket } from './ticket.ts'
import type { Item, World } from './world.ts'
import { streamOf } from './world.ts'

const ATTRIBUTES = ['version', 'configuration', 'memory', 'address', 'software', 'location'] as const

/** What changes leave behind: updated items, deployments, announced maintenance. */
export function makeAftermath(world: World): void {
  const chance = streamOf(world, 'aftermath')
  const register = new Map(world.items.map((item) => [item.name, item]))
  for (const change of world.changes) {
    if (change.changePart?.actualEnd === undefined) continue
    for (const item of touched(world, chance, change)) {
      const at = Math.round(addWork(change.changePart.actualEnd, chance.between(0.1, 7) * HOUR))
      const user = change.changePart.implementer
      world.itemChanges.push({ number: '', item, at, attribute: chance.pick(ATTRIBUTES), change, user })
      const entry = register.get(item)
      if (entry !== undefined && at < PERIOD.to) entry.updatedAt = Math.max(entry.updatedAt, at)
    }
    deploy(world, chance, change)
    announce(world, chance, change)
  }
  for (const item of world.items) if (item.isDeficient) correct(world, chance, item)
}

/** What a verification found wrong is put right with one of the next changes of the service. */
function correct(world: World, chance: Chance, item: Item): void {
  const foundAt = item.verifiedAt ?? 0
  const change = world.changes.find(({ service, changePart }) => {
    const endedAt = changePart?.actualEnd ?? 0
    return service === item.service && endedAt > foundAt && endedAt < foundAt + 24 * DAY
  })
  if (change?.changePart?.actualEnd === undefined) {
    item.isDeficient = false
    return
  }
  const at = addWork(change.changePart.actualEnd, HOUR)
  const attribute = chance.pick(ATTRIBUTES)
  world.itemChanges.push({
    number: '',
    item: item.name,
    at,
    attribute,
    change,
    user: change.changePart.implementer,
  })
  item.updatedAt = Math.max(item.updatedAt, at)
}

/** The main item of a change; a normal change often alters one or two more. */
function touched(world: World, chance: Chance, change: Ticket): Set<string> {
  const items = (world.itemsOf.get(change.service ?? '') ?? []).map((item) => item.name)
  const names = new Set([change.item ?? at(items, 0)])
  if (change.changePart?.type !== 'Normal') return names
  for (let more = chance.whole(0, 2); more > 0; more -= 1) names.add(chance.pick(items))
  return names
}

function deploy(world: World, chance: Chance, change: Ticket): void {
  const isProgram = change.item?.startsWith('APP-') ?? false
  const endedAt = change.changePart?.actualEnd
  if (!isProgram || endedAt === undefined || change.release !== undefined) return
  world.deployments.push({
    item: change.item ?? '',
    service: change.service ?? '',
    at: endedAt - 2 * MINUTE,
    change,
    release: undefined,
    version: `${chance.whole(1, 9)}.${chance.whole(0, 40)}.${chance.whole(0, 90)}`,
  })
}

function announce(world: World, chance: Chance, change: Ticket): void {
  const part = change.changePart
  const isMaintenance = part?.type === 'Normal' && part.hasUserImpact && chance.is(0.5)
  if (!isMaintenance || part.actualStart === undefined || part.actualEnd === undefined) return
  world.outages.push({
    service: change.service ?? '',
    from: part.actualStart,
    to: part.actualEnd,
    isPlanned: true,
    factor: 1,
    ticket: change,
    supplier: undefined,
  })
}
