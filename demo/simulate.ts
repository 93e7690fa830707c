import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PERIOD } from './calendar.ts'
import type { Fault } from './fault.ts'
import { liveTwoYears } from './life.ts'
import { numberTickets } from './number.ts'
import { faultList, plantFaults } from './plant.ts'
import { settle } from './settle.ts'
import { tellStory } from './story/story.ts'
import type { World } from './world.ts'
import { allTickets } from './world.ts'
import { writeWorld } from './write-world.ts'

/** What to simulate and where to put it. */
export type Order = {
  readonly out: string
  readonly seed: number
  readonly isClean: boolean
  readonly scale: number
  readonly faults: string
  /** Where to write what the tickets do not tell; not written when absent. */
  readonly story?: string
}

/** Simulates two years and writes them: the same order gives the same bytes. */
export async function simulate(order: Order): Promise<{ world: World; faults: Fault[] }> {
  const world = liveTwoYears(order.seed, order.scale)
  const faults = order.isClean ? [] : plantFaults(world)
  for (const ticket of allTickets(world)) settle(ticket, PERIOD.to)
  numberTickets(world)
  await writeWorld(world, order.out)
  await mkdir(dirname(order.faults), { recursive: true })
  await writeFile(order.faults, `${JSON.stringify(faultList(faults), undefined, 1)}\n`)
  if (order.story) await writeFile(order.story, `${JSON.stringify(tellStory(world), undefined, 1)}\n`)
  return { world, faults }
}

function readOrder(): Order | undefined {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '1' },
      clean: { type: 'boolean', default: false },
      faults: { type: 'string' },
      story: { type: 'string' },
    },
  })
  const seed = Number(values.seed)
  const scale = Number(values.scale)
  if (values.out === undefined || !Number.isInteger(seed) || !(scale > 0 && scale <= 20)) return undefined
  const out = resolve(values.out)
  const faults = values.faults ?? join(out, '..', 'faults.json')
  const story = values.story === undefined ? {} : { story: values.story }
  return { out, seed, scale, isClean: values.clean, faults, ...story }
}

if (import.meta.main) {
  const order = readOrder()
  if (order === undefined) {
    console.error(
      'Say where to write: npm run simulate -- --out DIR [--seed N] [--clean] [--scale F] [--faults PATH] [--story PATH]',
    )
    process.exitCode = 2
  } else {
    const { world, faults } = await simulate(order)
    console.log(
      `${allTickets(world).length} tickets in ${order.out}; ${faults.length} planted faults in ${order.faults}`,
    )
  }
}
