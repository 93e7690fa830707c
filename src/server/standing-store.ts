import { type MeasuresWanted, standingMeasures } from '#adoption/register-measures-store.ts'
import type { Tx } from '#db/records.ts'
import type { Collected, MeasureResult } from '#evidence/collected.ts'
import { type KeptCollection, openLatestCollection } from '#evidence/collection-store.ts'

/** The newest collection as documents tell it: with what registers say in the place of some measures. */
export async function openStanding(tx: Tx, wanted: MeasuresWanted): Promise<KeptCollection | undefined> {
  const latest = await openLatestCollection(tx)
  if (!latest) return undefined
  const measures = await standingMeasures(tx, latest.collected, wanted)
  return { ...latest, collected: sameAsBefore(latest.collected, measures) }
}

type Known = Readonly<{ told: string; standing: Collected }>

const known = new WeakMap<Collected, Known>()

/** As long as the registers say the same of a collection it is the same object: what is frozen once is not written out again. */
function sameAsBefore(collected: Collected, measures: MeasureResult[]): Collected {
  const told = JSON.stringify(measures.filter(({ from }) => from === 'registers'))
  const before = known.get(collected)
  if (before?.told === told) return before.standing
  const standing = { ...collected, measures }
  known.set(collected, { told, standing })
  return standing
}
