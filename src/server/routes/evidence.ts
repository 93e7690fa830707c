import { z } from 'zod'
import type { Actor } from '#access/actor.ts'
import { standingMeasures } from '#adoption/register-measures-store.ts'
import {
  type CheckRow,
  type CheckView,
  type CollectionView,
  evidenceApi,
  type MeasureDetail,
  type MeasureView,
} from '#api/evidence.ts'
import { fromCursor, toPage } from '#api/page.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import { hash } from '#evidence/collect.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
import {
  type CollectionHead,
  historyOfCheck,
  type KeptCollection,
  listCollections,
  openCollection,
  openLatestCollection,
} from '#evidence/collection-store.ts'
import { isAboutPeople, type Result } from '#evidence/result.ts'
import { readExceptions, ticketLines } from '#evidence/ticket-store.ts'
import type { Handlers, World } from '../call.ts'
import { jobView } from '../job-view.ts'
import { tryEvents } from '../read-events.ts'
import { workspaceOf } from '../workshop.ts'

const handlers: Handlers<typeof evidenceApi> = {
  'GET /api/organizations/:organization/collections': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const [before] = fromCursor(query.cursor, z.tuple([z.number().int()])) ?? []
      const found = await listCollections(tx, before, query.limit + 1)
      return toPage(found, query.limit, collectionView, ({ number }) => [number])
    }),
  'POST /api/organizations/:organization/collections': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const asked = body?.period ? { period: body.period } : {}
      return { job: jobView(await world.jobs.ask(tx, actor, 'collect', asked)) }
    }),
  'GET /api/organizations/:organization/checks': async ({ world, actor, query }) => {
    const latest = await world.records.within(actor, openLatestCollection)
    const [after] = fromCursor(query.cursor, z.tuple([z.string()])) ?? []
    const found = (latest?.collected.results ?? []).filter((result) => isWanted(result, query))
    const verdicts = listOf(query.verdict)
    const rows = found
      .filter(({ verdict }) => verdicts.length === 0 || verdicts.includes(verdict))
      .filter(({ check }) => after === undefined || check > after)
      .toSorted((a, b) => (a.check < b.check ? -1 : 1))
    const page = toPage(rows.slice(0, query.limit + 1), query.limit, checkRow, ({ check }) => [check])
    const counts = { pass: 0, fail: 0, inconclusive: 0 }
    for (const { verdict } of found) counts[verdict] += 1
    return { ...page, ...(latest ? { collection: collectionView(latest) } : {}), counts }
  },
  'GET /api/organizations/:organization/checks/:check': ({ world, actor, params, query }) =>
    world.records.within(actor, async (tx): Promise<CheckView> => {
      const kept = query.collection
        ? await openCollection(tx, query.collection)
        : await openLatestCollection(tx)
      const { collection, result } = demandResult(kept, params.check)
      const history = await historyOfCheck(tx, params.check)
      const known = openLibrary(world.content).questions.checks.find(({ id }) => id === params.check)
      const isSame = known !== undefined && hash(known.sql) === result.sqlHash
      return {
        ...checkRow(result),
        collection: collectionView(collection),
        period: result.period,
        ...(known ? { claim: known.about.claim, populationSays: known.about.population } : {}),
        decides: result.decides.map((one) => ({ ...one })),
        knownGaps: [...result.knownGaps],
        remedy: result.remedy,
        ...(isSame ? { sql: known.sql } : {}),
        sqlHash: result.sqlHash,
        dataHash: result.dataHash,
        history: history.map(({ collectedAt, ...past }) => ({
          ...past,
          collectedAt: collectedAt.toISOString(),
          verdict: past.verdict as Result['verdict'], // written from a result
        })),
      }
    }),
  'GET /api/organizations/:organization/checks/:check/exceptions': async ({
    world,
    actor,
    params,
    query,
  }) => {
    const { result } = demandResult(await world.records.within(actor, openLatestCollection), params.check)
    const total = result.exceptionCount
    if (isAboutPeople(result))
      return { items: [], total, withheld: 'People are counted here, and not named.' }
    const [after] = fromCursor(query.cursor, z.tuple([z.string()])) ?? []
    const folder = workspaceOf(world, actor.organization)
    const limit = query.limit + 1
    const found = await tryEvents(world, actor.organization, async (duck) => {
      const exceptions =
        (await readExceptions(duck, folder, result.check, after, limit)) ?? keptOf(result, after, limit)
      return {
        exceptions,
        tickets: await ticketLines(
          duck,
          exceptions.map(({ subject }) => subject),
        ),
      }
    })
    const exceptions = found?.exceptions ?? keptOf(result, after, limit)
    const view = ({ subject, reason }: { subject: string; reason: string }) => {
      const ticket = found?.tickets.get(subject)
      return { subject, reason, ...(ticket ? { ticket } : {}) }
    }
    return { ...toPage(exceptions, query.limit, view, ({ subject }) => [subject]), total }
  },
  'GET /api/organizations/:organization/measures': async ({ world, actor, query }) => {
    const { latest, measures } = await readMeasures(world, actor)
    const processes = listOf(query.process)
    const items = measures
      .filter(({ process }) => processes.length === 0 || processes.includes(process))
      .filter(({ headline }) => query.headline === undefined || String(headline) === query.headline)
      .map(measureView)
    return { ...(latest ? { collection: collectionView(latest) } : {}), items }
  },
  'GET /api/organizations/:organization/measures/:measure': async ({ world, actor, params }) => {
    const { latest, measures } = await readMeasures(world, actor)
    const found = measures.find(({ id }) => id === params.measure)
    if (!found)
      throw new Refusal(
        'not-found',
        'There is no such measure in the newest collection, nor in the registers.',
      )
    const known = openLibrary(world.content).questions.measures.find(({ id }) => id === found.id)
    const isAsked = found.from === undefined && known !== undefined && hash(known.sql) === found.sqlHash
    const detail: MeasureDetail = {
      ...measureView(found),
      ...(latest ? { collection: collectionView(latest) } : {}),
      ...(isAsked ? { sql: known.sql } : {}),
      requirements: [...(known?.about.requirements ?? [])],
    }
    return detail
  },
}

export const evidence = { endpoints: evidenceApi, handlers }

/** The measures as they stand, and the collection that most of them are of. */
function readMeasures(world: World, actor: Actor) {
  return world.records.within(actor, async (tx) => {
    const latest = await openLatestCollection(tx)
    const wanted = {
      organization: actor.organization,
      library: openLibrary(world.content),
      now: world.now(),
    }
    return { latest, measures: await standingMeasures(tx, latest?.collected, wanted) }
  })
}

/** A collection as the API tells it. */
export function collectionView(head: CollectionHead): CollectionView {
  const { id, number, period, dataFrom, dataUntil, dataHash, packVersion, collectedAt, collectedBy } = head
  return {
    id,
    number,
    period,
    dataFrom,
    dataUntil,
    dataHash,
    packVersion,
    collectedAt: collectedAt.toISOString(),
    collectedBy,
  }
}

type Filter = Readonly<{
  process?: string | string[] | undefined
  purpose?: string | string[] | undefined
  requirement?: string | undefined
  search?: string | undefined
}>

function isWanted(result: Result, { process, purpose, requirement, search }: Filter): boolean {
  const processes = listOf(process)
  const purposes = listOf(purpose)
  const words = search?.toLowerCase()
  return (
    (processes.length === 0 || processes.includes(processOf(result.check))) &&
    (purposes.length === 0 || purposes.includes(result.purpose)) &&
    (requirement === undefined || result.decides.some((one) => one.requirement === requirement)) &&
    (words === undefined || `${result.check} ${result.title}`.toLowerCase().includes(words))
  )
}

function listOf<T>(given: T | readonly T[] | undefined): readonly T[] {
  return given === undefined ? [] : ([given].flat() as readonly T[]) // flat gives one level, which is T
}

/** The process a check belongs to: the first part of its id. */
function processOf(check: string): string {
  return check.split('.')[0] ?? check
}

function checkRow(result: Result): CheckRow {
  return {
    check: result.check,
    title: result.title,
    process: processOf(result.check),
    subject: result.subject ?? '',
    purpose: result.purpose,
    severity: result.severity,
    verdict: result.verdict,
    because: result.because,
    basis: result.basis,
    population: result.population,
    met: result.met,
    unknown: result.unknown,
    notApplicable: result.notApplicable,
    threshold: result.threshold,
    share: result.share,
    interval: result.interval,
    exceptionCount: result.exceptionCount,
    requirements: [...new Set(result.decides.map(({ requirement }) => requirement))],
  }
}

function measureView(measure: MeasureResult): MeasureView {
  return { ...measure, points: measure.points.map((point) => ({ ...point })) }
}

function demandResult(
  kept: KeptCollection | undefined,
  check: string,
): { collection: KeptCollection; collected: Collected; result: Result } {
  const result = kept?.collected.results.find((one) => one.check === check)
  if (!kept || !result) throw new Refusal('not-found', `No check ${check} was asked in this collection.`)
  return { collection: kept, collected: kept.collected, result }
}

/** The first exceptions, which are kept with the result itself. */
function keptOf({ exceptions }: Result, after: string | undefined, limit: number) {
  return exceptions.filter(({ subject }) => after === undefined || subject > after).slice(0, limit)
}
