import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { Perspective } from '#content/strategy.ts'
import type { Endpoints } from './endpoint.ts'
import {
  Answers,
  Cadence,
  Direction,
  KpiDetail,
  LibraryKpi,
  OutcomesView,
  OwnKpiView,
  OwnMonth,
  WatchedKpi,
} from './monitoring-views.ts'
import { InOrganization, text } from './page.ts'
import { Scorecard } from './scorecard-view.ts'

const count = z.number().int().nonnegative()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is a month such as 2026-03')
const KpiId = z.string().regex(/^(KPI-\d{3}|OWN-\d{1,4})$/, 'is the number of a KPI, such as KPI-010')
/** An own select: what it answers with, and the select itself. */
const OwnSelect = z.object({ answers: Answers, sql: text(20_000, 1) })
const OwnDraft = OwnSelect.extend({
  title: text(200, 3),
  claim: text(2000, 8),
  unit: text(40, 1),
  direction: Direction,
  reason: text(2000, 1),
})

const InKpi = InOrganization.extend({ kpi: KpiId })

export const monitoringApi = {
  'GET /api/organizations/:organization/kpis': {
    summary:
      'The library of KPIs whole: each computed by a measure, a check or the registers with its present value, or what it needs',
    allows: 'read evidence',
    params: InOrganization,
    query: z.object({
      search: z.string().max(200).optional(),
      process: z.string().max(60).optional(),
      perspective: Perspective.optional(),
      computed: z.enum(['true', 'false']).optional(),
    }),
    answers: z.object({
      items: z.array(LibraryKpi),
      /** Of the whole library, whatever was asked for. */
      counts: z.object({ all: count, computed: count, withValue: count, needing: count }),
    }),
  },
  'GET /api/organizations/:organization/outcomes': {
    summary:
      'What came of it, by family: each KPI before and now with the interval of the difference, its target, and whether it is better',
    allows: 'read evidence',
    params: InOrganization,
    answers: OutcomesView,
  },
  'GET /api/organizations/:organization/monitoring': {
    summary: 'The KPIs that are watched: value, target, state, age, series and signals, from what is stored',
    allows: 'read evidence',
    params: InOrganization,
    answers: z.object({ items: z.array(WatchedKpi) }),
  },
  'GET /api/organizations/:organization/scorecard': {
    summary:
      'The balanced scorecard: by perspective goal, measure, target, actual, initiative; and the KPIs without a goal',
    allows: 'read registers',
    params: InOrganization,
    answers: Scorecard,
  },
  'POST /api/organizations/:organization/monitoring': {
    summary: 'Adopt a KPI; its series is computed at once from what is collected already',
    allows: 'write registers',
    params: InOrganization,
    body: z.object({
      kpi: KpiId,
      owner: text(200).default(''),
      cadence: Cadence.optional(),
      direction: Direction.optional(),
      target: z.number().optional(),
    }),
    answers: KpiDetail,
    created: true,
  },
  'GET /api/organizations/:organization/monitoring/:kpi': {
    summary:
      'A KPI whole: control chart, months with part and whole, targets, signals, decisions with effect, forecast',
    allows: 'read evidence',
    params: InKpi,
    answers: KpiDetail,
    versioned: true,
  },
  'PUT /api/organizations/:organization/monitoring/:kpi': {
    summary: 'Change who owns a KPI, how often it is looked at, which way is good, or whether it is watched',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ owner: text(200), cadence: Cadence, direction: Direction, isEnded: z.boolean() }),
    answers: KpiDetail,
    versioned: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/targets': {
    summary: 'Set a target anew, from a month on, with the reason; earlier ones stay',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ target: z.number(), validFrom: Month, reason: text(2000, 1) }),
    answers: KpiDetail,
    created: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/corrections': {
    summary: 'Let the figure that a newer collection computed for a closed month stand, with the reason',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ period: Month, reason: text(2000, 1) }),
    answers: KpiDetail,
    created: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/decisions': {
    summary:
      'Keep a decision about a KPI, mostly because of a signal; its effect is shown before and after its day',
    allows: 'write registers',
    params: InKpi,
    body: z.object({
      signal: z.uuid().optional(),
      says: text(4000, 1),
      owner: text(200, 1),
      dueOn: Day.optional(),
      decidedOn: Day,
    }),
    answers: KpiDetail,
    created: true,
  },
  'GET /api/organizations/:organization/own-kpis': {
    summary: 'The KPIs of the organization’s own, every version, and the facts that they can read',
    allows: 'read evidence',
    params: InOrganization,
    answers: z.object({
      items: z.array(OwnKpiView),
      facts: z.array(z.object({ name: z.string(), row: z.string(), columns: z.array(z.string()) })),
    }),
  },
  'POST /api/organizations/:organization/own-kpis/trial': {
    summary: 'Try a select on the facts of the newest collection; nothing is kept',
    allows: 'write registers',
    params: InOrganization,
    body: OwnSelect,
    answers: z.object({ months: z.array(OwnMonth) }),
  },
  'POST /api/organizations/:organization/own-kpis': {
    summary:
      'Keep a KPI of the organization’s own, after it was tried; a number makes it a further version of that one',
    allows: 'write registers',
    params: InOrganization,
    body: OwnDraft.extend({
      kpi: z
        .string()
        .regex(/^OWN-\d{1,4}$/)
        .optional(),
    }),
    answers: z.object({ kpi: z.string(), number: count }),
    created: true,
  },
} as const satisfies Endpoints
