import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
import { readAll } from '#registers/record-store.ts'
import { type RegisterMatter, withRegisters } from './register-measures.ts'
import { readAssignments } from './training-store.ts'
import { readWorkforce } from './workforce-store.ts'

/** Reads what the registers hold that say more of a measure than any file. */
export async function readRegisterMatter(tx: Tx, organization: string, on: string): Promise<RegisterMatter> {
  return {
    on,
    audits: await readAll(tx, organization, 'certification-audits'),
    assignments: await readAssignments(tx, await readWorkforce(tx, organization)),
  }
}

/** Whose measures are asked for, by which pack, and when. */
export type MeasuresWanted = Readonly<{ organization: string; library: Library; now: Date }>

/** The measures as every page and document shows them: those of a collection, and what registers say in the place of some. */
export async function standingMeasures(
  tx: Tx,
  collected: Pick<Collected, 'measures'> | undefined,
  { organization, library, now }: MeasuresWanted,
): Promise<MeasureResult[]> {
  const matter = await readRegisterMatter(tx, organization, now.toISOString().slice(0, 10))
  return [...withRegisters(collected?.measures ?? [], library.questions.measures, matter)]
}
