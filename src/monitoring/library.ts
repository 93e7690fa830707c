import type { Kpi } from '#content/guides.ts'
import type { Collected } from '#evidence/collected.ts'
import { type Dated, type Figure, numberOf } from './figure.ts'
import type { KpiSource } from './kpi-source.ts'
import { type RegisterFacts, registerFigures } from './register-figures.ts'

/** What the figures of KPIs are taken from: the newest collection, and what registers hold. */
export type Evidence = Readonly<{
  collected: Collected | undefined
  facts: RegisterFacts | undefined
  /** What the organization's own KPIs answered, by their numbers; as they were tried last where nothing was collected since. */
  own?: ReadonlyMap<string, OwnAnswer>
}>

/** What an own KPI answered: its months, or why there are none. */
export type OwnAnswer = Readonly<{ points: readonly Dated[]; because: string | undefined }>

/** Figures of a KPI as they can be computed now. isAsOf: one figure, of the day on which it was computed. */
export type Computed = Readonly<{
  points: readonly Dated[]
  isAsOf: boolean
  /** Why there is none. */
  because: string | undefined
}>

/** Computes a KPI from what is there. */
export function computeKpi(source: KpiSource, { collected, facts, own }: Evidence): Computed {
  switch (source.by) {
    case 'measure':
      return ofMeasure(source.id, collected)
    case 'check':
      return ofCheck(source.id, collected)
    case 'registers':
      return facts === undefined && source.orMeasure !== undefined
        ? ofMeasure(source.orMeasure, collected)
        : ofRegisters(source.id, facts)
    case 'own':
      return { points: [], because: notCollected, ...own?.get(source.id), isAsOf: false }
    case 'nobody':
      return nothing(source.needs)
  }
}

function nothing(because: string, isAsOf = false): Computed {
  return { points: [], isAsOf, because }
}

const notCollected = 'Nothing was collected yet.'

function ofMeasure(id: string, collected: Collected | undefined): Computed {
  const measure = collected?.measures.find((one) => one.id === id)
  if (!measure) return nothing(notCollected)
  return { points: whole(measure.points, collected), isAsOf: false, because: measure.because }
}

/** A check that asks about a period is asked month by month; another says how things stand at the end of the data. */
function ofCheck(id: string, collected: Collected | undefined): Computed {
  const result = collected?.results.find((one) => one.check === id)
  if (!collected || !result) return nothing(notCollected)
  if (result.months) return { points: whole(result.months, collected), isAsOf: false, because: undefined }
  if (result.population === 0) return nothing(result.because, true)
  const { met: part, population: n } = result
  return {
    points: [{ period: collected.dataUntil.slice(0, 7), part, whole: n, n }],
    isAsOf: true,
    because: undefined,
  }
}

/** The months that the data hold whole from their first day; a month whose beginning is missing is none. */
function whole(points: readonly Dated[], collected: Collected | undefined): readonly Dated[] {
  const from = collected?.dataFrom.slice(0, 10) ?? ''
  return points.filter(({ period }) => `${period}-01` >= from)
}

function ofRegisters(id: string, facts: RegisterFacts | undefined): Computed {
  const known = registerFigures.find((one) => one.id === id)
  const figure = facts && known?.of(facts)
  if (!facts || !figure) return nothing('The registers hold nothing that it could stand on yet.', true)
  const points = known?.months?.(facts) ?? [{ ...figure, period: facts.on.slice(0, 7) }]
  return { points, isAsOf: true, because: undefined }
}

/** A line of the library: a KPI, what computes it, and its newest figure. */
export type LibraryLine = Readonly<{
  kpi: Kpi
  source: KpiSource
  latest: (Dated & Readonly<{ number: number }>) | undefined
  /** Why there is no figure. */
  because: string | undefined
}>

/** The library whole: each KPI with its present value, or with what it needs. */
export function describeLibrary(
  kpis: readonly Kpi[],
  sources: ReadonlyMap<string, KpiSource>,
  evidence: Evidence,
): readonly LibraryLine[] {
  return kpis.map((kpi) => {
    const source = sources.get(kpi.id) ?? { by: 'nobody' as const, needs: kpi.needs ?? '' }
    const { points, because } = computeKpi(source, evidence)
    const latest = latestOf(points)
    return { kpi, source, latest, because: latest ? undefined : (because ?? 'There were no cases.') }
  })
}

/** The newest month that has a number. */
export function latestOf<P extends Figure>(points: readonly P[]): (P & { number: number }) | undefined {
  const point = points.findLast((one) => numberOf(one) !== undefined)
  const number = point && numberOf(point)
  return point && number !== undefined ? { ...point, number } : undefined
}
