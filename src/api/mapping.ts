import { z } from 'zod'
import { Mapping } from '#ingest/mapping.ts'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, text } from './page.ts'
import { ProblemView, ReadFileView, StateProposalView } from './sources.ts'

/** How the files are read: as the text that people may edit, and as its parts. */
export const MappingView = z.object({
  text: z.string(),
  /** Names this very text; a change says which one it is based on. */
  hash: z.string(),
  mapping: Mapping,
  /** How each status is read, and whether somebody has looked at it. */
  states: z.array(StateProposalView),
  /** The tables of the archive, with the columns that each of them has. */
  tables: z.array(z.object({ file: z.string(), rows: z.number().int(), columns: z.array(z.string()) })),
  /** What can be filled: each canonical table with what a row of it is, and its columns. */
  canonical: z.array(
    z.object({
      table: z.string(),
      row: z.string(),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          means: z.string(),
          /** What tools call it. */
          aka: z.array(z.string()),
        }),
      ),
    }),
  ),
  ticketTypes: z.array(z.string()),
  /** Rows of each canonical table at the last reading. */
  counts: z.record(z.string(), z.number()),
  /** What a status can be read as, by type of ticket. */
  knownStates: z.record(z.string(), z.array(z.object({ id: z.string(), meaning: z.string() }))),
})
export type MappingView = z.infer<typeof MappingView>

/** A mapping as it is sent: as text, or in parts. unconfirmed: statuses that nobody has looked at yet. */
const Sent = z
  .object({
    text: text(900_000, 1).optional(),
    mapping: Mapping.optional(),
    unconfirmed: z
      .array(z.object({ type: text(60, 1), native: text(300, 1) }))
      .max(5_000)
      .optional(),
  })
  .refine(
    ({ text: given, mapping }) => (given === undefined) !== (mapping === undefined),
    'Send either text or mapping.',
  )

/** What a mapping would do with what was uploaded. */
export const MappingPreview = z.object({
  /** Only the first rows of large tables were read. */
  isPart: z.boolean(),
  counts: z.record(z.string(), z.number()),
  states: z.array(StateProposalView),
  /** Statuses that would be read otherwise than now, with the rows that it touches. */
  changedStates: z.array(
    z.object({
      type: z.string(),
      native: z.string(),
      from: z.string().optional(),
      to: z.string(),
      rows: z.number(),
    }),
  ),
  files: z.array(ReadFileView),
  problems: z.array(ProblemView),
  fill: z.array(
    z.object({ type: z.string(), column: z.string(), filled: z.number().int(), of: z.number().int() }),
  ),
})
export type MappingPreview = z.infer<typeof MappingPreview>

export const mappingApi = {
  'GET /api/organizations/:organization/mapping': {
    summary: 'How the files are read',
    allows: 'read sources',
    params: InOrganization,
    answers: MappingView,
  },
  'POST /api/organizations/:organization/mapping/preview': {
    summary: 'What another mapping would do; nothing is changed',
    allows: 'import tickets',
    params: InOrganization,
    body: Sent,
    answers: MappingPreview,
  },
  'PUT /api/organizations/:organization/mapping': {
    summary: 'Change how the files are read; they are read again by a job',
    allows: 'import tickets',
    params: InOrganization,
    body: Sent.and(z.object({ basedOn: text(64, 1) })),
    answers: z.object({ hash: z.string(), job: JobView }),
  },
} as const satisfies Endpoints
