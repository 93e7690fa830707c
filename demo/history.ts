import { iso } from './calendar.ts'
import type { Columns } from './csv.ts'
import type { Step, Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { allTickets } from './world.ts'

type Entry = { readonly ticket: Ticket; readonly step: Step; readonly before: string }

const KEEPS_VALUE = new Set(['state', 'assignment_group', 'approval'])

/** The field history of every ticket, in time order within a ticket; each entry knows the value before. */
export function* history(world: World): Generator<Entry> {
  for (const ticket of allTickets(world)) {
    const last = new Map<string, string>()
    for (const step of ticket.history) {
      yield { ticket, step, before: last.get(step.field) ?? '' }
      if (KEEPS_VALUE.has(step.field)) last.set(step.field, step.to)
    }
  }
}

export const HISTORY: Columns<Entry> = [
  ['number', (entry) => entry.ticket.number],
  ['sys_updated_on', (entry) => iso(entry.step.at)],
  ['user', (entry) => entry.step.user],
  ['fieldname', (entry) => entry.step.field],
  ['oldvalue', (entry) => entry.before],
  ['newvalue', (entry) => entry.step.to],
]
