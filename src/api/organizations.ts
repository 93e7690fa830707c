import { z } from 'zod'
import { Role } from '#access/permissions.ts'
import { languageCodes } from '#base/language.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/** An organization as one of its members sees it. */
export const OrganizationView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: Role,
  permissions: z.array(z.string()),
  settings: z.record(z.string(), z.unknown()),
  version: z.number().int(),
})
export type OrganizationView = z.infer<typeof OrganizationView>

/** What an organization decides for itself. */
export const OrganizationSettings = z.object({
  locale: z.enum(languageCodes).optional(),
  timezone: text(60, 1).optional(),
  currency: z.string().length(3).optional(),
  stage1On: z.iso.date().optional(),
  certificateOn: z.iso.date().optional(),
  /** Whether a session has to have proved two factors to come in. */
  secondFactor: z.enum(['offered', 'demanded']).optional(),
})

export const organizationsApi = {
  'GET /api/organizations': {
    summary: 'The organizations that you belong to',
    allows: 'signed in',
    answers: z.object({ items: z.array(OrganizationView) }),
  },
  'POST /api/organizations': {
    summary: 'Start an organization; you become its owner',
    allows: 'signed in',
    body: z.object({ name: text(200, 1) }),
    answers: OrganizationView,
    created: true,
  },
  'GET /api/organizations/:organization': {
    summary: 'One organization',
    allows: 'see own tasks',
    params: InOrganization,
    answers: OrganizationView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization': {
    summary: 'Rename an organization or change its settings',
    allows: 'manage settings',
    params: InOrganization,
    body: z.object({ name: text(200, 1).optional(), settings: OrganizationSettings.optional() }),
    answers: OrganizationView,
    versioned: true,
  },
} as const satisfies Endpoints
