import { sql } from 'kysely'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import type { Reading } from './closed-month.ts'
import type { Complaint, Experience, LevelCell, PartyMonth, SurveyMonth } from './experience.ts'
import type { Naming } from './naming.ts'

/** Keeps what a collection says about services, in the transaction that keeps the collection. */
export async function keepExperience(
  tx: Tx,
  { organization, collection }: Readonly<{ organization: string; collection: string }>,
  { cells, parties, surveys, complaints }: Experience,
): Promise<void> {
  const own = sql`${organization}::uuid, ${collection}::uuid`
  if (cells.length > 0)
    await sql`insert into service_level_cell
      select ${own}, one.service, one.customer, one.metric, one.month, one."computedBy", one."pauseRule", one."reopenRule",
        one.kept, one.missed, one."openMissed", one.running, one.unusable, one."noClock",
        array(select jsonb_array_elements_text(one."missedTickets"))
      from jsonb_to_recordset(${asJson(cells)}::jsonb) as one(service text, customer text, metric text, month text,
        "computedBy" text, "pauseRule" text, "reopenRule" text, kept integer, missed integer, "openMissed" integer,
        running integer, unusable integer, "noClock" integer, "missedTickets" jsonb)`.execute(tx)
  if (parties.length > 0)
    await sql`insert into service_level_party
      select ${own}, one.service, one.month, one."partyKind", one.party, one.kept, one.missed
      from jsonb_to_recordset(${asJson(parties)}::jsonb) as one(service text, month text, "partyKind" text, party text,
        kept integer, missed integer)`.execute(tx)
  if (surveys.length > 0)
    await sql`insert into service_survey_month
      select ${own}, one.service, one.customer, one.month, one.sent, one.answered, one.satisfied
      from jsonb_to_recordset(${asJson(surveys)}::jsonb) as one(service text, customer text, month text, sent integer,
        answered integer, satisfied integer)`.execute(tx)
  if (complaints.length > 0)
    await sql`insert into service_complaint
      select ${own}, one.ticket, one.service, one.customer, one.month, one.state, one."isOpen", one."receivedAt",
        one."answeredAt", one."endedAt"
      from jsonb_to_recordset(${asJson(complaints)}::jsonb) as one(ticket text, service text, customer text, month text,
        state text, "isOpen" boolean, "receivedAt" timestamptz, "answeredAt" timestamptz, "endedAt" timestamptz)`.execute(
      tx,
    )
}

/** The collections that say something about services, oldest first. */
export async function listReadings(tx: Tx): Promise<readonly Reading[]> {
  const rows = await tx
    .selectFrom('collection')
    .select(['id', 'number', 'period_from', 'period_to', 'data_until', 'collected_at'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('service_level_cell')
          .select('month')
          .whereRef('service_level_cell.collection_id', '=', 'collection.id')
          .limit(1),
      ),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    collection: row.id,
    number: row.number,
    from: row.period_from.slice(0, 7),
    to: row.period_to.slice(0, 7),
    dataUntil: row.data_until,
    collectedAt: row.collected_at.toISOString(),
  }))
}

/** What the registers call what tickets may call otherwise. */
export type Names = Readonly<{ services: Naming; customers: Naming }>

/** What is asked: services by the names of the register, and so is what is answered. */
export type CellAsking = Readonly<{
  collections: readonly string[]
  from: string
  to: string
  services?: readonly string[]
  names: Names
}>

const tables = {
  cells: 'service_level_cell',
  parties: 'service_level_party',
  surveys: 'service_survey_month',
  complaints: 'service_complaint',
} as const

/** As the tickets of some collections write what the register calls by these names; something that no service is called where none does. */
async function asTold(
  tx: Tx,
  { collections, services, names }: Pick<CellAsking, 'collections' | 'services' | 'names'>,
  table: keyof typeof tables,
): Promise<readonly string[]> {
  const wanted = new Set(services?.map(names.services.own))
  const { rows } = await sql<{ service: string }>`
    select distinct service from ${sql.table(tables[table])} where collection_id = any(${collections}::uuid[])`.execute(
    tx,
  )
  const told = rows.map(({ service }) => service).filter((service) => wanted.has(names.services.own(service)))
  return told.length > 0 ? told : ['\u{10FFFF}']
}

/** The cells of some collections and months (both ends included), without their tickets. */
export async function readCells(
  tx: Tx,
  asking: CellAsking,
): Promise<readonly (LevelCell & Readonly<{ collection: string }>)[]> {
  const { collections, from, to, services, names } = asking
  if (collections.length === 0) return []
  let query = tx
    .selectFrom('service_level_cell')
    .select(['collection_id', 'service', 'customer', 'metric', 'month', 'computed_by', 'pause_rule'])
    .select(['reopen_rule', 'kept', 'missed', 'open_missed', 'running', 'unusable', 'no_clock'])
    .where('collection_id', 'in', collections)
    .where('month', '>=', from)
    .where('month', '<=', to)
  if (services) query = query.where('service', 'in', await asTold(tx, asking, 'cells'))
  return (await query.execute()).map((row) => ({
    collection: row.collection_id,
    service: names.services.own(row.service),
    customer: names.customers.own(row.customer),
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
  }))
}

/** The tickets of missed clocks of one service in one month, by customer and metric. */
export async function readMissed(
  tx: Tx,
  {
    collection,
    service,
    month,
    names,
  }: Readonly<{ collection: string; service: string; month: string; names: Names }>,
): Promise<readonly Readonly<{ customer: string; metric: string; tickets: readonly string[] }>[]> {
  const rows = await tx
    .selectFrom('service_level_cell')
    .select(['customer', 'metric', 'missed_tickets'])
    .where('collection_id', '=', collection)
    .where(
      'service',
      'in',
      await asTold(tx, { collections: [collection], services: [service], names }, 'cells'),
    )
    .where('month', '=', month)
    .orderBy('customer')
    .orderBy('metric')
    .orderBy('service')
    .execute()
  const missed = rows
    .filter(({ missed_tickets: tickets }) => tickets.length > 0)
    .map(({ customer, ...row }) => ({ ...row, customer: names.customers.own(customer) }))
  const groups = Map.groupBy(missed, ({ customer, metric }) => JSON.stringify([customer, metric]))
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { customer, metric } = first
    return [{ customer, metric, tickets: own.flatMap((row) => row.missed_tickets) }]
  })
}

/** How the tickets of services fared in whose hands. */
export async function readParties(tx: Tx, asking: CellAsking): Promise<readonly PartyMonth[]> {
  const { from, to, services = [], names } = asking
  const [collection] = asking.collections
  if (collection === undefined || services.length === 0) return []
  const rows = await tx
    .selectFrom('service_level_party')
    .selectAll()
    .where('collection_id', '=', collection)
    .where('service', 'in', await asTold(tx, { ...asking, collections: [collection] }, 'parties'))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('party')
    .orderBy('month')
    .execute()
  return rows.map(({ service, month, party_kind: partyKind, party, kept, missed }) => ({
    service: names.services.own(service),
    month,
    partyKind,
    party,
    kept,
    missed,
  }))
}

/** The surveys of one collection in some months. */
export async function readSurveys(tx: Tx, asking: CellAsking): Promise<readonly SurveyMonth[]> {
  const { from, to, services, names } = asking
  const [collection] = asking.collections
  if (collection === undefined) return []
  let query = tx
    .selectFrom('service_survey_month')
    .select(['service', 'customer', 'month', 'sent', 'answered', 'satisfied'])
    .where('collection_id', '=', collection)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('service')
    .orderBy('customer')
    .orderBy('month')
  if (services) query = query.where('service', 'in', await asTold(tx, asking, 'surveys'))
  return (await query.execute()).map((row) => ({
    ...row,
    service: names.services.own(row.service),
    customer: names.customers.own(row.customer),
  }))
}

/** The complaints that one collection knows, received in some months. */
export async function readComplaints(tx: Tx, asking: CellAsking): Promise<readonly Complaint[]> {
  const { from, to, services, names } = asking
  const [collection] = asking.collections
  if (collection === undefined) return []
  let query = tx
    .selectFrom('service_complaint')
    .selectAll()
    .where('collection_id', '=', collection)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('received_at')
    .orderBy('ticket')
  if (services) query = query.where('service', 'in', await asTold(tx, asking, 'complaints'))
  return (await query.execute()).map((row) => ({
    ticket: row.ticket,
    service: names.services.own(row.service),
    customer: names.customers.own(row.customer),
    month: row.month,
    state: row.state,
    isOpen: row.is_open,
    receivedAt: row.received_at?.toISOString(),
    answeredAt: row.answered_at?.toISOString(),
    endedAt: row.ended_at?.toISOString(),
  }))
}
