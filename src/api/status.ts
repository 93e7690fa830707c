import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'

/** How the server is. Whoever asks from outside is told only that it is there. */
export const StatusView = z.object({
  state: z.enum(['ready', 'records cannot be reached']),
  details: z
    .object({
      startedAt: z.iso.datetime(),
      memoryMb: z.number(),
      organizations: z.number().int(),
      /** What the command line can ask about, by name. */
      named: z.array(z.object({ id: z.string(), name: z.string() })),
      schema: z.string(),
      waitingEvents: z.number().int(),
    })
    .optional(),
})
export type StatusView = z.infer<typeof StatusView>

export const statusApi = {
  'GET /api/status': { summary: 'Whether the server is ready', allows: 'anyone', answers: StatusView },
} as const satisfies Endpoints
