import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/** A session of one's own, as one sees it; what opens it is not told. */
const OwnSessionView = z.object({
  id: z.string(),
  openedAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
  address: z.string().optional(),
  userAgent: z.string().optional(),
  /** Which factors it was opened with. */
  way: z.string(),
  /** The one by which this is asked. */
  isThis: z.boolean(),
})

export const sessionsApi = {
  'GET /api/sessions': {
    summary: 'Your sessions that go on, the one used last first, and how long sessions live',
    allows: 'signed in',
    answers: z.object({
      items: z.array(OwnSessionView),
      idleHours: z.number().int(),
      longestHours: z.number().int(),
    }),
  },
  'DELETE /api/sessions/:session': {
    summary: 'End one of your sessions; asks for a sign-in of the last minutes',
    allows: 'signed in',
    params: z.object({ session: text(100, 1) }),
    answers: 'nothing',
  },
  'DELETE /api/sessions': {
    summary: 'End all your other sessions; asks for a sign-in of the last minutes',
    allows: 'signed in',
    answers: 'nothing',
  },
  'DELETE /api/organizations/:organization/members/:person/sessions': {
    summary: 'End every session of a member, on all devices; he may sign in again',
    allows: 'manage people',
    params: InOrganization.extend({ person: text(100, 1) }),
    answers: 'nothing',
  },
} as const satisfies Endpoints
