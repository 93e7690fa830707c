import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

export const roomFilesApi = {
  'GET /api/organizations/:organization/evidence-room/list': {
    summary:
      'The evidence of every requirement as a CSV file, each piece with its SHA-256; no ratings and no verdicts',
    allows: 'enter the evidence room',
    params: InOrganization,
    answers: 'file',
  },
  'GET /api/organizations/:organization/evidence-room/files/:attachment': {
    summary: 'A file that was put to a requirement as evidence; that it was handed out is kept',
    allows: 'enter the evidence room',
    params: InOrganization.extend({ attachment: z.uuid() }),
    answers: 'file',
  },
} as const satisfies Endpoints
