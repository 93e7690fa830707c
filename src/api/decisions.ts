import { z } from 'zod'
import { DecisionFigures, DecisionVerdict, decisionParts } from '#strategy/decision.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/**
 * How somebody shows again, at the moment of signing, that it is he: by the password, or by a passkey whose challenge was asked
 * for just before. It is looked at and not kept.
 */
export const ProofGiven = z.discriminatedUnion('by', [
  z.object({ by: z.literal('password'), password: z.string().min(1).max(200) }),
  z.object({ by: z.literal('passkey'), response: z.record(z.string(), z.unknown()) }),
])
export type ProofGiven = z.infer<typeof ProofGiven>

/** A decision as it was signed. */
export const DecisionView = z.object({
  id: z.string(),
  verdict: DecisionVerdict,
  reasons: z.string(),
  conditions: z.string(),
  figures: DecisionFigures,
  seal: z.string(),
  provedBy: z.enum(['password', 'passkey']),
  signedBy: z.string(),
  signedAs: z.string(),
  signedAt: z.string(),
})
export type DecisionView = z.infer<typeof DecisionView>

/** What a decision is made on, as it stands now, and what was decided before. */
export const DecisionPageView = z.object({
  figures: DecisionFigures,
  seal: z.string(),
  missing: z.array(z.enum(decisionParts)),
  /** Days from the certification date to the P80 date; absent without both, negative is early. */
  daysLate: z.number().int().optional(),
  /** The goals that matter most, and the gaps that block. */
  goals: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  blocking: z.array(z.object({ requirement: z.string(), title: z.string() })),
  decisions: z.array(DecisionView),
})
export type DecisionPageView = z.infer<typeof DecisionPageView>

const Criterion = z.object({
  id: z.string(),
  title: z.string(),
  side: z.enum(['entry', 'exit']),
  standing: z.enum(['met', 'not met', 'unknown']),
  because: z.string(),
  /** True: a person says it; false: the records do. */
  isStated: z.boolean(),
  waiver: z.string().optional(),
})

/** The four phases as they stand. */
export const ProgrammePhasesView = z.object({
  phases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      says: z.string(),
      state: z.enum(['waiting', 'open', 'ready', 'signed']),
      criteria: z.array(Criterion),
      signature: z
        .object({
          by: z.string(),
          at: z.string(),
          waivers: z.array(z.object({ criterion: z.string(), reason: z.string() })),
        })
        .optional(),
    }),
  ),
})
export type ProgrammePhasesView = z.infer<typeof ProgrammePhasesView>

const OfPhase = InOrganization.extend({
  phase: z.enum(['assessment', 'strategy', 'planning', 'implementation']),
})

export const decisionsApi = {
  'GET /api/organizations/:organization/decision': {
    summary:
      'What the decision about the programme is made on, as it stands now, and what was decided before',
    allows: 'read registers',
    params: InOrganization,
    answers: DecisionPageView,
  },
  'POST /api/organizations/:organization/decision/signatures': {
    summary: 'Sign go, no-go or later on the figures that were shown; the password or passkey is asked again',
    allows: 'sign decisions',
    params: InOrganization,
    body: z.object({
      verdict: DecisionVerdict,
      reasons: text(4000, 1),
      conditions: text(4000).default(''),
      /** The seal of the figures that were shown. */
      seal: z.string().regex(/^[0-9a-f]{64}$/),
      proof: ProofGiven,
    }),
    answers: DecisionPageView,
    created: true,
  },
  'GET /api/organizations/:organization/phases': {
    summary:
      'The four phases of the programme with their criteria, as judged from the records or stated by people',
    allows: 'read registers',
    params: InOrganization,
    answers: ProgrammePhasesView,
  },
  'POST /api/organizations/:organization/phases/statements': {
    summary: 'Say whether a criterion is met that no record decides',
    allows: 'manage baselines',
    params: InOrganization,
    body: z.object({ criterion: z.string().max(60), isMet: z.boolean(), says: text(2000, 1) }),
    answers: ProgrammePhasesView,
    created: true,
  },
  'POST /api/organizations/:organization/phases/:phase/signatures': {
    summary:
      'Sign a phase off; each open criterion is waived with a reason, and the password or passkey is asked again',
    allows: 'sign decisions',
    params: OfPhase,
    body: z.object({
      waivers: z
        .array(z.object({ criterion: z.string().max(60), reason: text(2000, 1) }))
        .max(40)
        .default([]),
      note: text(4000).default(''),
      proof: ProofGiven,
    }),
    answers: ProgrammePhasesView,
    created: true,
  },
} as const satisfies Endpoints
