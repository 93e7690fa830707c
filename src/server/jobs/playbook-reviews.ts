import type { ActionGroup, DatedActivity } from '#deliver/playbook.ts'
import { readActions } from '#improvement/review-action-store.ts'
import { listReviews } from '#improvement/review-store.ts'
import { readAll } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'
import type { Tx } from '../workshop.ts'

/** The management reviews with what each came to; undefined while there is none. */
export async function keptReviews(tx: Tx): Promise<readonly DatedActivity[] | undefined> {
  const reviews = await listReviews(tx)
  if (reviews.length === 0) return undefined
  return reviews
    .map(({ number, heldOn, signature }) => ({
      on: heldOn,
      title: `Management review ${number}`,
      state: signature ? `signed by ${signature.by}` : 'not signed yet',
    }))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

/** What management reviews decided, and how far it is. */
export async function reviewActions(tx: Tx): Promise<ActionGroup> {
  const actions = await readActions(tx)
  return {
    title: 'Decisions of management reviews',
    items:
      actions.length === 0
        ? undefined
        : actions.map(({ review, says, owner, dueOn, state, endedOn }) => ({
            key: `Review ${review}`,
            title: says,
            owner,
            due: dueOn,
            state,
            isOpen: endedOn === undefined,
          })),
  }
}

/** The register of improvements. */
export async function improvementActions(tx: Tx, organization: string): Promise<ActionGroup> {
  const records = await readAll(tx, organization, 'improvements')
  const { ended } = demandRegister('improvements').register
  return {
    title: 'Improvements',
    items:
      records.length === 0
        ? undefined
        : records.map(({ number, label, state, data }) => ({
            key: number,
            title: label,
            owner: typeof data.owner === 'string' ? data.owner : '',
            due: typeof data.due_on === 'string' ? data.due_on : undefined,
            state,
            isOpen: !ended.includes(state),
          })),
  }
}
