import { z } from 'zod'
import { Register } from '#registers/definition.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** One register with how many records it holds, state by state. */
export const RegisterView = Register.extend({
  records: z.number().int(),
  states: z.array(z.string()),
  byState: z.record(z.string(), z.number().int()),
  sortable: z.array(z.string()),
  /** Whether whoever asks may add and change records. */
  mayWrite: z.boolean(),
})
export type RegisterView = z.infer<typeof RegisterView>

/** A record at the other end of a link. */
export const NeighbourView = z.object({
  field: z.string(),
  id: z.uuid(),
  register: z.string(),
  number: z.string(),
  label: z.string(),
  state: z.string(),
  isDeleted: z.boolean(),
})

/** A record as a row of a table; links holds the names of the records that data points at. */
export const RecordRow = z.object({
  id: z.uuid(),
  register: z.string(),
  number: z.string(),
  label: z.string(),
  state: z.string(),
  data: z.record(z.string(), z.unknown()),
  links: z.array(NeighbourView),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().optional(),
})
export type RecordRow = z.infer<typeof RecordRow>

/** A record whole: with what points at it, and the moves that lead on. */
export const RecordView = RecordRow.extend({
  linkedFrom: z.array(NeighbourView),
  moves: z.array(
    z.object({
      to: z.string(),
      says: z.string(),
      asksReason: z.boolean(),
      /** Labels of fields that have to be filled first. */
      missing: z.array(z.string()),
      /** Why you cannot do it now; absent when you can. */
      why: z.string().optional(),
    }),
  ),
})
export type RecordView = z.infer<typeof RecordView>

/** One change of a record, as the audit trail has it. */
export const HistoryEntry = z.object({
  number: z.number().int(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
})

const InRegister = InOrganization.extend({ register: text(40, 1) })
const OfRecord = InRegister.extend({ record: z.uuid() })

/** A list of conditions: one, or several. */
export const Conditions = z.union([text(500, 1), z.array(text(500, 1)).max(30)]).optional()

/** The fields of a record by name; null empties one. */
const DataGiven = z.record(z.string().max(60), z.unknown())

export const registersApi = {
  'GET /api/organizations/:organization/registers': {
    summary: 'The registers: their fields, states and moves, and how many records each holds',
    allows: 'read registers',
    params: InOrganization,
    answers: z.object({ items: z.array(RegisterView) }),
  },
  'GET /api/organizations/:organization/registers/:register': {
    summary: 'One register',
    allows: 'read registers',
    params: InRegister,
    answers: RegisterView,
  },
  'GET /api/organizations/:organization/registers/:register/records': {
    summary:
      'The records of a register. sort: a field, or -field. where: conditions such as state.is:live, due_on.to:2026-03-01, owner.empty. search: words that must occur. deleted: what was deleted instead',
    allows: 'read registers',
    params: InRegister,
    query: PageQuery.extend({
      sort: text(80, 1).optional(),
      where: Conditions,
      search: text(200).optional(),
      deleted: z.enum(['true', 'false']).default('false'),
    }),
    answers: pageOf(RecordRow),
  },
  'POST /api/organizations/:organization/registers/:register/records': {
    summary: 'Add a record',
    allows: 'write registers',
    params: InRegister,
    body: z.object({ data: DataGiven, state: text(60, 1).optional() }),
    answers: RecordView,
    created: true,
  },
  'GET /api/organizations/:organization/registers/:register/records/:record': {
    summary: 'One record, deleted or not',
    allows: 'read registers',
    params: OfRecord,
    answers: RecordView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/registers/:register/records/:record': {
    summary: 'Change the fields that are named; null empties a field',
    allows: 'write registers',
    params: OfRecord,
    body: z.object({ data: DataGiven, reason: text(1000).optional() }),
    answers: RecordView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/registers/:register/records/:record': {
    summary: 'Delete a record; it can be restored',
    allows: 'write registers',
    params: OfRecord,
    answers: 'nothing',
    versioned: true,
  },
  'POST /api/organizations/:organization/registers/:register/records/:record/restoration': {
    summary: 'Bring a deleted record back as it was',
    allows: 'write registers',
    params: OfRecord,
    answers: RecordView,
  },
  'POST /api/organizations/:organization/registers/:register/records/:record/moves': {
    summary: 'Take a record to another state, with a reason where the move asks for one',
    allows: 'write registers',
    params: OfRecord,
    body: z.object({ to: text(60, 1), reason: text(1000).optional() }),
    answers: RecordView,
    versioned: true,
  },
  'GET /api/organizations/:organization/registers/:register/records/:record/history': {
    summary: 'Every change of a record, newest first',
    allows: 'read registers',
    params: OfRecord,
    answers: z.object({ items: z.array(HistoryEntry) }),
  },
} as const satisfies Endpoints
