import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Duck, literal } from '#db/duck.ts'

/** The columns that tell a ticket apart in a list. */
export type TicketLine = Readonly<{
  ticket: string
  type: string | undefined
  state: string | undefined
  priority: number | undefined
  service: string | undefined
  team: string | undefined
  category: string | undefined
  createdAt: string | undefined
  resolvedAt: string | undefined
}>

type Cell = string | number | boolean | null
type Row = Record<string, Cell>

/** The tickets of a list of ids, by id; what is no ticket is left out. */
export async function ticketLines(
  duck: Duck,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TicketLine>> {
  if (ids.length === 0) return new Map()
  const rows = await duck.rows<Row>(
    `select ticket_id, type, coalesce(state, status_native) as state, priority, service_id, group_id, category,
      cast(created_at as varchar) as created_at, cast(resolved_at as varchar) as resolved_at
    from canonical.ticket where ticket_id in (${ids.map((id) => literal(id)).join(', ')})`,
  )
  return new Map(rows.map((row) => [String(row.ticket_id), toLine(row)]))
}

function toLine(row: Row): TicketLine {
  return {
    ticket: String(row.ticket_id),
    type: said(row.type),
    state: said(row.state),
    priority: typeof row.priority === 'number' ? row.priority : undefined,
    service: said(row.service_id),
    team: said(row.group_id),
    category: said(row.category),
    createdAt: said(row.created_at),
    resolvedAt: said(row.resolved_at),
  }
}

function said(value: Cell | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value)
}

/** One thing that happened to a ticket. */
export type TicketEvent = Readonly<{
  at: string
  kind: string | undefined
  state: string | undefined
  statusNative: string | undefined
  team: string | undefined
  actor: string | undefined
  field: string | undefined
  from: string | undefined
  to: string | undefined
  isDerived: boolean
}>

/** A ticket with everything that the tables hold about it. */
export type Ticket = Readonly<{
  line: TicketLine
  /** The filled columns, by table and name. */
  fields: readonly { table: string; column: string; value: string | number | boolean }[]
  history: readonly TicketEvent[]
  relations: readonly { kind: string; direction: 'to' | 'from'; ticket: string }[]
  approvals: readonly {
    kind: string | undefined
    decision: string | undefined
    requestedAt: string | undefined
    decidedAt: string | undefined
    approver: string | undefined
  }[]
  source: { sha: string; row: number } | undefined
}>

/** Tables whose one row about a ticket adds to its own columns. */
const details = ['change', 'release'] as const

/** Columns of a ticket that name another one, and what they say. */
const pointers: Readonly<Record<string, string>> = {
  problem_id: 'problem',
  change_id: 'change',
  caused_by_change_id: 'caused by change',
  parent_id: 'parent',
  release_id: 'release',
}

/** How much of a history is shown. */
const mostEvents = 2_000

/** One ticket; undefined where there is none of that number. */
export async function readTicket(duck: Duck, id: string): Promise<Ticket | undefined> {
  const of = literal(id)
  const [row] = await duck.rows<Row>(`select * from canonical.ticket where ticket_id = ${of}`)
  if (!row) return undefined
  const fields = [...filled('ticket', row)]
  for (const table of details) {
    const [detail] = await duck.rows<Row>(`select * from canonical.${table} where ticket_id = ${of}`)
    if (detail) fields.push(...filled(table, detail))
  }
  const { source_file, source_row } = row
  return {
    line: toLine({ ...row, state: row.state ?? row.status_native ?? null }),
    fields,
    history: await historyOf(duck, of),
    relations: await relationsOf(duck, id, row),
    approvals: await approvalsOf(duck, of),
    source: typeof source_file === 'string' ? { sha: source_file, row: Number(source_row ?? 0) } : undefined,
  }
}

function filled(table: string, row: Row) {
  return Object.entries(row).flatMap(([column, value]) =>
    value === null || column === 'ticket_id' || column.startsWith('source_')
      ? []
      : [{ table, column, value }],
  )
}

async function historyOf(duck: Duck, of: string): Promise<TicketEvent[]> {
  const rows = await duck.rows<Row>(
    `select cast(happened_at as varchar) as at, kind, state, status_native, group_id, actor_id, field, from_value, to_value, is_derived
    from canonical.event where ticket_id = ${of} order by seq limit ${mostEvents}`,
  )
  return rows.map((row) => ({
    at: String(row.at),
    kind: said(row.kind),
    state: said(row.state),
    statusNative: said(row.status_native),
    team: said(row.group_id),
    actor: said(row.actor_id),
    field: said(row.field),
    from: said(row.from_value),
    to: said(row.to_value),
    isDerived: row.is_derived === true,
  }))
}

async function relationsOf(duck: Duck, id: string, row: Row): Promise<Ticket['relations']> {
  const of = literal(id)
  const links = await duck.rows<{ from_id: string; to_id: string; kind: string | null }>(
    `select from_id, to_id, kind from canonical.link where from_id = ${of} or to_id = ${of} order by kind, from_id, to_id limit 200`,
  )
  const named = Object.entries(pointers).flatMap(([column, kind]) => {
    const value = row[column]
    return typeof value === 'string' ? [{ kind, direction: 'to' as const, ticket: value }] : []
  })
  const linked = links.map(({ from_id, to_id, kind }) =>
    from_id === id
      ? { kind: kind ?? 'related_to', direction: 'to' as const, ticket: to_id }
      : { kind: kind ?? 'related_to', direction: 'from' as const, ticket: from_id },
  )
  return [...named, ...linked]
}

async function approvalsOf(duck: Duck, of: string): Promise<Ticket['approvals']> {
  const rows = await duck.rows<Row>(
    `select kind, decision, cast(requested_at as varchar) as requested_at, cast(decided_at as varchar) as decided_at, approver_id
    from canonical.approval where ticket_id = ${of} order by requested_at, approval_id limit 200`,
  )
  return rows.map((row) => ({
    kind: said(row.kind),
    decision: said(row.decision),
    requestedAt: said(row.requested_at),
    decidedAt: said(row.decided_at),
    approver: said(row.approver_id),
  }))
}

/** The subjects that a check answered "not met" for, in their order, from after one of them; undefined without a pack. */
export async function readExceptions(
  duck: Duck,
  folder: string,
  check: string,
  after: string | undefined,
  limit: number,
): Promise<readonly { subject: string; reason: string }[] | undefined> {
  const path = answersOf(folder, check)
  if (path === undefined) return undefined
  return duck.rows<{ subject: string; reason: string }>(
    `select cast(subject as varchar) as subject, coalesce(reason, '') as reason from read_parquet(${literal(path)})
    where answer = 'not met' ${after === undefined ? '' : `and cast(subject as varchar) > ${literal(after)}`}
    order by 1 limit ${limit}`,
  )
}

/** The checks of a list that answered "not met" for a subject, with the reason. */
export async function namedBy(
  duck: Duck,
  folder: string,
  checks: readonly string[],
  subject: string,
): Promise<readonly { check: string; reason: string }[]> {
  const files = checks.flatMap((check) => answersOf(folder, check) ?? [])
  if (files.length === 0) return []
  const rows = await duck.rows<{ file: string; reason: string }>(
    `select parse_filename(filename, true) as file, min(coalesce(reason, '')) as reason
    from read_parquet([${files.map((file) => literal(file)).join(', ')}], filename = true, union_by_name = true)
    where answer = 'not met' and cast(subject as varchar) = ${literal(subject)}
    group by 1 order by 1`,
  )
  return rows.map(({ file, reason }) => ({ check: file, reason }))
}

/** The answers of a check in the evidence pack. Ids hold letters, digits, points and lines only, so that no path is made of them. */
export function answersOf(folder: string, check: string): string | undefined {
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(check)) return undefined
  const path = join(folder, 'evidence', 'answers', `${check}.parquet`)
  return existsSync(path) ? path : undefined
}
