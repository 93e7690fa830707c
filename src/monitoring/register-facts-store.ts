import { readOverview } from '#adoption/overview-store.ts'
import { readRegisterMatter } from '#adoption/register-measures-store.ts'
import { openRounds } from '#adoption/survey-rounds-store.ts'
import { isOver, listSurveys } from '#adoption/survey-store.ts'
import { openState, type Wanted } from '#assessment/state-store.ts'
import type { Library } from '#content/library.ts'
import { demandInstrument, type PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import { hash } from '#evidence/collect.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import { readAll } from '#registers/record-store.ts'
import { readOutlook } from '#roadmap/outlook-store.ts'
import type { FindingFacts } from './finding-figures.ts'
import type { RegisterFacts } from './register-figures.ts'

/** Whose facts are read, by which parts of the pack, and when. */
export type FactsWanted = Omit<Wanted, 'baseline'> & Readonly<{ library: Library; side: PeopleSide }>

/** Reads what registers, ratings, surveys and plans hold. Only to be asked where nothing was written in the same transaction. */
export async function readRegisterFacts(
  tx: Tx,
  { library, side, ...wanted }: FactsWanted,
): Promise<RegisterFacts> {
  const { organization, now } = wanted
  const { assessment } = await openState(tx, library, wanted)
  const of = (register: string) => readAll(tx, organization, register)
  return {
    on: now.toISOString().slice(0, 10),
    now,
    objectives: await of('objectives'),
    risks: await of('risks'),
    documents: await of('documents'),
    items: assessment.items,
    evidenceShare: assessment.readiness.evidenceShare,
    people: await readOverview(tx, side, { organization, now }),
    culture: await readCulture(tx, side, now),
    firstTries: await countFirstTries(tx),
    roadmapReadyOn: (await readOutlook(tx, { organization }))?.p80,
    findings: await readFindings(tx),
    matter: await readRegisterMatter(tx, organization, now.toISOString().slice(0, 10)),
    lastImportAt: (await readLatestImport(tx))?.readAt,
  }
}

/** Stands for what a figure was computed from: the same facts, the same digits. */
export function hashOfFacts(facts: RegisterFacts): string {
  const { on, objectives, risks, documents, items, evidenceShare, culture, firstTries, roadmapReadyOn } =
    facts
  const versions = [...objectives, ...risks, ...documents].map(({ id, version }) => `${id} ${version}`)
  const counted = items.map(({ requirement, counted: rating }) => `${requirement} ${rating}`)
  const { leadership, plan, loop } = facts.people
  return hash(
    JSON.stringify([
      on,
      versions,
      counted,
      evidenceShare,
      culture,
      firstTries,
      roadmapReadyOn,
      leadership,
      plan.audiences,
      loop.due,
      loop.inTime,
      facts.findings,
      facts.matter.audits.map(({ id, version }) => `${id} ${version}`),
      facts.matter.assignments,
      facts.lastImportAt,
    ]),
  )
}

async function readCulture(tx: Tx, side: PeopleSide, now: Date): Promise<RegisterFacts['culture']> {
  const kinds = new Map(side.instruments.map(({ id, kind }) => [id, kind]))
  const last = (await listSurveys(tx)).find(
    (one) => kinds.get(one.instrument) === 'culture' && isOver(one, now),
  )
  if (!last) return undefined
  const [round] = await openRounds(tx, demandInstrument(side, last.instrument), [last], now)
  const whole = round?.results.whole
  return whole?.index === undefined ? undefined : { index: whole.index, answered: whole.answered }
}

async function countFirstTries(tx: Tx): Promise<RegisterFacts['firstTries']> {
  const rows = await tx
    .selectFrom('quiz_attempt')
    .select('is_passed')
    .where('number', '=', 1)
    .where('finished_at', 'is not', null)
    .execute()
  return { made: rows.length, passed: rows.filter((row) => row.is_passed === true).length }
}

/** Findings and their actions, by the tables in which they are kept: what is done about them is no matter of KPIs. */
async function readFindings(tx: Tx): Promise<FindingFacts> {
  const rows = await tx.selectFrom('finding').selectAll().orderBy('number').execute()
  const checks = await tx
    .selectFrom('effect_check')
    .select(['finding_id', 'is_effective'])
    .orderBy('checked_at')
    .execute()
  const effective = new Map(checks.map((one) => [one.finding_id, one.is_effective]))
  const actions = await tx.selectFrom('finding_action').select(['due_on', 'done_on']).orderBy('id').execute()
  return {
    findings: rows.map((row) => ({
      id: row.id,
      grade: row.grade,
      requirements: row.requirements as readonly string[], // a list of ids, written by the chapter of audits
      raisedOn: row.raised_at.toISOString().slice(0, 10),
      closedOn: row.closed_at?.toISOString().slice(0, 10),
      isRejected: row.state === 'rejected',
      effectDueOn: row.effect_due_on ?? undefined,
      isEffective: effective.get(row.id),
    })),
    actions: actions.map((row) => ({ dueOn: row.due_on, doneOn: row.done_on ?? undefined })),
  }
}
