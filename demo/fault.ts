import type { Chance } from './chance.ts'
import type { Ticket } from './ticket.ts'
import type { ItemChange, World } from './world.ts'

/** One weakness put into the data on purpose. */
export type Fault = {
  readonly id: string
  /** The requirement it speaks against. */
  readonly requirement: string
  /** What a check would ask, in plain words. */
  readonly hint: string
  readonly planted: string
  /** Where it was put: tickets, updates, or names of services, items, suppliers … */
  readonly subjects: readonly (Ticket | ItemChange | string)[]
  /** How many there were to choose from. */
  readonly of: number
}

/** Changes a world that follows good practice, and says what it did. */
export type Plant = (world: World, chance: Chance) => Fault
