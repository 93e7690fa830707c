import { z } from 'zod'
import { ClauseId, RequirementId } from './requirement.ts'

const WorkPackage = z.strictObject({
  id: z.string().regex(/^WP-[A-Z]+$/),
  title: z.string().min(4),
  lead_role: z.string().min(4),
})

const ClauseGroup = z.strictObject({
  /** Name of the file with its requirements, without .yaml. */
  file: z.string().regex(/^[\d-]+$/),
  title: z.string().min(4),
  clauses: z.array(ClauseId).min(1),
})
export type ClauseGroup = Readonly<z.infer<typeof ClauseGroup>>

/** standard.yaml: what holds for the whole catalogue of one edition. */
export const Standard = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(8),
  edition: z.string().min(4),
  language: z.string().length(2),
  copyright: z.string().min(40),
  verification: z.string().min(40),
  application_rules: z.array(z.string().min(20)).min(1),
  weights: z.strictObject({
    high: z.number().positive(),
    medium: z.number().positive(),
    low: z.number().positive(),
  }),
  groups: z.array(ClauseGroup).min(1),
  work_packages: z.array(WorkPackage).min(1),
  /** effort = effort_days * share_open * (it_staff / reference_it_staff) ** exponent, the factor kept in its limits. */
  effort_scaling: z.strictObject({
    reference_it_staff: z.number().positive(),
    exponent: z.number().positive(),
    factor_min: z.number().positive(),
    factor_max: z.number().positive(),
    overlap_discount: z.number().positive().max(1),
    status: z.string().min(8),
  }),
  legend: z.record(z.string(), z.string().min(8)),
  /** Points to hold against a licensed copy before anybody relies on them. */
  to_be_compared: z.array(
    z.strictObject({
      point: z.string().min(8),
      requirements: z.array(RequirementId).default([]),
      clauses: z.array(ClauseId).default([]),
    }),
  ),
})
export type Standard = Readonly<z.infer<typeof Standard>>

/** One document or record that an auditor looks for. */
export const RegisteredDocument = z.strictObject({
  id: z.string().regex(/^DI-\d{3}$/),
  group: z.string().min(4),
  name: z.string().min(4),
  kind: z.enum(['document', 'record', 'both']),
  /** Requirements that demand it; none = expected by good practice. */
  required_by: z.array(RequirementId).default([]),
  /** Further requirements that it helps to show. */
  supports: z.array(RequirementId).default([]),
  content: z.string().min(4),
  owner: z.string().min(4),
  cadence: z.string().min(4),
  /** How much of it tickets can supply. */
  from_tickets: z.enum(['full', 'partial', 'none']),
  auditor_check: z.string().min(4),
})
export type RegisteredDocument = Readonly<z.infer<typeof RegisteredDocument>>

/** How many entries of the register some requirement demands. */
export function countDemanded(documents: readonly Pick<RegisteredDocument, 'required_by'>[]): number {
  return documents.filter(({ required_by }) => required_by.length > 0).length
}

/** documents.yaml: the register of documents and records. */
export const DocumentFile = z.strictObject({ documents: z.array(RegisteredDocument).min(1) })
