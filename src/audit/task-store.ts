import type { Actor } from '#access/actor.ts'
import type { Tx } from '#db/records.ts'
import { type FindingState, findingName, isOpen } from './finding.ts'
import { readFindings } from './finding-store.ts'

/** Something that somebody has to do about a finding. */
export type FindingTask = Readonly<{
  finding: string
  name: string
  title: string
  kind: 'action' | 'finding' | 'effect check'
  state: FindingState
  dueOn: string | undefined
  isOverdue: boolean
}>

/** What waits for a person: own actions that are not done, own findings that wait for a step, and effects to check that are due. */
export async function findingTasks(
  tx: Tx,
  actor: Actor,
  on: string,
  isVerifier: boolean,
): Promise<readonly FindingTask[]> {
  const open = (await readFindings(tx)).filter(isOpen)
  const tasks = open.flatMap((finding): readonly FindingTask[] => {
    const { id, state, owner, actions, effectDueOn } = finding
    const task = (kind: FindingTask['kind'], title: string, dueOn: string | undefined): FindingTask => ({
      finding: id,
      name: findingName(finding),
      title,
      kind,
      state,
      dueOn,
      isOverdue: dueOn !== undefined && dueOn < on,
    })
    const own = actions
      .filter((action) => action.owner.id === actor.id && action.doneOn === undefined)
      .map(({ says, dueOn }) => task('action', says, dueOn))
    const isMine = owner?.id === actor.id && actor.id !== undefined && own.length === 0
    const waits = isMine && ['raised', 'contained', 'analysing', 'action_planned'].includes(state)
    const due = state === 'verifying' && isVerifier && effectDueOn !== undefined && effectDueOn <= on
    const isOther = !actions.some((action) => action.owner.id === actor.id)
    return [
      ...own,
      ...(waits ? [task('finding', finding.title, finding.dueOn)] : []),
      ...(due && isOther ? [task('effect check', finding.title, effectDueOn)] : []),
    ]
  })
  return tasks.toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
}
