import { addWork, HOUR, MINUTE } from './calendar.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

const ATTRIBUTES = ['version', 'configuration', 'memory', 'address', 'software', 'location'] as const

/** What changes leave behind: updated items, deployments, announced maintenance. */
export function makeAftermath(world: World): void {
  const chance = streamOf(world, 'aftermath')
  const names = new Map(world.items.map((item) => [item.name, item]))
  for (const change of world.changes) {
    const endedAt = change.changePart?.actualEnd
    if (endedAt === undefined) continue
    const others = (world.itemsOf.get(change.service ?? '') ?? []).map((item) => item.name)
    const touched = new Set([change.item ?? at(others, 0)])
    if (change.changePart?.type === 'Normal') while (touched.size < chance.whole(1, 3)) touched.add(chance.pick(others))
    for (const item of touched) {
      const updatedAt = Math.round(addWork(endedAt, chance.between(0.1, 7) * HOUR))
      const user = change.changePart?.implementer ?? ''
      world.itemChanges.push({ number: '', item, at: updatedAt, attribute: chance.pick(ATTRIBUTES), change, user })
      const register = names.get(item)
      if (register !== undefined) register.updatedAt = Math.max(register.updatedAt, updatedAt)
    }
    deploy(world, chance, change)
    announce(world, chance, change)
  }
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
