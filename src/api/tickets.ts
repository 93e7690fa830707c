import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { CollectionView, TicketRow } from './evidence.ts'
import { InOrganization, text } from './page.ts'
import { ProblemView } from './sources.ts'

const looks = ['read evidence', 'enter the evidence room'] as const

/** How the tickets of one process kept to its model. */
export const ConformanceRow = z.object({
  process: z.string(),
  title: z.string(),
  clause: z.string(),
  tickets: z.number().int(),
  finished: z.number().int(),
  fitting: z.number().int(),
  /** fitting of finished; absent where nothing is finished: no data is not 0. */
  share: z.number().optional(),
  strictFitting: z.number().int(),
  fitness: z.number(),
  deviations: z.number().int(),
  /** The most frequent deviation, in words. */
  most: z.object({ says: z.string(), count: z.number().int() }).optional(),
})
export type ConformanceRow = z.infer<typeof ConformanceRow>

const Team = z.object({ team: z.string(), count: z.number().int() })

/** The process map with its frequencies and waiting times, and where paths left the model. */
export const ConformanceView = ConformanceRow.extend({
  collection: CollectionView,
  team: z.string().optional(),
  states: z.array(
    z.object({
      state: z.string(),
      visits: z.number().int(),
      medianMinutes: z.number().optional(),
      starts: z.number().int(),
      ends: z.number().int(),
      /** In words of the model; absent for a state that it does not know. */
      meaning: z.string().optional(),
      isInitial: z.boolean(),
      isFinal: z.boolean(),
    }),
  ),
  steps: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      count: z.number().int(),
      medianMinutes: z.number(),
      isAllowed: z.boolean(),
    }),
  ),
  deviationList: z.array(
    z.object({
      kind: z.enum(['step', 'start', 'end']),
      from: z.string().optional(),
      to: z.string().optional(),
      says: z.string(),
      count: z.number().int(),
      tickets: z.array(z.string()),
      teams: z.array(Team).optional(),
    }),
  ),
  variants: z.array(z.object({ path: z.array(z.string()), count: z.number().int(), isAllowed: z.boolean() })),
  variantCount: z.number().int(),
  teams: z.array(
    z.object({
      team: z.string(),
      tickets: z.number().int(),
      finished: z.number().int(),
      fitting: z.number().int(),
    }),
  ),
})
export type ConformanceView = z.infer<typeof ConformanceView>

const cell = z.union([z.string(), z.number(), z.boolean()])

/** A ticket as the data have it. People are masked for who may not see them. */
export const TicketView = TicketRow.extend({
  fields: z.array(z.object({ name: z.string(), means: z.string(), value: cell, isPerson: z.boolean() })),
  history: z.array(
    z.object({
      at: z.string(),
      kind: z.string().optional(),
      state: z.string().optional(),
      statusNative: z.string().optional(),
      team: z.string().optional(),
      actor: z.string().optional(),
      field: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      isDerived: z.boolean(),
    }),
  ),
  relations: z.array(z.object({ kind: z.string(), direction: z.enum(['to', 'from']), ticket: z.string() })),
  approvals: z.array(
    z.object({
      kind: z.string().optional(),
      decision: z.string().optional(),
      requestedAt: z.string().optional(),
      decidedAt: z.string().optional(),
      approver: z.string().optional(),
    }),
  ),
  /** The checks that it did not do what they claim. */
  named: z.array(z.object({ check: z.string(), title: z.string(), reason: z.string() })),
  source: z.object({ file: z.string(), row: z.number().int() }).optional(),
  isMasked: z.boolean(),
})
export type TicketView = z.infer<typeof TicketView>

/** What is wrong with the data, and how full they are. */
export const DataQualityView = z.object({
  importId: z.uuid().optional(),
  readAt: z.string().optional(),
  dataFrom: z.string().optional(),
  dataUntil: z.string().optional(),
  timezone: z.string().optional(),
  counts: z.record(z.string(), z.number()),
  problems: z.array(ProblemView),
  fill: z.array(
    z.object({ type: z.string(), column: z.string(), filled: z.number().int(), of: z.number().int() }),
  ),
})
export type DataQualityView = z.infer<typeof DataQualityView>

export const ticketsApi = {
  'GET /api/organizations/:organization/conformance': {
    summary: 'How the tickets of every process kept to its model',
    allows: looks,
    params: InOrganization,
    answers: z.object({ collection: CollectionView.optional(), items: z.array(ConformanceRow) }),
  },
  'GET /api/organizations/:organization/conformance/:process': {
    summary: 'One process as a map with frequencies and waiting times; of one group if it is named',
    allows: looks,
    params: InOrganization.extend({ process: text(60, 1) }),
    query: z.object({ team: text(200, 1).optional() }),
    answers: ConformanceView,
  },
  'GET /api/organizations/:organization/tickets/:ticket': {
    summary: 'One ticket: its fields, its history, its relations, and the checks that name it',
    allows: looks,
    params: InOrganization.extend({ ticket: text(200, 1) }),
    answers: TicketView,
  },
  'GET /api/organizations/:organization/data-quality': {
    summary: 'What is wrong with the data, by problem, and how full the columns are',
    allows: looks,
    params: InOrganization,
    answers: DataQualityView,
  },
} as const satisfies Endpoints
