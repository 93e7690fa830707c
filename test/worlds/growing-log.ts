/** A number from 0 to below the limit, the next of a row that a seed fixes. */
export type Draw = (limit: number) => number

/** Draws by a linear congruence: the same seed, the same row. */
export function drawFrom(seed: number): Draw {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * limit)
  }
}

/** The events of a ticket as an export writes them, in the order of the file. */
type Ticket = Readonly<{ number: string; opened: number; rows: readonly string[] }>

/** One export of the log: its head and its rows. */
export type Export = Readonly<{ lines: readonly string[]; says: string }>

const states = ['New', 'In Progress', 'Awaiting User Info', 'Resolved', 'Closed', 'Zwischenstand'] as const
const heads = {
  plain: 'number,sys_updated_at,incident_state,opened_at,priority,assignment_group,sys_updated_by,made_sla',
  full: 'number,sys_updated_at,incident_state,opened_at,priority,assignment_group,sys_updated_by,made_sla,reopen_count,resolved_at,closed_at',
} as const

const listHead =
  'number,opened_at,state,priority,assignment_group,made_sla,resolved_at,closed_at,type,start_date,end_date'

/** A list of changes as they stand at one time; each number is one of so many tickets. */
export function listExport(draw: Draw, rows: number, tickets: number): Export {
  const lines = Array.from({ length: rows }, (_, place) => {
    const number = rows === tickets ? place : draw(tickets + 3)
    const state = pick(draw, ['New', 'Scheduled', 'Closed', 'Zwischenstand', ''])
    const opened = draw(1500)
    const ended = state === 'Closed' ? at(opened + draw(200)) : ''
    return [
      `CHG${1000 + number}`,
      at(opened),
      state,
      String(1 + draw(4)),
      pick(draw, ['Service Desk', 'Network', '']),
      pick(draw, ['true', 'false', '']),
      ended,
      ended,
      pick(draw, ['normal', 'standard', 'emergency']),
      at(opened + 5),
      at(opened + 9),
    ].join(',')
  })
  return { lines: [listHead, ...lines], says: 'a list' }
}

/** How wide the exports of one log are; a narrow one leaves times and counters to be told by the history. */
export type Width = keyof typeof heads

const hour = 3_600_000
const first = Date.UTC(2026, 0, 5, 8)

function at(hours: number): string {
  return new Date(first + hours * hour).toISOString().slice(0, 16).replace('T', ' ')
}

/** The first export: so many tickets, each with a history of its own. */
export function firstExport(draw: Draw, width: Width, tickets: number): { export: Export; known: Ticket[] } {
  const known = Array.from({ length: tickets }, (_, place) => ticketOf(`INC${1000 + place}`, draw, width))
  return { export: { lines: [heads[width], ...known.flatMap(({ rows }) => rows)], says: 'first' }, known }
}

/** A later export: new tickets, and rows about known ones as they really come. */
export function laterExport(draw: Draw, width: Width, known: Ticket[]): Export {
  // Where no number stood twice, the file would be a list of tickets.
  const rows = [...(known.find((ticket) => ticket.rows.length > 1)?.rows ?? [])]
  const said: string[] = []
  for (let left = 1 + draw(4); left > 0; left -= 1) {
    const [what, more] = pick(draw, kinds)(draw, width, pick(draw, known), known)
    rows.push(...more)
    said.push(what)
  }
  return { lines: [heads[width], ...rows], says: said.join(', ') }
}

type Kind = (
  draw: Draw,
  width: Width,
  ticket: Ticket,
  known: Ticket[],
) => readonly [string, readonly string[]]

const kinds: readonly Kind[] = [
  (draw, width, _, known) => {
    const made = ticketOf(`INC${1000 + known.length}`, draw, width)
    known.push(made)
    return ['a new ticket', made.rows]
  },
  (draw, width, ticket) => [
    'a ticket again with one event more',
    [...ticket.rows, rowOf(ticket, ticket.opened + 200 + draw(50), pick(draw, states), { draw, width })],
  ],
  (draw, _, { rows }) => ['a ticket with lines removed', rows.slice(draw(rows.length))],
  (draw, _, { rows }) => ['a row twice', [pick(draw, rows), pick(draw, rows)]],
  (draw, width, ticket) => [
    'a late event before earlier ones',
    [rowOf(ticket, ticket.opened + 1 + draw(5), pick(draw, states), { draw, width })],
  ],
  (draw, width, ticket) => [
    'a ticket reopened',
    ['Closed', 'In Progress'].map((state, place) =>
      rowOf(ticket, ticket.opened + 300 + place, state, { draw, width }),
    ),
  ],
  (draw, width, ticket) => [
    'an event at the minute of another',
    [rowOf(ticket, ticket.opened, pick(draw, states), { draw, width })],
  ],
  (draw, width, ticket) => [
    'a row without a number',
    [rowOf({ ...ticket, number: '' }, ticket.opened, 'New', { draw, width })],
  ],
  (draw, _, { rows: [row = ''] }, known) => {
    // Nine in ten values of a column must read as times, or the file is refused.
    const around = known.slice(draw(known.length - 9)).slice(0, 9)
    const rows = around.flatMap((each) => each.rows)
    return ['a time that is none', rows.length < 20 ? rows : [...rows, row.replace(/2026-\d\d-\d\d/, 'soon')]]
  },
]

function ticketOf(number: string, draw: Draw, width: Width): Ticket {
  const opened = draw(1500)
  const bare = { number, opened, rows: [] }
  const rows = Array.from({ length: 1 + draw(6) }, (_, place) =>
    rowOf(bare, opened + place * draw(30), states[Math.min(place, draw(states.length))] ?? 'New', {
      draw,
      width,
    }),
  )
  return { number, opened, rows }
}

function rowOf(
  { number, opened }: Ticket,
  happened: number,
  state: string,
  { draw, width }: Readonly<{ draw: Draw; width: Width }>,
): string {
  const isDone = state === 'Resolved' || state === 'Closed'
  const cells = [
    number,
    at(happened),
    state,
    at(opened),
    String(1 + draw(4)),
    pick(draw, ['Service Desk', 'Network', '']),
    pick(draw, ['ada', 'grace', '']),
    pick(draw, ['true', 'false', '']),
  ]
  const more = [String(draw(3)), isDone ? at(happened) : '', state === 'Closed' ? at(happened) : '']
  return [...cells, ...(width === 'full' ? more : [])].join(',')
}

function pick<T>(draw: Draw, among: readonly T[]): T {
  const found = among[draw(among.length)]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}
