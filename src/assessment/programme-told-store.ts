import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import { Programme } from './programme.ts'

/** The parts of the programme that later chapters know better than whoever filled in a form. */
export type ToldPart = 'internal_audit' | 'management_review'

/** Tells what is known about a part of the programme; from then on it counts instead of what people wrote down. */
export async function tellProgramme<P extends ToldPart>(
  tx: Tx,
  organization: string,
  part: P,
  facts: NonNullable<Programme[P]>,
  at: Date,
): Promise<void> {
  const told = asJson(facts)
  const known = await tx
    .selectFrom('programme_told')
    .select('facts')
    .where('part', '=', part)
    .executeTakeFirst()
  // The state of the assessment is made anew after every change: nothing is written that says the same.
  if (
    known &&
    JSON.stringify(Programme.parse({ [part]: known.facts })) ===
      JSON.stringify(Programme.parse({ [part]: facts }))
  )
    return
  await tx
    .insertInto('programme_told')
    .values({ organization_id: organization, part, facts: told, told_at: at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'part']).doUpdateSet({ facts: told, told_at: at }),
    )
    .execute()
}

/** Everything that was told about the programme. */
export async function readTold(tx: Tx): Promise<Programme> {
  const rows = await tx.selectFrom('programme_told').select(['part', 'facts']).execute()
  return Programme.parse(Object.fromEntries(rows.map(({ part, facts }) => [part, facts])))
}
