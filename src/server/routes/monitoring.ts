import { append } from '#access/trail-store.ts'
import { monitoringApi } from '#api/monitoring.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import { openOutcomes } from '#content/outcomes.ts'
import { changeAdopted, setTarget } from '#monitoring/adoption-store.ts'
import { numberOf } from '#monitoring/figure.ts'
import type { ListedKpi } from '#monitoring/monitoring-page-store.ts'
import { readKpiPage, readLibrary, readMonitoring, readScorecard } from '#monitoring/monitoring-page-store.ts'
import { readOutcomes } from '#monitoring/outcome-store.ts'
import { keepOwn, readOwnVersions } from '#monitoring/own-kpi-store.ts'
import { correctPoint } from '#monitoring/series-store.ts'
import { decideOn } from '#monitoring/signal-store.ts'
import { adoptKpi } from '#monitoring/watch-store.ts'
import { latestDecision } from '#strategy/decision-store.ts'
import type { Handlers } from '../call.ts'
import { kpiDetail, libraryKpi, outcomesView, watchedKpi } from '../kpi-view.ts'
import { tryOwnKpi } from '../try-own-kpi.ts'
import { watchingOf } from '../watching.ts'
import type { Tx } from '../workshop.ts'

const handlers: Handlers<typeof monitoringApi> = {
  'GET /api/organizations/:organization/kpis': async ({ world, actor, query }) => {
    const watching = watchingOf(world, actor.organization)
    const all = await world.records.within(actor, (tx) => readLibrary(tx, watching))
    const computed = all.filter(({ source }) => source.by !== 'nobody')
    return {
      items: all.filter((one) => isWanted(one, query)).map(libraryKpi),
      counts: {
        all: all.length,
        computed: computed.length,
        withValue: computed.filter(({ latest }) => latest !== undefined).length,
        needing: all.length - computed.length,
      },
    }
  },
  'GET /api/organizations/:organization/outcomes': async ({ world, actor }) => {
    const watching = watchingOf(world, actor.organization)
    const families = openOutcomes(world.content)
    return world.records.within(actor, async (tx) => {
      const decision = await latestDecision(tx)
      const decidedOn = decision?.verdict === 'go' ? decision.signedAt : undefined
      return outcomesView(await readOutcomes(tx, watching, { families, decidedOn }))
    })
  },
  'GET /api/organizations/:organization/monitoring': async ({ world, actor }) => {
    const watching = watchingOf(world, actor.organization)
    const lines = await world.records.within(actor, (tx) => readMonitoring(tx, watching))
    return { items: lines.map(watchedKpi) }
  },
  'GET /api/organizations/:organization/scorecard': async ({ world, actor }) => {
    const watching = watchingOf(world, actor.organization)
    return { sides: await world.records.within(actor, (tx) => readScorecard(tx, watching)) }
  },
  'POST /api/organizations/:organization/monitoring': ({ world, actor, body }) => {
    const watching = watchingOf(world, actor.organization)
    return world.records.within(actor, async (tx) => {
      await adoptKpi(tx, actor, watching, body)
      return pageOf(tx, watching, body.kpi)
    })
  },
  'GET /api/organizations/:organization/monitoring/:kpi': ({ world, actor, params }) =>
    world.records.within(actor, (tx) => pageOf(tx, watchingOf(world, actor.organization), params.kpi)),
  'PUT /api/organizations/:organization/monitoring/:kpi': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) => {
      await changeAdopted(tx, actor, { ...body, kpi: params.kpi, version, at: world.now() })
      return pageOf(tx, watchingOf(world, actor.organization), params.kpi)
    }),
  'POST /api/organizations/:organization/monitoring/:kpi/targets': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const number = await setTarget(tx, actor, { ...body, kpi: params.kpi, at: world.now() })
      const { reason, ...after } = body
      await append(tx, actor, {
        action: 'set target',
        kind: 'KPI',
        id: params.kpi,
        after: { number, ...after },
        reason,
      })
      return pageOf(tx, watchingOf(world, actor.organization), params.kpi)
    }),
  'POST /api/organizations/:organization/monitoring/:kpi/corrections': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const found = await correctPoint(tx, actor, { ...body, kpi: params.kpi, at: world.now() })
      await append(tx, actor, {
        action: 'correct',
        kind: 'KPI',
        id: params.kpi,
        ...found,
        reason: body.reason,
      })
      return pageOf(tx, watchingOf(world, actor.organization), params.kpi)
    }),
  'POST /api/organizations/:organization/monitoring/:kpi/decisions': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const { signal, dueOn, ...said } = body
      await decideOn(tx, actor, { ...said, signal, dueOn, kpi: params.kpi, at: world.now() })
      return pageOf(tx, watchingOf(world, actor.organization), params.kpi)
    }),
  'GET /api/organizations/:organization/own-kpis': async ({ world, actor }) => {
    const items = await world.records.within(actor, (tx) => readOwnVersions(tx))
    const { facts } = openLibrary(world.content).questions
    return {
      items: items.map(({ tried: _, ...one }) => one),
      facts: facts.map(({ name, about: { row, columns } }) => ({ name, row, columns: Object.keys(columns) })),
    }
  },
  'POST /api/organizations/:organization/own-kpis/trial': async ({ world, actor, body, reply }) => {
    const points = await tryOwnKpi(world, actor, body, reply)
    return { months: points.map((point) => ({ ...point, number: numberOf(point) })) }
  },
  'POST /api/organizations/:organization/own-kpis': async ({ world, actor, body, reply }) => {
    const { kpi, ...draft } = body
    const tried = await tryOwnKpi(world, actor, body, reply)
    return world.records.within(actor, (tx) => keepOwn(tx, actor, kpi, { ...draft, tried, at: world.now() }))
  },
}

export const monitoring = { endpoints: monitoringApi, handlers }

async function pageOf(tx: Tx, watching: ReturnType<typeof watchingOf>, kpi: string) {
  const page = await readKpiPage(tx, watching, kpi)
  if (!page) throw new Refusal('not-found', `${kpi} is no longer in the library.`)
  return kpiDetail(page)
}

type Filter = Readonly<{
  search?: string | undefined
  process?: string | undefined
  perspective?: string | undefined
  computed?: 'true' | 'false' | undefined
}>

function isWanted(
  { kpi, source }: ListedKpi,
  { search = '', process, perspective, computed }: Filter,
): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = [kpi.id, kpi.title, kpi.formula, kpi.process, kpi.note].join(' ').toLowerCase()
  return (
    words.every((word) => text.includes(word)) &&
    (process === undefined || kpi.process === process) &&
    (perspective === undefined || kpi.perspective === perspective) &&
    (computed === undefined || computed === String(source.by !== 'nobody'))
  )
}
