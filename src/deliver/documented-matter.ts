import type { readWholeAudit } from '#audit/audit-page-store.ts'
import type { Finding } from '#audit/finding.ts'
import type { ManagementReview, ReviewAction } from '#improvement/management-review.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import type { ServiceReport } from '#service-level/report.ts'
import type { ServiceReview } from '#service-level/review-store.ts'
import type { SupportChain } from '#service-level/support.ts'

/** The documents that management signs, in the order of their clauses. */
export const documentedKinds = [
  'scope statement',
  'service management policy',
  'service management plan',
  'documented information',
  'service level agreement',
  'internal audit plan',
  'internal audit report',
  'management review pack',
] as const
export type DocumentedKind = (typeof documentedKinds)[number]

/** Whether a kind of document is one of these. */
export function isDocumented(kind: string): kind is DocumentedKind {
  return documentedKinds.some((one) => one === kind)
}

/** One audit with what its plan and its report are filled from. */
export type FrozenAudit = Pick<
  Awaited<ReturnType<typeof readWholeAudit>>,
  'audit' | 'lines' | 'findings' | 'samples' | 'auditors' | 'report' | 'signature' | 'addenda'
>

/** What service levels know of one service. */
export type ServiceMatter = Readonly<{
  months: readonly LevelMonth[]
  chain: SupportChain
  reports: readonly ServiceReport[]
  reviews: readonly ServiceReview[]
}>

/** A phase of the programme, and who signed it off. */
export type PhaseLine = Readonly<{ id: string; signedBy: string | undefined; signedOn: string | undefined }>

/** What documents that management signs are filled from, beside the registers. services: by the ids of their records. */
export type FrozenDocumented = Readonly<{
  currency?: string | undefined
  stage1On?: string | undefined
  certificateOn?: string | undefined
  /** Names of members by their e-mail addresses. */
  people: Readonly<Record<string, string>>
  phases: readonly PhaseLine[]
  roadmap?: Readonly<{ start: string; finish: string }> | undefined
  audits: readonly FrozenAudit[]
  findings: readonly Finding[]
  reviews: readonly ManagementReview[]
  actions: readonly ReviewAction[]
  services: Readonly<Record<string, ServiceMatter>>
}>
