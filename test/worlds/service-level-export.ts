import type { Sent } from '#server/try-upload.ts'

/** One ticket of a test: opened, ended and due within a month; no end is open. */
export type TryTicket = Readonly<{
  id: string
  service: string
  customer: string
  group?: string
  opened: string
  ended?: string
  due: string
  missed: boolean
}>

/** Tickets with the clocks that the tool kept for them, as two files of an export. */
export function ticketFiles(tickets: readonly TryTicket[], part = ''): readonly Sent[] {
  const lines = tickets.map(({ id, service, customer, group = 'Desk', opened, ended = '' }) =>
    [
      id,
      ended === '' ? 'In Progress' : 'Closed',
      '2 - High',
      service,
      customer,
      group,
      opened,
      ended,
      ended,
    ].join(','),
  )
  const clocks = tickets.map(({ id, opened, ended = '', due, missed }) =>
    [
      `${id}-S`,
      id,
      'Resolution',
      opened,
      ended,
      due,
      missed,
      'source',
      'pending_customer',
      'exclude_closed',
    ].join(','),
  )
  const text = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`
  return [
    {
      name: `incident${part}.csv`,
      content: text(
        'number,state,priority,business_service,company,assignment_group,opened_at,resolved_at,closed_at',
        lines,
      ),
    },
    {
      name: `task_sla${part}.csv`,
      content: text(
        'sys_id,task,sla_type,start_time,end_time,planned_end_time,has_breached,computed_by,pause_rule,reopen_rule',
        clocks,
      ),
    },
  ]
}

/** So many tickets of one day, of which the last ones missed their target. */
export function dayOfTickets(
  about: Pick<TryTicket, 'service' | 'customer'> & Readonly<{ day: string; from: number }>,
  kept: number,
  missed: number,
): readonly TryTicket[] {
  const { day, from, ...same } = about
  return Array.from({ length: kept + missed }, (_, at) => ({
    ...same,
    id: `INC${from + at}`,
    opened: `${day}T08:00:00Z`,
    ended: `${day}T${at < kept ? '10' : '14'}:00:00Z`,
    due: `${day}T12:00:00Z`,
    missed: at >= kept,
  }))
}

/** A report about one service for one customer with every part, as it is defined by a post. */
export const mailForAcme = {
  title: 'Mail for ACME',
  audience: 'the steering group of ACME',
  purpose: 'Whether mail came as promised.',
  services: ['Mail'],
  customer: 'ACME',
  parts: ['attainment', 'breaches', 'trend', 'support chain', 'satisfaction', 'complaints', 'reviews'],
  cadence: 'monthly',
  dueDays: 10,
  issuer: 'Ada',
}
