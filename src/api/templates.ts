import { z } from 'zod'
import { templateKinds } from '#base/brand.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

const TemplateKind = z.enum(templateKinds)

const TemplateRevision = z.object({
  revision: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  author: z.string(),
  madeAt: z.string(),
})

/** The file that documents of one kind are put into. gaps: what it lacks, by name, and what stands there instead. */
export const TemplateView = z.object({
  kind: TemplateKind,
  /** False once it was put aside: documents have the common look then. */
  isUsed: z.boolean(),
  gaps: z.array(z.object({ lacks: z.string(), instead: z.string() })),
  revisions: z.array(TemplateRevision),
  version: z.number().int(),
})
export type TemplateView = z.infer<typeof TemplateView>

const OfKind = InOrganization.extend({ templateKind: TemplateKind })

export const templatesApi = {
  'GET /api/organizations/:organization/templates': {
    summary: "The organization's own templates for Word, PowerPoint and Excel, each with its revisions",
    allows: 'see own tasks',
    params: InOrganization,
    answers: z.object({ items: z.array(TemplateView) }),
  },
  'POST /api/organizations/:organization/templates': {
    summary:
      'Give a template (multipart, one part with a file name, at most 25 MB); what it lacks is answered',
    allows: 'manage settings',
    params: InOrganization,
    answers: TemplateView,
    created: true,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/templates/:templateKind': {
    summary: 'One template with its revisions',
    allows: 'see own tasks',
    params: OfKind,
    answers: TemplateView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/templates/:templateKind': {
    summary: 'Put a template aside; its revisions stay readable',
    allows: 'manage settings',
    params: OfKind,
    answers: 'nothing',
    versioned: true,
  },
  'GET /api/organizations/:organization/templates/:templateKind/content': {
    summary: 'The file as it was given; the newest revision unless another is named',
    allows: 'manage settings',
    params: OfKind,
    query: z.object({ revision: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    answers: 'file',
  },
} as const satisfies Endpoints
