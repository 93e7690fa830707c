import { z } from 'zod'
import { Role } from '#access/permissions.ts'
import type { Endpoints } from './endpoint.ts'
import { OrganizationView } from './organizations.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'
import { Email, NewPassword } from './session.ts'

/** An invitation; its link is only in the mail. */
export const InvitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  role: Role,
  /** When the membership that it leads to will end. */
  roleExpiresAt: z.iso.datetime().optional(),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
})
export type InvitationView = z.infer<typeof InvitationView>

/** The code that the link of a mail carries: in the body, since addresses are written down on the way. */
const WithCode = z.object({ code: text(200, 1) })

export const invitationsApi = {
  'GET /api/organizations/:organization/invitations': {
    summary: 'The invitations, newest first',
    allows: 'manage people',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(InvitationView),
  },
  'POST /api/organizations/:organization/invitations': {
    summary: 'Invite somebody by mail; the link works once',
    allows: 'manage people',
    params: InOrganization,
    body: z.object({ email: Email, role: Role, roleExpiresAt: z.iso.datetime().optional() }),
    answers: InvitationView,
    created: true,
  },
  'DELETE /api/organizations/:organization/invitations/:invitation': {
    summary: 'Take an open invitation back',
    allows: 'manage people',
    params: InOrganization.extend({ invitation: z.uuid() }),
    answers: 'nothing',
  },
  'POST /api/invitations/opening': {
    summary: 'What an invitation is for, to whoever has its link',
    allows: 'anyone',
    body: WithCode,
    answers: z.object({
      organization: z.string(),
      role: Role,
      email: z.string(),
      expiresAt: z.iso.datetime(),
      /** True: sign in with this address first. False: choose a name and a password. */
      hasAccount: z.boolean(),
    }),
  },
  'POST /api/invitations/acceptance': {
    summary: 'Accept an invitation: signed in with its address, or by signing up with a name and a password',
    allows: 'anyone',
    body: WithCode.extend({ name: text(200, 1).optional(), password: NewPassword.optional() }),
    answers: OrganizationView,
  },
} as const satisfies Endpoints
