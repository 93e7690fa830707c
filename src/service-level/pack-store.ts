import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Duck, literal, openDuck } from '#db/duck.ts'
import type { Complaint, Experience, LevelCell, PartyMonth, SurveyMonth } from './experience.ts'

const nothing: Experience = { cells: [], parties: [], surveys: [], complaints: [] }

/** Where the facts lie, by name. */
type Facts = (name: string) => string

/** What the evidence pack of a workspace says about services; a pack of an older program says nothing. */
export async function readExperience(folder: string): Promise<Experience> {
  const place = (name: string) => join(folder, 'evidence', 'facts', `${name}.parquet`)
  if (!existsSync(place('service_clock_month'))) return nothing
  const facts: Facts = (name) => `read_parquet(${literal(place(name))})`
  const duck = await openDuck(':memory:', { threads: 1, memory: '512MB' })
  try {
    return {
      cells: await readCells(duck, facts),
      parties: await readParties(duck, facts),
      surveys: await readSurveys(duck, facts),
      complaints: await readComplaints(duck, facts),
    }
  } finally {
    duck.close()
  }
}

type CellRow = {
  service: string
  customer: string
  metric: string
  month: string
  computed_by: string
  pause_rule: string
  reopen_rule: string
  kept: number
  missed: number
  open_missed: number
  running: number
  unusable: number
  no_clock: number
  missed_tickets: string | null
}

async function readCells(duck: Duck, facts: Facts): Promise<Experience['cells']> {
  const rows = await duck.rows<CellRow>(
    `select service_id as service, customer_id as customer, metric, month, computed_by, pause_rule, reopen_rule,
      kept_count as kept, missed_count as missed, open_missed_count as open_missed, running_count as running,
      unusable_count as unusable, no_clock_count as no_clock, missed_tickets
    from ${facts('service_clock_month')}`,
  )
  return rows.map((row) => ({
    service: row.service,
    customer: row.customer,
    metric: row.metric,
    month: row.month,
    computedBy: row.computed_by,
    pauseRule: row.pause_rule,
    reopenRule: row.reopen_rule,
    kept: row.kept,
    missed: row.missed,
    openMissed: row.open_missed,
    running: row.running,
    unusable: row.unusable,
    noClock: row.no_clock,
    missedTickets: row.missed_tickets?.split('\n') ?? [],
  })) satisfies readonly LevelCell[]
}

type PartyRow = { service: string; month: string; kind: string; party: string; kept: number; missed: number }

async function readParties(duck: Duck, facts: Facts): Promise<readonly PartyMonth[]> {
  const rows = await duck.rows<PartyRow>(
    `select service_id as service, month, party_kind as kind, party, kept_count as kept, missed_count as missed
    from ${facts('service_party_month')}`,
  )
  return rows.map(({ kind, ...row }) => ({ ...row, partyKind: kind === 'supplier' ? kind : 'group' }))
}

function readSurveys(duck: Duck, facts: Facts): Promise<readonly SurveyMonth[]> {
  return duck.rows<SurveyMonth>(
    `select service_id as service, customer_id as customer, month, sent_count as sent, answered_count as answered,
      satisfied_count as satisfied
    from ${facts('survey_month')}`,
  )
}

type ComplaintRow = {
  ticket: string
  service: string | null
  customer: string | null
  month: string | null
  state: string | null
  is_open: boolean
  received_at: string | null
  answered_at: string | null
  ended_at: string | null
}

async function readComplaints(duck: Duck, facts: Facts): Promise<readonly Complaint[]> {
  const instant = (column: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`
  const rows = await duck.rows<ComplaintRow>(
    `select ticket_id as ticket, service_id as service, customer_id as customer, created_month as month, state, is_open,
      ${instant('created_at')} as received_at, ${instant('first_response_at')} as answered_at,
      ${instant('ended_at')} as ended_at
    from ${facts('complaint')}
    where not is_void`,
  )
  return rows.map((row) => ({
    ticket: row.ticket,
    service: row.service ?? '',
    customer: row.customer ?? '',
    month: row.month ?? '',
    state: row.state ?? '',
    isOpen: row.is_open,
    receivedAt: row.received_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  }))
}
