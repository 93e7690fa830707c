import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { CaseOutlook } from '#finance/outlook.ts'
import type { RoadmapOutlook } from '#roadmap/outlook.ts'
import { readOutlook } from '#roadmap/outlook-store.ts'
import { readDecisions } from '#roadmap/remedy-store.ts'
import type { TrainingFigures } from './decision.ts'

/** What the chapters before say about time, money and training; absent is what nobody planned yet. */
export type Outlooks = Readonly<{
  roadmap: RoadmapOutlook | undefined
  acceptedGaps: number | undefined
  case: CaseOutlook | undefined
  training: TrainingFigures | undefined
}>

/** Whose outlooks are asked for, by which pack, and when. */
export type Asking = Readonly<{ organization: string; library: Library; now: Date }>

/** Reads the outlooks of an organization. */
export async function readOutlooks(tx: Tx, { organization }: Asking): Promise<Outlooks> {
  const remedies = await readDecisions(tx)
  return {
    roadmap: await readOutlook(tx, { organization }),
    acceptedGaps: [...remedies.values()].filter(({ state }) => state === 'accepted').length,
    case: undefined,
    training: undefined,
  }
}
