import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append, appendAll } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import { demandAdopted } from './adoption-store.ts'
import type { ControlChart } from './control-chart.ts'
import { type Rule, rules } from './signal-rules.ts'

/** A point that a signal was seen at, with the limits as they were then. */
export type SignalFigure = Readonly<{
  period: string
  number: number
  centre: number
  low: number
  high: number
}>

/** A signal as it was opened. */
export type KeptSignal = Readonly<{
  id: string
  /** Such as SIG-3. */
  number: string
  kpi: string
  rule: Rule
  periods: readonly string[]
  figures: readonly SignalFigure[]
  foundAt: string
}>

/** What was decided about a KPI. */
export type KeptDecision = Readonly<{
  id: string
  kpi: string
  signal: string | undefined
  says: string
  owner: string
  dueOn: string | undefined
  decidedOn: string
  by: string
  keptAt: string
}>

/** Every signal, the newest first; of one KPI only where it is named. */
export async function readSignals(tx: Tx, kpi?: string): Promise<readonly KeptSignal[]> {
  let query = tx.selectFrom('kpi_signal').selectAll().orderBy('number', 'desc')
  if (kpi !== undefined) query = query.where('kpi', '=', kpi)
  return (await query.execute()).map(toSignal)
}

/** Opens an item for each signal of a chart that has none yet; a run that goes on is known by the month it began in. */
export async function openSignals(
  tx: Tx,
  actor: Actor,
  charts: readonly (readonly [kpi: string, chart: ControlChart])[],
  at: Date,
): Promise<number> {
  const known = await readSignals(tx)
  const isKnown = (kpi: string, rule: Rule, began: string) =>
    known.some((one) => one.kpi === kpi && one.rule === rule && one.periods[0] === began)
  const fresh = charts.flatMap(([kpi, { signals, limits }]) =>
    signals
      .filter(({ rule, periods }) => !isKnown(kpi, rule, periods[0] ?? ''))
      .map(({ rule, periods }) => ({ kpi, rule, periods, figures: figuresAt(limits, periods) })),
  )
  if (fresh.length === 0) return 0
  const rows = fresh.map(({ kpi, rule, periods, figures }, place) => ({
    organization_id: actor.organization,
    number: known.length + place + 1,
    kpi,
    rule,
    began: periods[0] ?? '',
    periods: asJson(periods),
    figures: asJson(figures),
    found_at: at,
  }))
  const kept = await tx.insertInto('kpi_signal').values(rows).returning(['id', 'number']).execute()
  await appendAll(
    tx,
    actor,
    fresh.map((signal, place) => ({
      action: 'open',
      kind: 'signal',
      id: kept[place]?.id ?? '',
      after: { number: `SIG-${known.length + place + 1}`, ...signal },
    })),
  )
  return fresh.length
}

function figuresAt(limits: ControlChart['limits'], periods: readonly string[]): readonly SignalFigure[] {
  const seen = new Set(periods)
  return (limits?.points ?? [])
    .filter(({ period }) => seen.has(period))
    .map(({ period, number, centre, low, high }) => ({ period, number, centre, low, high }))
}

/** What was decided, the newest first; of one KPI only where it is named. */
export async function readDecisions(tx: Tx, kpi?: string): Promise<readonly KeptDecision[]> {
  let query = tx.selectFrom('kpi_decision').selectAll().orderBy('kept_at', 'desc').orderBy('id')
  if (kpi !== undefined) query = query.where('kpi', '=', kpi)
  return (await query.execute()).map(toDecision)
}

/** A decision as somebody takes it. */
export type Deciding = Readonly<{
  kpi: string
  signal: string | undefined
  says: string
  owner: string
  dueOn: string | undefined
  decidedOn: string
  at: Date
}>

/** Keeps a decision; it never changes, who thinks better of it decides again. */
export async function decideOn(tx: Tx, actor: Actor, { at, signal, ...said }: Deciding): Promise<void> {
  await demandAdopted(tx, said.kpi)
  if (said.decidedOn > at.toISOString().slice(0, 10))
    throw new Refusal(
      'invalid',
      'A decision is dated on the day it was taken, which cannot be in the future.',
    )
  if (signal !== undefined && !(await readSignals(tx, said.kpi)).some(({ id }) => id === signal))
    throw new Refusal('not-found', `There is no such signal of ${said.kpi}.`)
  const { id } = await tx
    .insertInto('kpi_decision')
    .values({
      organization_id: actor.organization,
      kpi: said.kpi,
      signal_id: signal ?? null,
      says: said.says,
      owner: said.owner,
      due_on: said.dueOn ?? null,
      decided_on: said.decidedOn,
      kept_by: actor.id ?? null,
      kept_by_name: actor.name,
      kept_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'decide', kind: 'KPI', id: said.kpi, after: { id, signal, ...said } })
}

function toSignal(row: Selectable<Tables['kpi_signal']>): KeptSignal {
  return {
    id: row.id,
    number: `SIG-${row.number}`,
    kpi: row.kpi,
    rule: rules.find((one) => one === row.rule) ?? 'outside the limits',
    periods: row.periods,
    figures: row.figures as readonly SignalFigure[], // written by openSignals and by nobody else
    foundAt: row.found_at.toISOString(),
  }
}

function toDecision(row: Selectable<Tables['kpi_decision']>): KeptDecision {
  return {
    id: row.id,
    kpi: row.kpi,
    signal: row.signal_id ?? undefined,
    says: row.says,
    owner: row.owner,
    dueOn: row.due_on ?? undefined,
    decidedOn: row.decided_on,
    by: row.kept_by_name,
    keptAt: row.kept_at.toISOString(),
  }
}
