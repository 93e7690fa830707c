import { z } from 'zod'
import { OnSubject } from './comments.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const RevisionView = z.object({
  revision: z.number().int(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  author: z.string(),
  createdAt: z.string(),
})

/** A file that belongs to something, with every revision it had, the newest first. */
export const AttachmentView = z.object({
  id: z.uuid(),
  on: z.string(),
  title: z.string(),
  expiresOn: z.string().optional(),
  /** Whether its validity has ended: as evidence it no longer counts. */
  isExpired: z.boolean(),
  revision: z.number().int(),
  revisions: z.array(RevisionView),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().optional(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

const OfAttachment = InOrganization.extend({ attachment: z.uuid() })

export const attachmentsApi = {
  'GET /api/organizations/:organization/attachments': {
    summary: 'The files that belong to a record, a requirement, or a result',
    allows: 'see own tasks',
    params: InOrganization,
    query: OnSubject,
    answers: z.object({ items: z.array(AttachmentView) }),
  },
  'POST /api/organizations/:organization/attachments': {
    summary: 'Attach a file (multipart, one part with a file name, at most 50 MB)',
    allows: 'attach files',
    params: InOrganization,
    query: OnSubject.extend({ title: text(200).optional(), expiresOn: z.iso.date().optional() }),
    answers: AttachmentView,
    created: true,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/attachments/:attachment': {
    summary: 'One attachment with its revisions',
    allows: 'see own tasks',
    params: OfAttachment,
    answers: AttachmentView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/attachments/:attachment': {
    summary: 'Change title or expiry; null takes the expiry away',
    allows: 'attach files',
    params: OfAttachment,
    body: z.object({ title: text(200, 1).optional(), expiresOn: z.iso.date().nullable().optional() }),
    answers: AttachmentView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/attachments/:attachment': {
    summary: 'Take an attachment away; it can be restored',
    allows: 'attach files',
    params: OfAttachment,
    answers: 'nothing',
    versioned: true,
  },
  'POST /api/organizations/:organization/attachments/:attachment/restoration': {
    summary: 'Bring a deleted attachment back',
    allows: 'attach files',
    params: OfAttachment,
    answers: AttachmentView,
  },
  'POST /api/organizations/:organization/attachments/:attachment/revisions': {
    summary: 'Put a newer file in its place; the older ones stay readable',
    allows: 'attach files',
    params: OfAttachment,
    query: z.object({ expiresOn: z.iso.date().optional() }),
    answers: AttachmentView,
    created: true,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/attachments/:attachment/content': {
    summary: 'The file itself; the newest revision unless another is named',
    allows: 'see own tasks',
    params: OfAttachment,
    query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
    answers: 'file',
  },
} as const satisfies Endpoints
