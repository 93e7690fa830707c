import type { Actor } from '#access/actor.ts'
import { openState } from '#assessment/state-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import { writeActual } from '#finance/actual-store.ts'
import type { Record } from '#registers/record.ts'
import { changeRecord, createRecord } from '#registers/record-change-store.ts'
import { demandRecord } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { type ClosingReport, describeClosing } from './closing-report.ts'
import { type Matter, readMatter } from './matter-store.ts'
import { findQuickWins } from './quick-win.ts'
import type { Asking } from './review-page-store.ts'

/** The improvements by score, what could be made better with little effort, and the lessons that were learned. */
export async function readImprovements(tx: Tx, asking: Asking) {
  const matter = await readMatter(tx, asking)
  const improvements = matter.of('improvements')
  const taken = new Set(
    improvements.filter(({ state }) => state !== 'rejected').map(({ data }) => String(data.origin ?? '')),
  )
  return {
    on: matter.on,
    improvements: improvements.map((record) => rowOf(record, matter)).toSorted(byScore),
    quickWins: findQuickWins(asking.content.quickWins, matter.collected).map((one) => ({
      ...one,
      isTaken: taken.has(originOf(one.id)),
    })),
    lessons: lessonsOf(matter),
  }
}

/** What was learned and is still offered. */
function lessonsOf({ of }: Matter) {
  return of('lessons')
    .filter(({ state }) => state === 'kept')
    .map(({ id, number, label, data }) => ({
      id,
      number,
      title: label,
      kind: String(data.kind ?? ''),
      advice: String(data.advice ?? ''),
    }))
}

function rowOf({ id, number, label, state, data, version }: Record, { on }: Matter) {
  const isOpen = state !== 'closed' && state !== 'rejected'
  const dueOn = textIn(data.due_on)
  return {
    id,
    number,
    title: label,
    state,
    version,
    source: String(data.source ?? ''),
    owner: textIn(data.owner),
    score: numberIn(data.score),
    unit: textIn(data.unit) ?? '',
    baseline: numberIn(data.baseline),
    target: numberIn(data.target),
    effect: numberIn(data.effect_value),
    isMet: typeof data.target_met === 'boolean' ? data.target_met : undefined,
    dueOn,
    isOverdue: isOpen && state !== 'measured' && dueOn !== undefined && dueOn < on,
    benefitLine: textIn(data.benefit_line),
  }
}

type Row = ReturnType<typeof rowOf>

/** Open ones first, those with the highest score on top; what nobody scored comes after what was. */
function byScore(a: Row, b: Row): number {
  const ended = (row: Row) => Number(row.state === 'closed' || row.state === 'rejected')
  return ended(a) - ended(b) || (b.score ?? 0) - (a.score ?? 0) || (a.number < b.number ? -1 : 1)
}

function originOf(quickWin: string): string {
  return `quick win ${quickWin}`
}

/** Takes a quick win into the register, with the value that was found as the one before. */
export async function takeQuickWin(tx: Tx, actor: Actor, id: string, asking: Asking): Promise<void> {
  const matter = await readMatter(tx, asking)
  const found = findQuickWins(asking.content.quickWins, matter.collected).find((one) => one.id === id)
  if (!found) throw new Refusal('not-found', `The newest evidence shows no quick win ${id}.`)
  const { title, says, value, effort, risk, clauses, measure, check } = found
  const seen = check ? `${check.exceptions} of ${check.population}: ${check.title} (${check.id}).` : ''
  await createRecord(
    tx,
    actor,
    demandRegister('improvements'),
    {
      title,
      source: 'quick win',
      origin: originOf(id),
      says: [says, found.do, seen].filter(Boolean).join('\n\n'),
      clauses: [...clauses],
      value,
      effort,
      risk,
      ...(measure
        ? { measure: measure.id, unit: measure.unit, baseline: round(measure.mean), baseline_on: matter.on }
        : {}),
    },
    'scored',
  )
}

/** What an improvement brought in a quarter, and how that is known. */
export type Benefit = Readonly<{ quarter: string; value: number; evidence: string }>

/** Passes the benefit of a measured improvement on to the line of the business case that it names. */
export async function passBenefitOn(
  tx: Tx,
  actor: Actor,
  id: string,
  { benefit, model, at }: Readonly<{ benefit: Benefit; model: FinanceModel; at: Date }>,
): Promise<void> {
  const known = demandRegister('improvements')
  const record = await demandRecord(tx, actor.organization, known, id)
  const { benefit_line: line, measured_on: measuredOn, told } = record.data
  if (typeof line !== 'string')
    throw new Refusal(
      'invalid',
      `${record.number} names no benefit line of the business case. Name one first.`,
    )
  if (measuredOn === undefined)
    throw new Refusal('invalid', `The effect of ${record.number} is not measured. Measure it first.`)
  const evidence = `${record.number} ${record.label}: ${benefit.evidence}`
  await writeActual(
    tx,
    actor,
    { model, draft: { line, quarter: benefit.quarter, value: benefit.value, evidence } },
    { version: undefined, at },
  )
  const note = `business case, ${line} ${benefit.quarter}`
  const before = typeof told === 'string' && told !== '' ? `${told}; ` : ''
  if (!before.includes(note))
    await changeRecord(tx, actor, known, { id, data: { told: `${before}${note}` }, version: record.version })
}

/** How the programme ended, with every target. */
export async function readClosing(tx: Tx, asking: Asking): Promise<ClosingReport> {
  const matter = await readMatter(tx, asking)
  const { assessment } = await openState(tx, asking.library, asking)
  return describeClosing({ on: matter.on, of: matter.of, actions: matter.actions, gates: assessment.gates })
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
