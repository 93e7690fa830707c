import type { GuideShelf, Kpi } from '#content/guides.ts'
import type { Library } from '#content/library.ts'
import { type KpiSource, sourcesOf } from './kpi-source.ts'
import type { OwnKpi } from './own-kpi-store.ts'

/** A KPI that can be watched: one of the library, or one of the organization's own. */
export type KnownKpi = Readonly<{ kpi: Kpi; source: KpiSource; own: OwnKpi | undefined }>

/** Every KPI by its number: those of the library, then the organization's own. */
export function knownKpis(
  { kpis }: Pick<GuideShelf, 'kpis'>,
  { questions }: Pick<Library, 'questions'>,
  own: readonly OwnKpi[],
): ReadonlyMap<string, KnownKpi> {
  const sources = sourcesOf(kpis, questions)
  const ofLibrary = kpis.map((kpi): [string, KnownKpi] => [
    kpi.id,
    { kpi, source: sources.get(kpi.id) ?? { by: 'nobody', needs: '' }, own: undefined },
  ])
  return new Map([...ofLibrary, ...own.map((one): [string, KnownKpi] => [one.kpi, knownOf(one)])])
}

function knownOf(own: OwnKpi): KnownKpi {
  const { kpi: id, title, claim, answers, unit, direction } = own
  const kpi: Kpi = {
    id,
    title,
    process: 'Own',
    perspective: 'process',
    clause: '9.1',
    formula: claim,
    unit: answers === 'share' ? '%' : unit,
    direction,
    target: '',
    target_source: '',
    cadence: 'monthly',
    requirements: [],
    headline: false,
  }
  return { kpi, source: { by: 'own', id, answers, unit, isAsOf: false, direction }, own }
}
