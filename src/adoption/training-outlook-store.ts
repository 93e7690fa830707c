import { openState, type Wanted } from '#assessment/state-store.ts'
import type { Library } from '#content/library.ts'
import type { PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import type { OpenGap } from './curriculum.ts'
import { outlookOf, type TrainingOutlook } from './training-outlook.ts'
import { readAssignments, suggestTraining } from './training-store.ts'
import { readWorkforce } from './workforce-store.ts'

/** The gaps of the assessment as it stands, as far as training needs to know. */
export async function readOpenGaps(tx: Tx, library: Library, wanted: Wanted): Promise<readonly OpenGap[]> {
  const { assessment } = await openState(tx, library, wanted)
  return assessment.gaps.map(({ requirement, clause, title }) => ({ requirement, clause, title }))
}

/** What training lies ahead: assigned and not passed, or needed by role and gap and not assigned yet. */
export async function readTrainingOutlook(
  tx: Tx,
  { library, side }: Readonly<{ library: Library; side: PeopleSide }>,
  wanted: Wanted,
): Promise<TrainingOutlook> {
  const { organization, now } = wanted
  const people = await readWorkforce(tx, organization)
  const assignments = await readAssignments(tx, people)
  const gaps = await readOpenGaps(tx, library, wanted)
  const on = now.toISOString().slice(0, 10)
  const open = assignments.filter(({ passedOn, isActive }) => passedOn === undefined && isActive)
  return outlookOf(people, side.courses, [
    ...open,
    ...suggestTraining(side, { people, assignments, gaps }, on),
  ])
}
