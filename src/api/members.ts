import { z } from 'zod'
import { Role } from '#access/permissions.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** Somebody who belongs, or belonged, to an organization. */
export const MemberView = z.object({
  person: z.string(),
  name: z.string(),
  email: z.string().optional(),
  role: Role,
  /** When the membership ends, or ended. */
  expiresAt: z.iso.datetime().optional(),
  isFormer: z.boolean(),
  version: z.number().int(),
})
export type MemberView = z.infer<typeof MemberView>

const OneMember = InOrganization.extend({ person: text(100, 1) })

export const membersApi = {
  'GET /api/organizations/:organization/members': {
    summary: 'Who belongs to the organization, by name',
    allows: 'read people',
    params: InOrganization,
    query: PageQuery.extend({ former: z.enum(['true', 'false']).default('false') }),
    answers: pageOf(MemberView),
  },
  'GET /api/organizations/:organization/members/:person': {
    summary: 'One member',
    allows: 'read people',
    params: OneMember,
    answers: MemberView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/members/:person': {
    summary: 'Give a member another role, or another end; null takes the end away',
    allows: 'manage people',
    params: OneMember,
    body: z.object({ role: Role.optional(), expiresAt: z.iso.datetime().nullable().optional() }),
    answers: MemberView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/members/:person': {
    summary: 'End a membership at once',
    allows: 'manage people',
    params: OneMember,
    answers: 'nothing',
  },
} as const satisfies Endpoints
