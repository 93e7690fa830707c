import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import { EffortDays } from '#content/requirement.ts'
import { ScheduleDifference } from '#roadmap/difference.ts'
import { TaskEdit } from '#roadmap/edited-tasks.ts'
import { Plan } from '#roadmap/plan.ts'
import { RemedyState } from '#roadmap/remedy.ts'
import { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'
import type { Endpoints } from './endpoint.ts'
import { ByDigest } from './list-plan.ts'
import { InOrganization, text } from './page.ts'
import { OfRequirement } from './requirements.ts'

/** What is proposed against one gap, and what was decided about it. Effort in person-days. */
export const RemedyView = z.object({
  requirement: z.string(),
  title: z.string(),
  clause: z.string(),
  severity: z.enum(['major', 'minor', 'partial']),
  criticality: z.enum(['high', 'medium', 'low']),
  activity: z.string(),
  role: z.string(),
  effort: EffortDays,
  /** What the catalogue proposes, where role or effort were changed. */
  proposed: z.object({ role: z.string(), effort: EffortDays }),
  workPackage: z.string(),
  dependsOn: z.array(z.string()),
  state: RemedyState,
  reason: z.string(),
  version: z.number().int(),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  start: z.string().optional(),
  finish: z.string().optional(),
})
export type RemedyView = z.infer<typeof RemedyView>

/** A decision as a person gives it; role and effort only where they differ from the catalogue's. */
export const DecisionBody = z.object({
  state: RemedyState,
  reason: text(2000).default(''),
  role: text(100, 1).optional(),
  effort: EffortDays.optional(),
})

/** The plan with its version; 0 and assumed while nobody has written one. */
export const PlanView = Plan.extend({
  version: z.number().int(),
  isAssumed: z.boolean(),
  writtenBy: z.string().optional(),
  writtenAt: z.string().optional(),
})
export type PlanView = z.infer<typeof PlanView>

/** The roadmap as it was kept: when, by whom, and whether something has changed since. */
export const KeptScheduleView = RoadmapSchedule.extend({
  number: z.number().int(),
  plannedBy: z.string(),
  plannedAt: z.string(),
  isStale: z.boolean(),
})
export type KeptScheduleView = z.infer<typeof KeptScheduleView>

/** A roadmap that later ones are compared with. */
export const RoadmapBaselineView = z.object({
  id: z.string(),
  name: z.string(),
  number: z.number().int(),
  setBy: z.string(),
  setAt: z.string(),
})

/** The roadmap whole: decisions counted, plan, schedule, what has changed since the one before, and baselines. */
export const RoadmapView = z.object({
  today: z.string(),
  counts: z.object({
    proposed: z.number().int(),
    accepted: z.number().int(),
    deferred: z.number().int(),
    declined: z.number().int(),
    /** Tasks of technology options that were chosen. */
    options: z.number().int(),
  }),
  plan: PlanView,
  schedule: KeptScheduleView.optional(),
  difference: ScheduleDifference.optional(),
  baselines: z.array(RoadmapBaselineView),
  baseline: RoadmapBaselineView.extend({ difference: ScheduleDifference }).optional(),
})
export type RoadmapView = z.infer<typeof RoadmapView>

/** A plan that is tried and not kept, against the roadmap as it stands. */
export const WhatIfView = z.object({
  schedule: RoadmapSchedule,
  difference: ScheduleDifference.optional(),
})
export type WhatIfView = z.infer<typeof WhatIfView>

/** What an edited file says otherwise than the roadmap, or what was kept of it. */
export const EditsView = z.object({
  file: z.string(),
  isApplied: z.boolean(),
  /** Names exactly these differences; to be sent back to keep them. */
  digest: z.string(),
  edits: z.array(TaskEdit),
})
export type EditsView = z.infer<typeof EditsView>

export const roadmapApi = {
  'GET /api/organizations/:organization/roadmap': {
    summary:
      'The roadmap: tasks with dates, load, risk, and how it differs from the one before or from a baseline',
    allows: 'read the roadmap',
    params: InOrganization,
    query: z.object({ baseline: z.uuid().optional() }),
    answers: RoadmapView,
  },
  'GET /api/organizations/:organization/roadmap/plan': {
    summary:
      'What the roadmap is planned with: calendar, roles, agreed dates, dependencies of the organization',
    allows: 'read the roadmap',
    params: InOrganization,
    answers: PlanView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/roadmap/plan': {
    summary: 'Write what the roadmap is planned with anew, whole; the dates change when it is planned again',
    allows: 'plan the roadmap',
    params: InOrganization,
    body: Plan,
    answers: PlanView,
    versioned: true,
  },
  'POST /api/organizations/:organization/roadmap/schedules': {
    summary: 'Plan: give every accepted task its dates, and keep them as the roadmap',
    allows: 'plan the roadmap',
    params: InOrganization,
    answers: RoadmapView,
  },
  'POST /api/organizations/:organization/roadmap/what-if': {
    summary: 'Try another plan; nothing is kept',
    allows: 'read the roadmap',
    params: InOrganization,
    body: Plan,
    answers: WhatIfView,
  },
  'POST /api/organizations/:organization/roadmap/baselines': {
    summary: 'Set the roadmap as it stands as a baseline that later ones are compared with',
    allows: 'plan the roadmap',
    params: InOrganization,
    body: z.object({ name: text(200, 1) }),
    answers: RoadmapBaselineView,
  },
  'GET /api/organizations/:organization/roadmap/file': {
    summary:
      'The roadmap as a file: a workbook to edit and bring back, in a language (without one that of the organization), a table, a calendar, or a project of Microsoft Project',
    allows: 'read the roadmap',
    params: InOrganization,
    query: z.object({
      format: z.enum(['xlsx', 'csv', 'ics', 'xml']).default('xlsx'),
      language: z.enum(languageCodes).optional(),
    }),
    answers: 'file',
  },
  'POST /api/organizations/:organization/roadmap/edits': {
    summary:
      'Bring a file of the roadmap back (multipart; XLSX, CSV, iCalendar or project XML, at most 10 MB): without a digest every difference, with the digest of the preview they are kept',
    allows: 'plan the roadmap',
    params: InOrganization,
    query: ByDigest,
    answers: EditsView,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/remedies': {
    summary: 'What is proposed against every gap, and what was decided about it',
    allows: 'read the roadmap',
    params: InOrganization,
    answers: z.object({ items: z.array(RemedyView) }),
  },
  'POST /api/organizations/:organization/remedies/decisions': {
    summary: 'Decide about several remedies at once, all or none',
    allows: 'decide on remedies',
    params: InOrganization,
    body: z.object({
      requirements: z.array(OfRequirement.shape.requirement).min(1).max(400),
      state: RemedyState,
      reason: text(2000).default(''),
    }),
    answers: z.object({ decided: z.number().int() }),
  },
  'GET /api/organizations/:organization/requirements/:requirement/remedy': {
    summary: 'What is proposed against the gap of one requirement; none where there is no gap',
    allows: 'read the roadmap',
    params: OfRequirement,
    answers: z.object({ remedy: RemedyView.optional(), version: z.number().int() }),
    versioned: true,
  },
  'PUT /api/organizations/:organization/requirements/:requirement/remedy': {
    summary: 'Accept, defer or decline the remedy of a requirement, with another role or effort if need be',
    allows: 'decide on remedies',
    params: OfRequirement,
    body: DecisionBody,
    answers: z.object({ remedy: RemedyView.optional(), version: z.number().int() }),
    versioned: true,
  },
} as const satisfies Endpoints
