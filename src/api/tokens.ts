import { z } from 'zod'
import { Permission } from '#access/permissions.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/** An API token as it is listed; the token itself is shown once, when it is made. */
export const TokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters, by which people tell tokens apart. */
  beginsWith: z.string(),
  scopes: z.array(Permission),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().optional(),
  revokedAt: z.iso.datetime().optional(),
})
export type TokenView = z.infer<typeof TokenView>

export const tokensApi = {
  'GET /api/organizations/:organization/tokens': {
    summary: 'The API tokens of the organization, newest first',
    allows: 'manage tokens',
    params: InOrganization,
    answers: z.object({ items: z.array(TokenView) }),
  },
  'POST /api/organizations/:organization/tokens': {
    summary: 'Make an API token; it is told once and never again',
    allows: 'manage tokens',
    params: InOrganization,
    body: z.object({
      name: text(200, 1),
      scopes: z.array(Permission).min(1).max(50),
      expiresAt: z.iso.datetime(),
    }),
    answers: TokenView.extend({ token: z.string() }),
    secret: true,
    created: true,
  },
  'DELETE /api/organizations/:organization/tokens/:token': {
    summary: 'Revoke a token at once',
    allows: 'manage tokens',
    params: InOrganization.extend({ token: z.uuid() }),
    answers: 'nothing',
  },
} as const satisfies Endpoints
