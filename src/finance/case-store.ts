import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import { type PlannedDays, readPlannedDays } from '#roadmap/outlook-store.ts'
import { type AssumptionDraft, demandAssumption, type KeptAssumption, QualityOfValue } from './assumption.ts'
import {
  type BusinessCase,
  CaseSettings,
  firstSettings,
  type LineChoice,
  LineChoice as LineChoiceShape,
} from './case.ts'
import { OwnLine } from './own-line.ts'
import type { ThreePoint } from './three-point.ts'

/** What was decided about a line, and by whom it is answered for. */
export type KeptLine = Readonly<{
  choice: LineChoice
  owner: string
  own: OwnLine | undefined
  version: number
}>

/** The business case as it is kept; version 0 while nobody has set it up. */
export type KeptCase = Readonly<{
  version: number
  settings: CaseSettings
  assumptions: ReadonlyMap<string, KeptAssumption>
  lines: ReadonlyMap<string, KeptLine>
}>

/** Who changes something, on which version, when. */
export type Changing = Readonly<{ version: number | undefined; at: Date }>

/** Reads the case of the organization; what follows the roadmap has the values that are planned now. */
export async function readCase(tx: Tx): Promise<KeptCase> {
  const row = await tx.selectFrom('business_case').select(['settings', 'version']).executeTakeFirst()
  const assumptions = await tx.selectFrom('case_assumption').selectAll().orderBy('id').execute()
  const lines = await tx
    .selectFrom('case_line')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  const planned = assumptions.some(({ follows }) => follows) ? await readPlannedDays(tx) : undefined
  return {
    version: row?.version ?? 0,
    settings: row ? CaseSettings.parse(row.settings) : firstSettings,
    assumptions: new Map(
      assumptions.map((one) => [
        one.id,
        {
          ...valuesOf(one, planned),
          quality: QualityOfValue.parse(one.quality),
          owner: one.owner,
          note: one.note,
          measured: one.measured ?? undefined,
          isFollowing: one.follows !== null,
          version: one.version,
          changedBy: one.changed_by_name,
          changedAt: one.changed_at.toISOString(),
        },
      ]),
    ),
    lines: new Map(
      lines.map((one) => [
        one.id,
        {
          choice: LineChoiceShape.parse(one.choice),
          owner: one.owner,
          own: one.own ? OwnLine.parse(one.own) : undefined,
          version: one.version,
        },
      ]),
    ),
  }
}

type Written = ThreePoint & Readonly<{ source: string; follows: 'effort' | 'external effort' | null }>

function valuesOf({ low, base, high, source, follows }: Written, planned: PlannedDays | undefined) {
  if (follows === null || !planned) return { range: { low, base, high }, source }
  const { from, to } = planned
  return {
    range: follows === 'effort' ? planned.internal : planned.external,
    source: `Roadmap, planned from ${from} to ${to}`,
  }
}

/** What is computed from of what is kept. */
export function givenBy({ settings, assumptions, lines }: KeptCase): BusinessCase {
  return {
    settings,
    assumptions: new Map([...assumptions].map(([id, { range }]) => [id, range])),
    lines: new Map([...lines].map(([id, { choice }]) => [id, choice])),
    own: [...lines.values()].flatMap(({ own, choice }) => (own && choice.isIn ? [own] : [])),
  }
}

/** Sets how the case is computed. */
export async function writeSettings(
  tx: Tx,
  actor: Actor,
  settings: CaseSettings,
  { version, at }: Changing,
): Promise<number> {
  const old = await tx
    .selectFrom('business_case')
    .select(['settings', 'version'])
    .forUpdate()
    .executeTakeFirst()
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const values = {
    settings: JSON.stringify(settings),
    version: (old?.version ?? 0) + 1,
    ...changedBy(actor, at),
  }
  await tx
    .insertInto('business_case')
    .values({ organization_id: actor.organization, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'write',
    kind: 'business case',
    id: actor.organization,
    before: old?.settings,
    after: settings,
  })
  return values.version
}

/** Writes the values of an assumption; refuses what is out of order, below zero, above its limit, or a claim. */
export async function writeAssumption(
  tx: Tx,
  actor: Actor,
  { model, id, draft }: Readonly<{ model: FinanceModel; id: string; draft: AssumptionDraft }>,
  { version, at }: Changing,
): Promise<number> {
  const { range, measured, follows, ...said } = demandAssumption(model, id, draft)
  const old = await tx
    .selectFrom('case_assumption')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const values = {
    ...range,
    ...said,
    measured: measured ? JSON.stringify(measured) : null,
    follows: follows ?? null,
    version: (old?.version ?? 0) + 1,
    ...changedBy(actor, at),
  }
  await tx
    .insertInto('case_assumption')
    .values({ organization_id: actor.organization, id, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'write',
    kind: 'assumption',
    id,
    before: old && {
      low: old.low,
      base: old.base,
      high: old.high,
      source: old.source,
      owner: old.owner,
      ...(old.follows === null ? {} : { follows: old.follows }),
    },
    after: { ...range, ...said, ...(follows === undefined ? {} : { follows }) },
  })
  return values.version
}

/** Takes the values of an assumption back. */
export async function removeAssumption(tx: Tx, actor: Actor, id: string): Promise<void> {
  const old = await tx
    .deleteFrom('case_assumption')
    .where('id', '=', id)
    .returning(['low', 'base', 'high', 'source'])
    .executeTakeFirst()
  if (!old) throw new Refusal('not-found', `The assumption ${id} has no values.`)
  await append(tx, actor, { action: 'remove', kind: 'assumption', id, before: old })
}

/** What is decided about a line. */
export type LineDraft = Readonly<{ choice: LineChoice; owner: string; own?: OwnLine | undefined }>

/** Decides about a line of the pack, or writes one of the organization's own. */
export async function writeLine(
  tx: Tx,
  actor: Actor,
  { model, id, draft }: Readonly<{ model: FinanceModel; id: string; draft: LineDraft }>,
  { version, at }: Changing,
): Promise<number> {
  const old = await tx
    .selectFrom('case_line')
    .select(['choice', 'owner', 'own', 'version', 'deleted_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (old?.deleted_at)
    throw new Refusal('conflict', 'This line was deleted. Put it back among the deleted lines first.')
  // An own line that is only put in or left out keeps its amounts.
  const own = draft.own ?? old?.own ?? undefined
  demandLine(model, id, { ...draft, own: own && OwnLine.parse(own) })
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const values = {
    choice: JSON.stringify(draft.choice),
    owner: draft.owner,
    own: own ? JSON.stringify(own) : null,
    version: (old?.version ?? 0) + 1,
    ...changedBy(actor, at),
  }
  await tx
    .insertInto('case_line')
    .values({ organization_id: actor.organization, id, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'write',
    kind: 'line of the business case',
    id,
    before: old && { ...old.choice, owner: old.owner, ...old.own },
    after: { ...draft.choice, owner: draft.owner, ...own },
  })
  return values.version
}

function demandLine(model: FinanceModel, id: string, { choice, own }: LineDraft): void {
  if (own) return
  const benefit = model.benefits.find((line) => line.id === id)
  if (!benefit && !model.costs.some((line) => line.id === id))
    throw new Refusal('not-found', `There is no line ${id} in a business case.`)
  if (choice.class !== undefined && !benefit?.classes.includes(choice.class))
    throw new Refusal(
      'invalid',
      benefit
        ? `${benefit.title} can count as ${benefit.classes.join(' or ')}, not as ${choice.class}.`
        : `${id} is a cost: it has no class.`,
    )
}

function changedBy(actor: Actor, at: Date) {
  return { changed_by: actor.id ?? null, changed_by_name: actor.name, changed_at: at }
}
