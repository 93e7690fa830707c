import { z } from 'zod'
import {
  CauseCategory,
  CauseForm,
  CauseRow,
  FindingSource,
  FindingState,
  FrozenResult,
  Grade,
} from '#audit/finding.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'
import { HistoryEntry } from './registers.ts'

const count = z.number().int()
const Named = z.object({ id: z.string(), name: z.string() })

/** A finding in a list. */
export const FindingRow = z.object({
  id: z.string(),
  name: z.string(),
  number: count,
  source: FindingSource,
  sourceName: z.string(),
  grade: Grade,
  title: z.string(),
  requirements: z.array(z.string()),
  state: FindingState,
  owner: Named.optional(),
  /** The next day by which something of it is due. */
  nextOn: z.string().optional(),
  overdueSince: z.string().optional(),
  raisedAt: z.string(),
  closedAt: z.string().optional(),
  reopened: count,
  /** How many earlier findings it repeats. */
  repeats: count,
})
export type FindingRow = z.infer<typeof FindingRow>

const ActionView = z.object({
  id: z.string(),
  says: z.string(),
  owner: Named,
  dueOn: z.string(),
  doneOn: z.string().optional(),
  evidence: z.string(),
  doneBy: z.string().optional(),
  version: count,
})

/** A finding with its whole chain, and what whoever asks may do next. */
export const FindingView = FindingRow.omit({ repeats: true }).extend({
  audit: Named.optional(),
  check: z.string().optional(),
  requirementTexts: z.array(z.object({ requirement: z.string(), title: z.string(), statement: z.string() })),
  evidence: z.string(),
  missing: z.string(),
  gradeReason: z.string(),
  extent: z.string(),
  isTextFixed: z.boolean(),
  dueOn: z.string().optional(),
  correction: z.string(),
  causeForm: CauseForm,
  causeRows: z.array(CauseRow),
  rootCause: z.string(),
  causeCategory: CauseCategory.optional(),
  causeBy: Named.optional(),
  causeApproved: z.object({ by: Named, at: z.string() }).optional(),
  extentCheck: z.string(),
  criterion: z.string(),
  effectDueOn: z.string().optional(),
  /** The first day on which the effect may be checked. */
  earliestEffectOn: z.string(),
  decision: z.string(),
  raisedBy: z.string(),
  actions: z.array(ActionView),
  effectChecks: z.array(
    z.object({
      id: z.string(),
      isEffective: z.boolean(),
      says: z.string(),
      results: z.array(FrozenResult),
      checkedBy: z.string(),
      checkedAt: z.string(),
    }),
  ),
  /** What the checks say now that stand for it. */
  results: z.array(FrozenResult),
  moves: z.array(
    z.object({
      to: FindingState,
      name: z.string(),
      asksReason: z.boolean(),
      isOwn: z.boolean(),
      lacks: z.array(z.string()),
    }),
  ),
  lacksToClose: z.array(z.string()),
  whyNoEffectCheck: z.string().optional(),
  recurrence: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      state: FindingState,
      by: z.enum(['requirement', 'cause']),
      what: z.string(),
    }),
  ),
  people: z.array(Named),
  mayWork: z.boolean(),
  mayVerify: z.boolean(),
  version: count,
})
export type FindingView = z.infer<typeof FindingView>

const requirement = z.string().regex(/^\d{1,2}(\.\d{1,2}){1,3}-[a-z]$/)
const person = text(200, 1)
const Text = z.object({
  grade: Grade,
  title: text(300, 1),
  requirements: z.array(requirement).min(1).max(30),
  evidence: text(8000),
  missing: text(4000),
  gradeReason: text(2000),
  extent: text(4000),
})
const OfFinding = InOrganization.extend({ finding: z.uuid() })
const OfAction = OfFinding.extend({ action: z.uuid() })
const readers = ['read audits', 'enter the evidence room', 'work on findings'] as const

export const findingsApi = {
  'GET /api/organizations/:organization/findings': {
    summary: 'What was found, newest first; whoever reads no audits sees what is theirs to do',
    allows: readers,
    params: InOrganization,
    answers: z.object({ on: z.string(), items: z.array(FindingRow), mayRaise: z.boolean() }),
  },
  'POST /api/organizations/:organization/findings': {
    summary: 'Raise a finding: from an audit, a check, a complaint, a signal, or by hand',
    allows: ['hold audits', 'work on findings'],
    params: InOrganization,
    body: Text.partial({ missing: true, gradeReason: true, extent: true, evidence: true }).extend({
      source: FindingSource.default('by hand'),
      sourceName: text(300).default(''),
      audit: z.uuid().optional(),
      check: z.string().max(120).optional(),
      owner: person.optional(),
      dueOn: z.iso.date().optional(),
    }),
    answers: FindingView,
    created: true,
  },
  'GET /api/organizations/:organization/findings/:finding': {
    summary: 'One finding with its chain: correction, cause, actions, effect',
    allows: readers,
    params: OfFinding,
    answers: FindingView,
    versioned: true,
  },
  'GET /api/organizations/:organization/findings/:finding/history': {
    summary: 'Every change of a finding, newest first',
    allows: 'read audits',
    params: OfFinding,
    answers: z.object({ items: z.array(HistoryEntry) }),
  },
  'PATCH /api/organizations/:organization/findings/:finding': {
    summary: 'Change what a finding says, or what is said about its correction and cause; null takes away',
    allows: ['hold audits', 'work on findings'],
    params: OfFinding,
    body: Text.partial().extend({
      owner: person.nullable().optional(),
      dueOn: z.iso.date().nullable().optional(),
      check: z.string().max(120).nullable().optional(),
      correction: text(4000).optional(),
      causeForm: CauseForm.optional(),
      causeRows: z.array(CauseRow).max(30).optional(),
      rootCause: text(2000).optional(),
      causeCategory: CauseCategory.nullable().optional(),
      extentCheck: text(4000).optional(),
      criterion: text(2000).optional(),
      effectDueOn: z.iso.date().nullable().optional(),
    }),
    answers: FindingView,
    versioned: true,
  },
  'POST /api/organizations/:organization/findings/:finding/moves': {
    summary: 'Move a finding on; refused with everything that is missing',
    allows: ['hold audits', 'work on findings'],
    params: OfFinding,
    body: z.object({ to: FindingState, reason: text(2000).optional() }),
    answers: FindingView,
    versioned: true,
  },
  'POST /api/organizations/:organization/findings/:finding/cause-approval': {
    summary: 'Approve the cause; nobody approves the own analysis',
    allows: 'verify findings',
    params: OfFinding,
    answers: FindingView,
    versioned: true,
  },
  'POST /api/organizations/:organization/findings/:finding/actions': {
    summary: 'Add an action with owner and day',
    allows: ['hold audits', 'work on findings'],
    params: OfFinding,
    body: z.object({ says: text(2000, 1), owner: person, dueOn: z.iso.date() }),
    answers: ActionView,
    created: true,
  },
  'PATCH /api/organizations/:organization/findings/:finding/actions/:action': {
    summary: 'Change an action, or say that it was done, with the evidence',
    allows: ['hold audits', 'work on findings'],
    params: OfAction,
    body: z.object({
      says: text(2000, 1).optional(),
      owner: person.optional(),
      dueOn: z.iso.date().optional(),
      doneOn: z.iso.date().nullable().optional(),
      evidence: text(4000).optional(),
    }),
    answers: FindingView,
    versioned: true,
  },
  'POST /api/organizations/:organization/findings/:finding/effect-checks': {
    summary: 'Say whether the actions worked; a passed check closes the finding, a failed one sends it back',
    allows: 'verify findings',
    params: OfFinding,
    body: z.object({ isEffective: z.boolean(), says: text(4000, 1) }),
    answers: FindingView,
    versioned: true,
  },
} as const satisfies Endpoints
