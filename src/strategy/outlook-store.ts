import { readTrainingOutlook } from '#adoption/training-outlook-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import type { ToldFacts } from '#assessment/told-facts-store.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Library } from '#content/library.ts'
import type { PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import type { CaseOutlook } from '#finance/outlook.ts'
import { readCaseOutlook } from '#finance/outlook-store.ts'
import type { RoadmapOutlook } from '#roadmap/outlook.ts'
import { readOutlook } from '#roadmap/outlook-store.ts'
import { readDecisions } from '#roadmap/remedy-store.ts'
import type { TrainingFigures } from './decision.ts'

/** What the chapters before say about time, money and training; absent is what nobody planned yet. */
export type Outlooks = Readonly<{
  roadmap: RoadmapOutlook | undefined
  acceptedGaps: number
  case: CaseOutlook | undefined
  training: TrainingFigures | undefined
}>

/** Whose outlooks are asked for, by which parts of the pack, and when. */
export type Asking = Readonly<{
  organization: string
  library: Library
  model: FinanceModel
  side: PeopleSide
  now: Date
  told: ToldFacts
}>

/** Reads the outlooks of an organization. */
export async function readOutlooks(tx: Tx, asking: Asking): Promise<Outlooks> {
  const { organization, model } = asking
  const remedies = await readDecisions(tx)
  return {
    roadmap: await readOutlook(tx, { organization }),
    acceptedGaps: [...remedies.values()].filter(({ state }) => state === 'accepted').length,
    case: await readCaseOutlook(tx, model),
    training: await readTraining(tx, asking),
  }
}

/** Nobody having to learn anything is known only once it is known who works there. */
async function readTraining(
  tx: Tx,
  { organization, library, side, now, told }: Asking,
): Promise<TrainingFigures | undefined> {
  const people = await readWorkforce(tx, organization)
  if (people.length === 0) return undefined
  const { persons, hours, inputsHash } = await readTrainingOutlook(
    tx,
    { library, side },
    { organization, now, told },
  )
  return { persons, hours, inputsHash }
}
