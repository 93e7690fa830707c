import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import { writeLine } from '#finance/case-store.ts'
import type { OwnLine } from '#finance/own-line.ts'
import type { Record } from '#registers/record.ts'
import { demandRecord } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'

/** Under this id an option's cost stands in the business case: written twice, it is still one line. */
export function lineOf({ id }: Pick<Record, 'id'>): string {
  return `option-${id}`
}

/** The cost of a chosen option as a line of the case; refused while it is not chosen, or has no cost. */
export function costOf({ id, number, label, state, data }: Record): OwnLine {
  if (state !== 'chosen')
    throw new Refusal(
      'conflict',
      `${number} is not chosen. Choose it in the register, then put it into the case.`,
    )
  const [once, yearly] = [data.cost_once, data.cost_yearly].map((value) =>
    typeof value === 'number' && value > 0 ? { low: value, base: value, high: value } : undefined,
  )
  if (!once && !yearly)
    throw new Refusal('invalid', `${number} costs nothing, so that the case has no line for it.`)
  return {
    id: lineOf({ id }),
    title: `${number} ${label}`.slice(0, 200),
    side: 'cost',
    class: 'hard',
    source: `Technology option ${number}`,
    ...(once ? { once } : {}),
    ...(yearly ? { yearly } : {}),
  }
}

/** Puts a chosen option into the business case as it stands in the register, without typing its cost again. */
export async function putIntoCase(
  tx: Tx,
  actor: Actor,
  option: string,
  { model, at }: Readonly<{ model: FinanceModel; at: Date }>,
): Promise<void> {
  const record = await demandRecord(tx, actor.organization, demandRegister('technology-options'), option)
  const own = costOf(record)
  const draft = { choice: { isIn: true, settled: '' }, owner: actor.name, own }
  await writeLine(tx, actor, { model, id: own.id, draft }, { version: undefined, at })
}

/** The options that stand in the case, by their ids. */
export async function optionsInCase(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('case_line')
    .select(['id', 'choice'])
    .where('id', 'like', 'option-%')
    .execute()
  return new Set(
    rows.filter(({ choice }) => choice.isIn === true).map(({ id }) => id.slice('option-'.length)),
  )
}
