import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import type { Day } from './days.ts'
import type { PreparedInput } from './review-facts.ts'

/** What is decided: an improvement, a change of system or services, resources, or something else (9.3, outputs). */
export const ActionKind = z.enum(['improvement', 'change', 'resources', 'other'])
export type ActionKind = z.infer<typeof ActionKind>

/** What became of something that was decided. */
export const ActionState = z.enum(['open', 'done', 'dropped'])
export type ActionState = z.infer<typeof ActionState>

/** One decision of a review: who does what until when, and how far it is. */
export const ReviewAction = z.object({
  id: z.string(),
  /** The number of the review that decided it. */
  review: z.number().int(),
  kind: ActionKind,
  says: z.string(),
  owner: z.string(),
  dueOn: z.string(),
  state: ActionState,
  outcome: z.string(),
  endedOn: z.string().optional(),
  version: z.number().int(),
})
export type ReviewAction = Readonly<z.infer<typeof ReviewAction>>

/** An action of an earlier review as a later one finds it. */
export const CarriedAction = ReviewAction.omit({ version: true }).extend({ isOverdue: z.boolean() })
export type CarriedAction = Readonly<z.infer<typeof CarriedAction>>

/** A review, prepared or signed. */
export type ManagementReview = Readonly<{
  id: string
  number: number
  heldOn: Day
  nextOn: Day | undefined
  attendees: string
  inputs: readonly PreparedInput[]
  carried: readonly CarriedAction[]
  minutes: Readonly<Record<string, string>>
  conclusion: string
  preparedBy: string
  preparedAt: string
  version: number
  signature: Signature | undefined
}>

/** Who signed a review, as what, and on which figures. */
export type Signature = Readonly<{
  by: string
  as: string
  at: string
  provedBy: 'password' | 'passkey'
  seal: string
  isComplete: boolean
}>

/**
 * The actions of earlier reviews that a new one has to look at: all that are open, those past their day first, and what ended
 * since the review before.
 */
export function carryForward(
  actions: readonly ReviewAction[],
  { on, since }: Readonly<{ on: Day; since: Day | undefined }>,
): readonly CarriedAction[] {
  return actions
    .filter(({ state, endedOn }) => state === 'open' || since === undefined || (endedOn ?? '') >= since)
    .map(({ version: _, ...one }) => ({ ...one, isOverdue: one.state === 'open' && one.dueOn < on }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.dueOn < b.dueOn ? -1 : 1))
}

function rankOf({ isOverdue, state }: CarriedAction): number {
  if (isOverdue) return 0
  return state === 'open' ? 1 : 2
}

/** Inputs that have neither a figure nor a word in the minutes: nobody looked at them. */
export function unspoken({
  inputs,
  minutes,
  carried,
}: Pick<ManagementReview, 'inputs' | 'minutes' | 'carried'>): readonly PreparedInput[] {
  return inputs.filter(
    ({ id, hasFacts }) =>
      !hasFacts && !(id === actionsInput && carried.length > 0) && (minutes[id] ?? '').trim() === '',
  )
}

/** The input whose facts are the actions themselves. */
const actionsInput = 'actions'

/** What is signed, in a fixed form; the same seal, the same review. */
export function sealOf(review: ManagementReview, actions: readonly ReviewAction[]): string {
  const { number, heldOn, nextOn, attendees, inputs, carried, minutes, conclusion } = review
  const decided = actions.map(({ kind, says, owner, dueOn }) => ({ kind, says, owner, dueOn }))
  const signed = { number, heldOn, nextOn, attendees, inputs, carried, minutes, conclusion, decided }
  return createHash('sha256').update(canonical(signed)).digest('hex')
}

/** What gate G9 asks of the last signed review. */
export type ReviewFacts = Readonly<{
  held: true
  held_on: Day
  inputs_complete: boolean
  decisions_recorded: boolean
}>

/** The facts for gate G9; undefined while no review is signed. */
export function factsOfReview(
  review: ManagementReview | undefined,
  actions: readonly ReviewAction[],
): ReviewFacts | undefined {
  if (!review?.signature) return undefined
  return {
    held: true,
    held_on: review.heldOn,
    inputs_complete: review.signature.isComplete,
    decisions_recorded: actions.some((one) => one.review === review.number),
  }
}
