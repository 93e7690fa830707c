import type { Instant } from './calendar.ts'
import { iso, MINUTE, PERIOD, workBetween } from './calendar.ts'
import type { Columns } from './csv.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'

/** Whether a ticket ended after its due time, or is open past it at the end of the data. */
export function isMissed(ticket: Ticket, until: Instant): boolean {
  if (ticket.dueResolveAt === undefined) return false
  return (ticket.resolvedAt ?? ticket.closedAt ?? until) > ticket.dueResolveAt
}

/** One clock of the tool. */
type Clock = {
  readonly id: string
  readonly ticket: Ticket
  readonly metric: 'Response' | 'Resolution'
  readonly agreement: string | undefined
  readonly stoppedAt: Instant | undefined
  readonly dueAt: Instant
  readonly target: number
  readonly paused: number
}

/** The clocks that the tool kept for incidents and requests. */
export function* clocks(world: World): Generator<Clock> {
  const slas = new Map(
    world.agreements.filter((one) => one.kind === 'SLA').map((one) => [one.service, one.id]),
  )
  for (const ticket of [...world.incidents, ...world.requests]) {
    const agreement = slas.get(ticket.service ?? '')
    const common = { ticket, agreement }
    if (ticket.dueResponseAt !== undefined) {
      const span = spent(ticket, ticket.dueResponseAt)
      const stop = { stoppedAt: ticket.firstResponseAt, dueAt: ticket.dueResponseAt, target: span, paused: 0 }
      yield { ...common, id: `${ticket.number}-R`, metric: 'Response', ...stop }
    }
    if (ticket.dueResolveAt === undefined) continue
    const stop = { stoppedAt: ticket.resolvedAt ?? ticket.closedAt, dueAt: ticket.dueResolveAt }
    yield {
      ...common,
      id: `${ticket.number}-S`,
      metric: 'Resolution',
      ...stop,
      target: ticket.targetWork,
      paused: ticket.pausedWork,
    }
  }
}

/** Time of a clock: elapsed for priority 1, working time otherwise. */
function spent(ticket: Ticket, until: Instant): number {
  return isRoundTheClock(ticket) ? until - ticket.openedAt : workBetween(ticket.openedAt, until)
}

function isRoundTheClock(ticket: Ticket): boolean {
  return ticket.kind === 'incident' && ticket.priority === 1
}

function minutes(seconds: number): number {
  return Math.round(seconds / MINUTE)
}

export const CLOCK: Columns<Clock> = [
  ['sys_id', (clock) => clock.id],
  ['task', (clock) => clock.ticket.number],
  ['sla_type', (clock) => clock.metric],
  ['sla', (clock) => clock.agreement],
  ['start_time', (clock) => iso(clock.ticket.openedAt)],
  ['end_time', (clock) => (clock.stoppedAt === undefined ? undefined : iso(clock.stoppedAt))],
  ['planned_end_time', (clock) => iso(clock.dueAt)],
  ['target_minutes', (clock) => minutes(clock.target)],
  [
    'business_minutes',
    (clock) => Math.max(0, minutes(spent(clock.ticket, clock.stoppedAt ?? PERIOD.to) - clock.paused)),
  ],
  ['paused_minutes', (clock) => minutes(clock.paused)],
  ['has_breached', (clock) => (clock.stoppedAt ?? PERIOD.to) > clock.dueAt],
  ['computed_by', () => 'source'],
  ['pause_rule', () => 'pending_customer'],
  ['reopen_rule', () => 'exclude_closed'],
]
