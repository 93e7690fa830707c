import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { ActionKind, ActionState, CarriedAction, ReviewAction } from '#improvement/management-review.ts'
import { PreparedInput } from '#improvement/review-facts.ts'
import { ProofGiven } from './decisions.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int().nonnegative()

const Signature = z.object({
  by: z.string(),
  as: z.string(),
  at: z.string(),
  provedBy: z.enum(['password', 'passkey']),
  seal: z.string(),
  /** Whether every input had a figure or a word. */
  isComplete: z.boolean(),
})

/** The management reviews, what they decided, and when the next one is due. */
export const ReviewsView = z.object({
  on: z.string(),
  nextOn: z.string().optional(),
  isOverdue: z.boolean(),
  reviews: z
    .array(
      z.object({
        id: z.string(),
        number: count,
        heldOn: z.string(),
        preparedAt: z.string(),
        preparedBy: z.string(),
        signature: Signature.optional(),
        decided: count,
        /** Inputs without any figure or word. */
        without: count,
      }),
    )
    .readonly(),
  /** Open ones, the overdue first, and what ended within a year. */
  actions: z.array(CarriedAction.extend({ version: count })).readonly(),
})
export type ReviewsView = z.infer<typeof ReviewsView>

/** One management review: its inputs with figures, what was said and decided, and who signed it. */
export const ReviewView = z.object({
  id: z.string(),
  number: count,
  heldOn: z.string(),
  nextOn: z.string().optional(),
  attendees: z.string(),
  inputs: z.array(PreparedInput).readonly(),
  /** Actions of earlier reviews as they stood when it was prepared. */
  carried: z.array(CarriedAction).readonly(),
  minutes: z.record(z.string(), z.string()),
  conclusion: z.string(),
  preparedBy: z.string(),
  preparedAt: z.string(),
  version: count,
  signature: Signature.optional(),
  actions: z.array(ReviewAction).readonly(),
  seal: z.string(),
  /** Inputs that have neither a figure nor a word yet. */
  unspoken: z.array(z.string()).readonly(),
})
export type ReviewView = z.infer<typeof ReviewView>

const OfReview = InOrganization.extend({ review: z.uuid() })
const OfAction = InOrganization.extend({ action: z.uuid() })
const preparing = ['manage baselines', 'sign decisions'] as const

export const reviewsApi = {
  'GET /api/organizations/:organization/reviews': {
    summary: 'The management reviews, their actions with the overdue ones on top, and when the next is due',
    allows: 'read registers',
    params: InOrganization,
    answers: ReviewsView,
  },
  'POST /api/organizations/:organization/reviews': {
    summary: 'Prepare the next management review with the figures as they stand',
    allows: preparing,
    params: InOrganization,
    body: z.object({ heldOn: Day }),
    answers: ReviewView,
    created: true,
  },
  'GET /api/organizations/:organization/reviews/:review': {
    summary: 'One management review with its inputs, minutes, decisions and signature',
    allows: 'read registers',
    params: OfReview,
    answers: ReviewView,
    versioned: true,
  },
  'POST /api/organizations/:organization/reviews/:review/figures': {
    summary: 'Read the figures of a review anew that is not signed; what was said stays',
    allows: preparing,
    params: OfReview,
    answers: ReviewView,
    created: true,
  },
  'PUT /api/organizations/:organization/reviews/:review/minutes': {
    summary: 'Write down who was there, what was said about each input, and when the next review is',
    allows: preparing,
    params: OfReview,
    body: z.object({
      heldOn: Day,
      nextOn: Day.optional(),
      attendees: text(2000).default(''),
      minutes: z.record(z.string().max(60), text(4000)).default({}),
      conclusion: text(4000).default(''),
    }),
    answers: ReviewView,
    versioned: true,
  },
  'POST /api/organizations/:organization/reviews/:review/actions': {
    summary: 'Decide something in a review: who does what until when',
    allows: preparing,
    params: OfReview,
    body: z.object({ kind: ActionKind, says: text(2000, 1), owner: text(200, 1), dueOn: Day }),
    answers: ReviewView,
    created: true,
  },
  'DELETE /api/organizations/:organization/reviews/:review/actions/:action': {
    summary: 'Take a decision out of a review that nobody has signed',
    allows: preparing,
    params: OfReview.extend({ action: z.uuid() }),
    answers: 'nothing',
  },
  'PUT /api/organizations/:organization/review-actions/:action': {
    summary: 'Say how far something is that a review decided',
    allows: ['write registers', 'sign decisions'],
    params: OfAction,
    body: z.object({ state: ActionState, outcome: text(2000).default(''), version: count }),
    answers: ReviewsView,
  },
  'POST /api/organizations/:organization/reviews/:review/signatures': {
    summary:
      'Sign a review as it was shown; the password or passkey is asked again, and it stays from then on',
    allows: 'sign decisions',
    params: OfReview,
    body: z.object({ seal: z.string().regex(/^[0-9a-f]{64}$/), proof: ProofGiven }),
    answers: ReviewView,
    created: true,
  },
} as const satisfies Endpoints
