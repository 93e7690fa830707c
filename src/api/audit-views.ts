import { z } from 'zod'
import { AuditKind, AuditState } from '#audit/audit.ts'
import { Asks, AuditAnswer, SeenEvidence } from '#audit/checklist.ts'
import { AuditReport } from '#audit/describe-audit.ts'
import { FindingState, FrozenResult, Grade } from '#audit/finding.ts'

const count = z.number().int()
const Named = z.object({ id: z.string(), name: z.string() })
const Qualified = z.discriminatedUnion('by', [
  z.object({ by: z.literal('course'), until: z.string() }),
  z.object({ by: z.literal('record'), what: z.string() }),
  z.object({ by: z.literal('nothing') }),
])
const OwnWork = z.object({
  kind: z.enum(['role', 'rating', 'assignment']),
  says: z.string(),
  about: z.array(z.string()),
})

/** An audit with its plan. */
export const AuditView = z.object({
  id: z.string(),
  number: count,
  name: z.string(),
  kind: AuditKind,
  title: z.string(),
  state: AuditState,
  clauses: z.array(z.string()),
  because: z.string(),
  plannedOn: z.string(),
  heldOn: z.string().optional(),
  criteria: z.string(),
  method: z.string(),
  lead: Named.optional(),
  team: z.array(Named),
  version: count,
})
export type AuditView = z.infer<typeof AuditView>

const AuditRow = AuditView.extend({
  isLate: z.boolean(),
  signedAt: z.string().optional(),
  majors: count,
  minors: count,
  others: count,
  openFindings: count,
})

const AuditorView = z.object({ id: z.string(), name: z.string(), qualified: Qualified })

/** The programme of audits with its coverage and both series. */
export const AuditProgrammeView = z.object({
  on: z.string(),
  audits: z.array(AuditRow),
  years: z.array(count),
  areas: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clauses: z.array(z.string()),
      lastHeldOn: z.string().optional(),
      isHole: z.boolean(),
      years: z.array(
        z.object({
          year: count,
          audits: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              title: z.string(),
              isHeld: z.boolean(),
              isWhole: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
  success: z.object({
    points: z.array(
      z.object({
        audit: z.string(),
        name: z.string(),
        on: z.string(),
        kind: AuditKind,
        success: z.union([z.literal(0), z.literal(1)]),
        majors: count,
        conformity: z.number().optional(),
        met: count,
        judged: count,
      }),
    ),
    without: count,
    of: count,
  }),
  auditors: z.array(AuditorView.extend({ role: z.string() })),
})
export type AuditProgrammeView = z.infer<typeof AuditProgrammeView>

const RankedView = z.object({
  area: z.string(),
  title: z.string(),
  priority: z.enum(['every year', 'twice', 'once']),
  importance: count,
  risk: count,
  results: count,
  total: count,
  facts: z.object({
    requirements: count,
    high: count,
    majorGaps: count,
    otherGaps: count,
    failingChecks: count,
    majorFindings: count,
    minorFindings: count,
    lastHeldOn: z.string().optional(),
  }),
})

/** Audits that are proposed for three years. */
export const AuditProposalView = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      year: count,
      plannedOn: z.string(),
      clauses: z.array(z.string()),
      areas: z.array(RankedView),
    }),
  ),
})

const LineView = z.object({
  requirement: z.string(),
  asks: Asks,
  results: z.array(FrozenResult),
  answer: AuditAnswer.optional(),
  notes: z.string(),
  evidence: z.array(SeenEvidence),
  answeredBy: Named.optional(),
  answeredAt: z.string().optional(),
  version: count,
})

/** One audit with everything on its page. */
export const AuditPageView = AuditView.extend({
  lines: z.array(LineView),
  findings: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      grade: Grade,
      title: z.string(),
      state: FindingState,
      requirements: z.array(z.string()),
      lacks: z.array(z.string()),
    }),
  ),
  samples: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      requirement: z.string().optional(),
      size: count,
      seed: count.optional(),
      sha256: z.string(),
    }),
  ),
  auditors: z.array(AuditorView.extend({ ownWork: z.array(OwnWork) })),
  candidates: z.array(AuditorView.extend({ role: z.string(), ownWork: z.array(OwnWork) })),
  moves: z.array(z.object({ to: AuditState, name: z.string(), asksReason: z.boolean() })),
  lacks: z.array(z.string()),
  lacksOfReport: z.array(z.string()),
  report: AuditReport,
  seal: z.string(),
  signature: z
    .object({
      conclusion: z.string(),
      provedBy: z.enum(['password', 'passkey', 'paper']),
      signedBy: z.string(),
      signedAs: z.string(),
      signedAt: z.string(),
    })
    .optional(),
  addenda: z.array(z.object({ id: z.string(), says: z.string(), addedBy: z.string(), addedAt: z.string() })),
})
export type AuditPageView = z.infer<typeof AuditPageView>
