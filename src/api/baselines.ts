import { z } from 'zod'
import { BaselineKind, Target } from '#assessment/baseline.ts'
import { Programme } from '#assessment/programme.ts'
import { Day } from '#assessment/statement.ts'
import { BaselineView } from './assessment-views.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const OfBaseline = InOrganization.extend({ baseline: z.uuid() })

/** The facts about the programme that no ticket holds. */
export const ProgrammeView = z.object({
  version: z.number().int(),
  programme: z.record(z.string(), z.unknown()),
  writtenBy: z.string().optional(),
  writtenAt: z.string().optional(),
})

export const baselinesApi = {
  'GET /api/organizations/:organization/baselines': {
    summary: 'The baselines, newest first',
    allows: 'read readiness',
    params: InOrganization,
    answers: z.object({ items: z.array(BaselineView) }),
  },
  'POST /api/organizations/:organization/baselines': {
    summary: 'Start a baseline; the one before it has to be closed',
    allows: 'manage baselines',
    params: InOrganization,
    body: z.object({
      name: text(200, 1),
      kind: BaselineKind,
      scope: text(4000).optional(),
      assessedOn: Day.optional(),
      target: Target.optional(),
      carriesOver: z.uuid().optional(),
    }),
    answers: BaselineView,
    created: true,
  },
  'GET /api/organizations/:organization/baselines/:baseline': {
    summary: 'One baseline',
    allows: 'read readiness',
    params: OfBaseline,
    answers: BaselineView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/baselines/:baseline': {
    summary: 'Change a baseline, close it, or open it again',
    allows: 'manage baselines',
    params: OfBaseline,
    body: z.object({
      name: text(200, 1).optional(),
      scope: text(4000).optional(),
      assessedOn: Day.optional(),
      target: Target.optional(),
      state: z.enum(['open', 'closed']).optional(),
    }),
    answers: BaselineView,
    versioned: true,
  },
  'GET /api/organizations/:organization/programme': {
    summary: 'The facts about the programme that no ticket holds; gates need them',
    allows: 'read readiness',
    params: InOrganization,
    answers: ProgrammeView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/programme': {
    summary: 'Write the facts about the programme, whole; what is left out is not known',
    allows: 'manage baselines',
    params: InOrganization,
    body: z.object({ programme: Programme, reason: text(2000).optional() }),
    answers: ProgrammeView,
    versioned: true,
  },
} as const satisfies Endpoints
