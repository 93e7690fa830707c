import { chosenBrand } from '#access/brand-store.ts'
import { plainBrand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { lastDayOf, type MonthReadings } from './closed-month.ts'
import { summaryOf, timed } from './complaint-summary.ts'
import { type CollectedCell, levelMonths, standingRules } from './level-months.ts'
import { cellsFor, type LevelWorld, readLevelWorld, readSupport } from './level-page-store.ts'
import { type Names, readComplaints, readMissed, readSurveys } from './level-store.ts'
import type { ReportDefinition } from './report.ts'
import type { ReportedLevel, ReportFigures } from './report-figures.ts'
import { monthsBefore, monthsOfPeriod, type ReportPeriod } from './report-period.ts'
import { listActions, listReviews } from './review-store.ts'
import { satisfactionBy } from './satisfaction.ts'

/** A trend shows so many months, the last of the period included. */
const trendMonths = 12

/** What a report is about, for whom it is computed, and on which day. */
export type Reporting = Readonly<{
  organization: Readonly<{ id: string; name: string }>
  definition: ReportDefinition
  period: ReportPeriod
  language: Language
  today: string
}>

/** Computes the figures of a report; refused as long as the data do not reach the end of its period. */
export async function readReportFigures(tx: Tx, reporting: Reporting): Promise<ReportFigures> {
  const { period, today, organization, language } = reporting
  const world = await readLevelWorld(tx, organization.id)
  const names = world.agreements
  const definition = asRegistered(reporting.definition, names)
  const wanted = monthsOfPeriod(period)
  const own = world.months.filter(({ month }) => wanted.includes(month))
  if (own.length < wanted.length || own.some(({ isClosed }) => !isClosed))
    throw new Refusal(
      'conflict',
      `The evidence does not reach ${lastDayOf(period.to)} yet${world.newest ? `: it ends on ${world.newest.dataUntil.slice(0, 10)}` : ''}. Import the tickets of the whole period and collect first.`,
    )
  const from = monthsBefore(period.to, trendMonths - 1)
  const trend = world.months.filter(
    ({ month }) => (month >= from || wanted.includes(month)) && month <= period.to,
  )
  const { services, customer } = definition
  const cells = (await cellsFor(tx, names, trend, services)).filter(
    (one) => customer === '' || one.customer === customer,
  )
  const asked = {
    collections: [own.at(-1)?.stands.collection ?? ''],
    from: period.from,
    to: period.to,
    services,
    names,
  }
  const isTheirs = (one: Readonly<{ customer: string }>) => customer === '' || one.customer === customer
  const complaints = timed((await readComplaints(tx, asked)).filter(isTheirs))
  const written = services.flatMap(names.services.written)
  const reviews = (await listReviews(tx, { services: written })).filter(
    (one) =>
      one.heldOn <= today &&
      (customer === '' || one.customer === '' || names.customers.own(one.customer) === customer),
  )
  return {
    form: 1,
    organization: organization.name,
    language,
    brand: (await chosenBrand(tx)) ?? plainBrand,
    definition,
    period,
    data: await readData(tx, trend),
    levels: await readLevels(tx, { world, definition, own, trend, cells }),
    chains: await readChains(tx, { world, definition, own, today }),
    satisfaction: satisfactionBy((await readSurveys(tx, asked)).filter(isTheirs), (one) => one.service),
    complaints,
    complaintSummary: summaryOf(complaints),
    reviews: reviews.map(({ service, heldOn, nextOn, attendees }) => ({
      service: names.services.own(service),
      heldOn,
      nextOn,
      attendees,
    })),
    actions: (await listActions(tx, written)).filter(
      (one) => (one.doneOn === undefined || one.doneOn >= `${period.from}-01`) && one.agreedOn <= today,
    ),
  }
}

/** The definition by the names of the register today; those that it was written with may have been names of the tool. */
function asRegistered(definition: ReportDefinition, { services, customers }: Names): ReportDefinition {
  const customer = definition.customer === '' ? '' : customers.own(definition.customer)
  return { ...definition, services: [...new Set(definition.services.map(services.own))], customer }
}

async function readData(tx: Tx, months: readonly MonthReadings[]): Promise<ReportFigures['data']> {
  const rows = await tx
    .selectFrom('collection')
    .select(['number', 'data_until', 'data_hash', 'pack_version'])
    .where('id', 'in', [...new Set(months.map(({ stands }) => stands.collection))])
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    dataUntil: row.data_until,
    dataHash: row.data_hash,
    packVersion: row.pack_version,
  }))
}

type Matter = Readonly<{
  world: LevelWorld
  definition: ReportDefinition
  own: readonly MonthReadings[]
  trend: readonly MonthReadings[]
  cells: readonly CollectedCell[]
}>

async function readLevels(
  tx: Tx,
  { world, definition, own, trend, cells }: Matter,
): Promise<readonly ReportedLevel[]> {
  const customer = definition.customer === '' ? undefined : definition.customer
  const levels: ReportedLevel[] = []
  for (const service of definition.services) {
    const missed = await readMissedIn(tx, world.agreements, service, own)
    for (const metric of metricsOf(service, cells)) {
      const asking = { service, customer, metric }
      const mine = cells.filter((one) => one.service === service && one.metric === metric)
      levels.push({
        service,
        metric,
        months: levelMonths(asking, own, mine, world.agreements),
        trend: levelMonths(asking, trend, mine, world.agreements),
        breaches: missed
          .filter((one) => one.metric === metric && (customer === undefined || one.customer === customer))
          .map(({ month, tickets }) => ({ month, tickets })),
        rules: standingRules(own, mine),
      })
    }
  }
  return levels
}

/** The resolution first: it is what customers ask for. A service without any clock is shown with nothing. */
function metricsOf(service: string, cells: readonly CollectedCell[]): readonly string[] {
  const found = new Set(cells.filter((one) => one.service === service).map(({ metric }) => metric))
  return ['resolution', ...[...found].filter((metric) => metric !== 'resolution').toSorted()]
}

async function readMissedIn(tx: Tx, names: Names, service: string, months: readonly MonthReadings[]) {
  const missed: { month: string; customer: string; metric: string; tickets: readonly string[] }[] = []
  for (const { month, stands } of months)
    for (const one of await readMissed(tx, { collection: stands.collection, service, month, names }))
      missed.push({ month, ...one })
  return missed
}

async function readChains(
  tx: Tx,
  {
    world,
    definition,
    own,
    today,
  }: Pick<Matter, 'world' | 'definition' | 'own'> & Readonly<{ today: string }>,
): Promise<ReportFigures['chains']> {
  if (!definition.parts.includes('support chain')) return []
  const chains: ReportFigures['chains'][number][] = []
  for (const service of definition.services)
    chains.push({ service, chain: await readSupport(tx, world, { service, months: own, today }) })
  return chains
}
