import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import { readChain } from '#registers/register-check-store.ts'
import { type Agreements, readAgreements } from './agreement-store.ts'
import { decidedOf, type Rule, sumOf } from './attainment.ts'
import { type MonthReadings, monthsRead, type Reading } from './closed-month.ts'
import { timed } from './complaint-summary.ts'
import type { Outcomes } from './experience.ts'
import { type CollectedCell, type LevelMonth, levelMonths, standingRules } from './level-months.ts'
import {
  listReadings,
  type Names,
  readCells,
  readComplaints,
  readParties,
  readSurveys,
} from './level-store.ts'
import { satisfactionBy } from './satisfaction.ts'
import { type SupportChain, supportOf } from './support.ts'

/** Everything that figures of service levels are made from: which collection speaks for which month, and what was agreed. */
export type LevelWorld = Readonly<{
  organization: string
  months: readonly MonthReadings[]
  newest: Reading | undefined
  agreements: Agreements
}>

/** Reads what service levels stand on. */
export async function readLevelWorld(tx: Tx, organization: string): Promise<LevelWorld> {
  const readings = await listReadings(tx)
  return {
    organization,
    months: monthsRead(readings),
    newest: readings.at(-1),
    agreements: await readAgreements(tx, organization),
  }
}

/** The cells of some months, of the collections that speak for them. */
export function cellsFor(
  tx: Tx,
  names: Names,
  months: readonly MonthReadings[],
  services?: readonly string[],
): Promise<readonly CollectedCell[]> {
  const collections = new Set(
    months.flatMap(({ stands, newest }) => [stands.collection, newest?.collection ?? stands.collection]),
  )
  return readCells(tx, {
    collections: [...collections],
    from: months[0]?.month ?? '',
    to: months.at(-1)?.month ?? '',
    ...(services ? { services } : {}),
    names,
  })
}

/** One line of the matrix: a service with its months. */
export type LevelRow = Readonly<{
  service: string
  record: Readonly<{ id: string; number: string }> | undefined
  months: readonly LevelMonth[]
  outcomes: Outcomes
}>

/** The matrix of services and months. */
export type LevelMatrix = Readonly<{
  months: readonly MonthReadings[]
  newest: Reading | undefined
  metrics: readonly string[]
  customers: readonly string[]
  rows: readonly LevelRow[]
  rules: readonly Rule[]
}>

/** What the matrix shows: one metric, one customer or all, so many of the last months. */
export type MatrixAsking = Readonly<{ metric: string; customer?: string | undefined; last: number }>

/** The services by what was promised and what came, month by month; the most missed ones first. */
export async function readMatrix(tx: Tx, world: LevelWorld, asking: MatrixAsking): Promise<LevelMatrix> {
  const { metric, last } = asking
  const customer = customerOf(world, asking.customer)
  const months = world.months.slice(-last)
  const cells = await cellsFor(tx, world.agreements, months)
  const shown = cells.filter(
    (one) => one.metric === metric && (customer === undefined || one.customer === customer),
  )
  const byService = Map.groupBy(shown, ({ service }) => service)
  const rows = [...byService].map(([service, own]): LevelRow => {
    const told = levelMonths({ service, customer, metric }, months, own, world.agreements)
    return {
      service,
      record: recordOf(world, service),
      months: told,
      outcomes: sumOf(told.map(({ outcomes }) => outcomes)),
    }
  })
  return {
    months,
    newest: world.newest,
    metrics: distinct(cells.map((one) => one.metric)),
    customers: distinct(cells.map((one) => one.customer)),
    rows: rows.toSorted(worstFirst),
    rules: standingRules(months, shown),
  }
}

function recordOf({ agreements }: LevelWorld, service: string): LevelRow['record'] {
  const record = agreements.services.record(service)
  return record && { id: record.id, number: record.number }
}

function customerOf({ agreements }: LevelWorld, told: string | undefined): string | undefined {
  return told === undefined ? undefined : agreements.customers.own(told)
}

function worstFirst(a: LevelRow, b: LevelRow): number {
  const missed = (row: LevelRow) => row.months.filter(({ verdict }) => verdict === 'missed').length
  const fewer = (row: LevelRow) => row.outcomes.kept / (decidedOf(row.outcomes) || 1)
  return missed(b) - missed(a) || fewer(a) - fewer(b) || (a.service < b.service ? -1 : 1)
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted()
}

/** One service whole: its months, customers, chain, satisfaction and complaints. */
export async function readService(
  tx: Tx,
  world: LevelWorld,
  { metric, last, today, ...named }: MatrixAsking & Readonly<{ service: string; today: string }>,
) {
  const service = world.agreements.services.own(named.service)
  const customer = customerOf(world, named.customer)
  const months = world.months.slice(-last)
  const cells = await cellsFor(tx, world.agreements, months, [service])
  const own = cells.filter((one) => one.metric === metric)
  const asked = world.newest
    ? {
        collections: [world.newest.collection],
        from: months[0]?.month ?? '',
        to: months.at(-1)?.month ?? '',
        services: [service],
        names: world.agreements,
      }
    : undefined
  const told = levelMonths({ service, customer, metric }, months, own, world.agreements)
  const surveys = asked ? await readSurveys(tx, asked) : []
  return {
    service,
    record: recordOf(world, service),
    metrics: distinct(cells.map((one) => one.metric)),
    months: told,
    newest: world.newest,
    rules: standingRules(
      months,
      own.filter((one) => customer === undefined || one.customer === customer),
    ),
    customers: distinct(own.map((one) => one.customer)).map((name) => ({
      customer: name,
      months: levelMonths({ service, customer: name, metric }, months, own, world.agreements),
    })),
    chain: await readSupport(tx, world, { service, months, today }),
    satisfaction: satisfactionBy(surveys, (one) => one.customer),
    complaints: timed(asked ? await readComplaints(tx, asked) : []),
  }
}

/** What holds up the promises of a service, by the agreements of a day and the tickets of some months. */
export async function readSupport(
  tx: Tx,
  world: LevelWorld,
  { service, ...asked }: Readonly<{ service: string; months: readonly MonthReadings[]; today: string }>,
): Promise<SupportChain> {
  return (await openSupport(tx, world, { services: [service], ...asked }))(service)
}

/** What holds up the promises of some services, read once for all of them. */
async function openSupport(
  tx: Tx,
  { organization, newest, agreements }: LevelWorld,
  {
    services,
    months,
    today,
  }: Readonly<{ services: readonly string[]; months: readonly MonthReadings[]; today: string }>,
): Promise<(service: string) => SupportChain> {
  const { links, parties } = await readChain(tx, organization, today)
  const records = await readAll(tx, organization, 'agreements', 0, Number.MAX_SAFE_INTEGER)
  const known = {
    links,
    agreements: new Map(records.map((one) => [one.id, one])),
    parties,
    names: agreements.parties,
  }
  const held = newest
    ? await readParties(tx, {
        collections: [newest.collection],
        from: months[0]?.month ?? '',
        to: months.at(-1)?.month ?? '',
        services,
        names: agreements,
      })
    : []
  return (told) => {
    const service = agreements.services.own(told)
    const id = agreements.services.record(service)?.id
    const slas = records.filter(
      ({ data }) => data.kind === 'SLA' && id !== undefined && [data.services].flat().includes(id),
    )
    return supportOf(
      new Set(slas.map((one) => one.id)),
      known,
      held.filter((one) => one.service === service),
    )
  }
}

/** Months and support of some services by their names: what an agreement about each is filled from. */
export async function readServices(
  tx: Tx,
  world: LevelWorld,
  {
    services,
    metric,
    last,
    today,
    ...named
  }: MatrixAsking & Readonly<{ services: readonly string[]; today: string }>,
): Promise<ReadonlyMap<string, Readonly<{ months: readonly LevelMonth[]; chain: SupportChain }>>> {
  const customer = customerOf(world, named.customer)
  const months = world.months.slice(-last)
  const cells = (await cellsFor(tx, world.agreements, months, services)).filter(
    (one) => one.metric === metric,
  )
  const own = Map.groupBy(cells, ({ service }) => service)
  const chainOf = await openSupport(tx, world, { services, months, today })
  return new Map(
    services.map((service) => [
      service,
      {
        months: levelMonths({ service, customer, metric }, months, own.get(service) ?? [], world.agreements),
        chain: chainOf(service),
      },
    ]),
  )
}
