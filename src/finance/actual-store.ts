import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import type { Changing } from './case-store.ts'
import { readCase } from './case-store.ts'
import { type Actual, benefitsOf, quartersFrom } from './track.ts'

/** What was measured of the benefits so far. */
export async function readActuals(tx: Tx): Promise<readonly Actual[]> {
  const rows = await tx.selectFrom('benefit_actual').selectAll().orderBy('line').orderBy('quarter').execute()
  return rows.map((row) => ({
    line: row.line,
    quarter: row.quarter,
    value: row.value,
    evidence: row.evidence,
    by: row.recorded_by_name,
    at: row.recorded_at.toISOString(),
    version: row.version,
  }))
}

/** What somebody measured. */
export type ActualDraft = Readonly<{ line: string; quarter: string; value: number; evidence: string }>

/** Writes down what a benefit brought in a quarter. Refuses quarters before the start or not yet over, and the owner of the benefit. */
export async function writeActual(
  tx: Tx,
  actor: Actor,
  { model, draft }: Readonly<{ model: FinanceModel; draft: ActualDraft }>,
  { version, at }: Changing,
): Promise<number> {
  const { line, quarter, value, evidence } = draft
  const { settings, lines } = await readCase(tx)
  const own = [...lines.values()].flatMap(({ own: written }) => (written ? [written] : []))
  const title = benefitsOf(model, own).find(({ id }) => id === line)?.title
  if (title === undefined) throw new Refusal('not-found', `There is no benefit line ${line}.`)
  const { startsOn } = settings
  if (startsOn === undefined)
    throw new Refusal(
      'invalid',
      'The case has no day on which it starts. Set it before you measure benefits.',
    )
  const over = quartersFrom(startsOn, at.toISOString().slice(0, 10)).slice(0, -1)
  if (!over.includes(quarter))
    throw new Refusal(
      'invalid',
      `${title}: ${quarter} cannot be measured; the case starts on ${startsOn}, and a quarter is measured when it is over.`,
    )
  if (lines.get(line)?.owner.trim().toLowerCase() === actor.name.trim().toLowerCase())
    throw new Refusal('not-allowed', `${title}: you own this benefit. Somebody else has to measure it.`)
  const old = await tx
    .selectFrom('benefit_actual')
    .select(['value', 'evidence', 'version'])
    .where('line', '=', line)
    .where('quarter', '=', quarter)
    .forUpdate()
    .executeTakeFirst()
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const values = {
    value,
    evidence,
    version: (old?.version ?? 0) + 1,
    recorded_by: actor.id ?? null,
    recorded_by_name: actor.name,
    recorded_at: at,
  }
  await tx
    .insertInto('benefit_actual')
    .values({ organization_id: actor.organization, line, quarter, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'line', 'quarter']).doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'measure',
    kind: 'benefit',
    id: `${line} ${quarter}`,
    before: old && { value: old.value, evidence: old.evidence },
    after: { value, evidence },
  })
  return values.version
}
