import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import type { ToldFacts } from '#assessment/told-facts-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { GuideShelf } from '#content/guides.ts'
import type { Library } from '#content/library.ts'
import type { PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import { type KeptCollection, openLatestCollection } from '#evidence/collection-store.ts'
import { keepAdopted, listAdopted, setTarget } from './adoption-store.ts'
import { chartOf } from './control-chart.ts'
import { type KnownKpi, knownKpis } from './known-kpis.ts'
import { type Computed, computeKpi, type Evidence } from './library.ts'
import { keepAnswers, type OwnKpi, readOwn } from './own-kpi-store.ts'
import { hashOfFacts, readRegisterFacts } from './register-facts-store.ts'
import { closedOf, standingOf } from './series.ts'
import { type Computing, keepPoints, readSeries } from './series-store.ts'
import { openSignals } from './signal-store.ts'
import { type Cadence, cadenceOf } from './staleness.ts'
import type { Direction } from './target.ts'

/** Whose KPIs are watched, by which parts of the pack, and when. */
export type Watching = Readonly<{
  organization: string
  library: Library
  shelf: GuideShelf
  side: PeopleSide
  now: Date
  told: ToldFacts
}>

/** What somebody adopts; what is left out is taken from the library. */
export type AdoptingKpi = Readonly<{
  kpi: string
  owner: string
  cadence?: Cadence | undefined
  direction?: Direction | undefined
  target?: number | undefined
}>

/** Adopts a KPI and computes its series at once, from what is collected already; refused where nothing computes it. */
export async function adoptKpi(
  tx: Tx,
  actor: Actor,
  watching: Watching,
  adopting: AdoptingKpi,
): Promise<void> {
  const own = await readOwn(tx)
  const known = demandKnown(knownKpis(watching.shelf, watching.library, own), adopting.kpi)
  if (known.source.by === 'nobody')
    throw new Refusal(
      'invalid',
      `${adopting.kpi} cannot be computed. It needs what is not supplied: ${known.source.needs}`,
    )
  // Facts are read before anything is written: the state of the assessment is kept in memory for everybody.
  const facts = known.source.by === 'registers' ? await readRegisterFacts(tx, watching) : undefined
  const latest = await openLatestCollection(tx)
  const said = {
    kpi: adopting.kpi,
    owner: adopting.owner,
    cadence: adopting.cadence ?? cadenceOf(known.kpi.cadence),
    direction: adopting.direction ?? known.source.direction,
  }
  await keepAdopted(tx, actor, { ...said, at: watching.now })
  const evidence = { collected: latest?.collected, facts, own: triedOf(own) }
  const computed = computeKpi(known.source, evidence)
  if (adopting.target !== undefined) {
    const today = watching.now.toISOString().slice(0, 7)
    const validFrom = computed.points[0]?.period ?? today
    const first = { target: adopting.target, validFrom, reason: 'Set when the KPI was adopted.' }
    await setTarget(tx, actor, { kpi: adopting.kpi, ...first, at: watching.now })
  }
  const computing = computingOf(watching, actor, { latest, dataHash: facts && hashOfFacts(facts) }, known)
  await keepPoints(tx, adopting.kpi, computed, computing)
  await append(tx, actor, {
    action: 'adopt',
    kind: 'KPI',
    id: adopting.kpi,
    after: { ...said, target: adopting.target, points: computed.points.length },
  })
  await openSignalsOf(tx, actor, watching, [known])
}

function demandKnown(known: ReadonlyMap<string, KnownKpi>, id: string): KnownKpi {
  const found = known.get(id)
  if (found) return found
  throw new Refusal('not-found', `There is no KPI ${id} in the library.`)
}

function triedOf(own: readonly OwnKpi[]): NonNullable<Evidence['own']> {
  return new Map(own.map(({ kpi, tried }) => [kpi, { points: tried, because: undefined }]))
}

function computingOf(
  { organization, now }: Watching,
  actor: Actor,
  { latest, dataHash }: Readonly<{ latest: KeptCollection | undefined; dataHash: string | undefined }>,
  { source }: KnownKpi,
): Computing {
  const isOfTickets = source.by !== 'registers'
  return {
    organization,
    collection: isOfTickets ? latest?.id : undefined,
    dataHash: (isOfTickets ? latest?.dataHash : dataHash) ?? '',
    until: isOfTickets ? (latest?.dataUntil.slice(0, 10) ?? '') : now.toISOString().slice(0, 10),
    at: now,
    by: actor.name,
  }
}

/** Adds to every series what the newest collection says, and opens what it signals. own: the answers of own KPIs to it. */
export async function watchCollection(
  tx: Tx,
  actor: Actor,
  watching: Watching,
  own: NonNullable<Evidence['own']>,
): Promise<Readonly<{ rows: number; signals: number }>> {
  const latest = await openLatestCollection(tx)
  const watched = await watchedKpis(tx, watching)
  const ofTickets = watched.filter(({ source }) => source.by !== 'registers')
  const evidence = { collected: latest?.collected, facts: undefined, own }
  const { organization, now: at } = watching
  if (latest) await keepAnswers(tx, own, { organization, collection: latest.id, at })
  return keepAll(tx, actor, watching, ofTickets, (known) => ({
    computed: computeKpi(known.source, evidence),
    computing: computingOf(watching, actor, { latest, dataHash: undefined }, known),
  }))
}

/** Adds to the series of registers, ratings, surveys and plans what they hold today. */
export async function watchRegisters(
  tx: Tx,
  actor: Actor,
  watching: Watching,
): Promise<Readonly<{ rows: number; signals: number }>> {
  const watched = (await watchedKpis(tx, watching)).filter(({ source }) => source.by === 'registers')
  if (watched.length === 0) return { rows: 0, signals: 0 }
  const facts = await readRegisterFacts(tx, watching)
  const dataHash = hashOfFacts(facts)
  return keepAll(tx, actor, watching, watched, (known) => ({
    computed: computeKpi(known.source, { collected: undefined, facts }),
    computing: computingOf(watching, actor, { latest: undefined, dataHash }, known),
  }))
}

async function watchedKpis(tx: Tx, { shelf, library }: Watching): Promise<readonly KnownKpi[]> {
  const known = knownKpis(shelf, library, await readOwn(tx))
  const adopted = await listAdopted(tx)
  return adopted.filter(({ isEnded }) => !isEnded).flatMap(({ kpi }) => known.get(kpi) ?? [])
}

async function keepAll(
  tx: Tx,
  actor: Actor,
  watching: Watching,
  watched: readonly KnownKpi[],
  compute: (known: KnownKpi) => Readonly<{ computed: Computed; computing: Computing }>,
): Promise<Readonly<{ rows: number; signals: number }>> {
  let rows = 0
  for (const known of watched) {
    const { computed, computing } = compute(known)
    rows += await keepPoints(tx, known.kpi.id, computed, computing)
  }
  return { rows, signals: await openSignalsOf(tx, actor, watching, watched) }
}

async function openSignalsOf(
  tx: Tx,
  actor: Actor,
  { now }: Watching,
  watched: readonly KnownKpi[],
): Promise<number> {
  const series = await readSeries(tx)
  const month = now.toISOString().slice(0, 7)
  const charts = watched.flatMap(({ kpi, source }) => {
    if (source.by === 'nobody') return []
    const closed = closedOf(standingOf(series.get(kpi.id) ?? []), { isAsOf: source.isAsOf, month })
    return [[kpi.id, chartOf(closed, source.answers === 'share')] as const]
  })
  return openSignals(tx, actor, charts, now)
}
