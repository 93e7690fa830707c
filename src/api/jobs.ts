import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf } from './page.ts'

/** Work that takes long, and how far it is. */
export const JobView = z.object({
  id: z.uuid(),
  kind: z.enum(['ingest', 'collect', 'documents', 'demo']),
  state: z.enum(['waiting', 'running', 'done', 'needs answer', 'refused', 'failed', 'cancelled']),
  stage: z.string().optional(),
  done: z.number().optional(),
  of: z.number().optional(),
  isCancelAsked: z.boolean(),
  message: z.string().optional(),
  /** What it came to; its fields depend on the kind. */
  outcome: z.record(z.string(), z.unknown()).optional(),
  askedBy: z.string(),
  askedAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
})
export type JobView = z.infer<typeof JobView>

const OneJob = InOrganization.extend({ job: z.uuid() })

export const jobsApi = {
  'GET /api/organizations/:organization/jobs': {
    summary: 'The work in hand and the work done, newest first',
    allows: 'read sources',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(JobView),
  },
  'GET /api/organizations/:organization/jobs/:job': {
    summary: 'One job',
    allows: 'read sources',
    params: OneJob,
    answers: JobView,
  },
  'GET /api/organizations/:organization/jobs/:job/events': {
    summary: 'One job as server-sent events: it is told whenever it changes, until it has ended',
    allows: 'read sources',
    params: OneJob,
    answers: 'events',
  },
  'DELETE /api/organizations/:organization/jobs/:job': {
    summary: 'Call a job off; what it was doing is as it was before',
    allows: 'import tickets',
    params: OneJob,
    answers: JobView,
  },
} as const satisfies Endpoints
