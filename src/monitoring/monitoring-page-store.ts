import type { Tx } from '#db/records.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { readStrategyRecords } from '#strategy/goal-store.ts'
import { demandAdopted, listAdopted, readTargets } from './adoption-store.ts'
import { describeKpi, describeLine, type KpiLine, type KpiPage } from './describe-monitoring.ts'
import { knownKpis } from './known-kpis.ts'
import { describeLibrary, type LibraryLine } from './library.ts'
import { readOwn, readUnanswered } from './own-kpi-store.ts'
import { readRegisterFacts } from './register-facts-store.ts'
import { describeScorecard, type ScoreSide } from './scorecard.ts'
import { standingOf } from './series.ts'
import { openSeries, readSeries } from './series-store.ts'
import { readDecisions, readSignals } from './signal-store.ts'
import type { Watching } from './watch-store.ts'

/** Every KPI that is or was watched, from what is stored: nothing is computed from tickets here. */
export async function readMonitoring(tx: Tx, watching: Watching): Promise<readonly KpiLine[]> {
  const { shelf, library, now } = watching
  const known = knownKpis(shelf, library, await readOwn(tx))
  const adopted = await listAdopted(tx)
  const series = await openSeries(tx, watching.organization)
  const targets = await readTargets(tx)
  const signals = Map.groupBy(await readSignals(tx), ({ kpi }) => kpi)
  const decisions = Map.groupBy(await readDecisions(tx), ({ kpi }) => kpi)
  const unanswered = await readUnanswered(tx)
  return adopted.flatMap((one) => {
    const found = known.get(one.kpi)
    if (!found) return []
    return [
      describeLine({
        known: found,
        adopted: one,
        series: series.get(one.kpi) ?? [],
        targets: targets.get(one.kpi) ?? [],
        signals: signals.get(one.kpi) ?? [],
        decisions: decisions.get(one.kpi) ?? [],
        unanswered: unanswered.get(one.kpi),
        on: now.toISOString().slice(0, 10),
      }),
    ]
  })
}

/** The balanced scorecard, from goals, what serves them, and the KPIs that are watched. */
export async function readScorecard(tx: Tx, watching: Watching): Promise<readonly ScoreSide[]> {
  const strategy = await readStrategyRecords(tx, watching.organization)
  const titles = new Map(watching.library.questions.measures.map(({ id, about }) => [id, about.title]))
  return describeScorecard({ ...strategy, titles, kpis: await readMonitoring(tx, watching) })
}

/** One KPI that is watched, whole; undefined where the library has lost it. */
export async function readKpiPage(tx: Tx, watching: Watching, kpi: string): Promise<KpiPage | undefined> {
  const adopted = await demandAdopted(tx, kpi)
  const known = knownKpis(watching.shelf, watching.library, await readOwn(tx)).get(kpi)
  return (
    known &&
    describeKpi({
      known,
      adopted,
      series: standingOf((await readSeries(tx, kpi)).get(kpi) ?? []),
      targets: (await readTargets(tx, kpi)).get(kpi) ?? [],
      signals: await readSignals(tx, kpi),
      decisions: await readDecisions(tx, kpi),
      unanswered: (await readUnanswered(tx)).get(kpi),
      on: watching.now.toISOString().slice(0, 10),
    })
  )
}

/** A line of the library with whether the organization watches it. */
export type ListedKpi = LibraryLine & Readonly<{ isAdopted: boolean; isOwn: boolean }>

/** The library whole with present values, own KPIs after it. */
export async function readLibrary(tx: Tx, watching: Watching): Promise<readonly ListedKpi[]> {
  const facts = await readRegisterFacts(tx, watching)
  const latest = await openLatestCollection(tx)
  const own = await readOwn(tx)
  const known = knownKpis(watching.shelf, watching.library, own)
  const adopted = new Set((await listAdopted(tx)).filter((one) => !one.isEnded).map(({ kpi }) => kpi))
  const lines = describeLibrary(
    [...known.values()].map(({ kpi }) => kpi),
    new Map([...known].map(([id, { source }]) => [id, source])),
    {
      collected: latest?.collected,
      facts,
      own: new Map(own.map(({ kpi, tried }) => [kpi, { points: tried, because: undefined }])),
    },
  )
  return lines.map((line) => ({
    ...line,
    isAdopted: adopted.has(line.kpi.id),
    isOwn: line.source.by === 'own',
  }))
}
