import type { Audit } from '#audit/audit.ts'
import type { readAuditPage } from '#audit/audit-page-store.ts'
import type { Finding } from '#audit/finding.ts'
import type { Brand } from '#base/brand.ts'
import type { Clause, Requirement } from '#content/requirement.ts'
import type { ManagementReview, ReviewAction } from '#improvement/management-review.ts'
import type { Coverage } from '#registers/document-coverage.ts'
import type { Record as KeptRecord } from '#registers/record.ts'
import type { LevelMonth } from '#service-level/level-months.ts'
import type { ServiceReport } from '#service-level/report.ts'
import type { ServiceReview } from '#service-level/review-store.ts'
import type { SupportChain } from '#service-level/support.ts'

/** One audit with everything on its page. */
export type AuditPage = Awaited<ReturnType<typeof readAuditPage>>

/** What service levels know of one service. */
export type ServiceMatter = Readonly<{
  months: readonly LevelMonth[]
  chain: SupportChain
  reports: readonly ServiceReport[]
  reviews: readonly ServiceReview[]
}>

/** A phase of the programme, and who signed it off. */
export type PhaseLine = Readonly<{ id: string; signedBy: string | undefined; signedOn: string | undefined }>

/** What a document is about where it is not about the whole organization: the record, and what it is called. */
export type Subject = Readonly<{ id: string; name: string }>

/** Everything that the documents are filled from, read in one transaction. What an organization does not have is empty. */
export type DocumentedMatter = Readonly<{
  organization: string
  /** The day on the documents. */
  madeOn: string
  /** Version of the content pack. */
  version: string
  brand?: Brand | undefined
  currency?: string | undefined
  stage1On?: string | undefined
  certificateOn?: string | undefined
  clauses: readonly Clause[]
  requirements: readonly Requirement[]
  registers: ReadonlyMap<string, readonly KeptRecord[]>
  /** Names of members by their e-mail addresses. */
  people: ReadonlyMap<string, string>
  phases: readonly PhaseLine[]
  roadmap?: Readonly<{ start: string; finish: string }> | undefined
  coverage: readonly Coverage[]
  audits: readonly Audit[]
  findings: readonly Finding[]
  reviews: readonly ManagementReview[]
  actions: readonly ReviewAction[]
  /** The subject of this document, by what it is about. */
  subject: Subject | undefined
  service?: ServiceMatter | undefined
  audit?: AuditPage | undefined
  review?: ManagementReview | undefined
}>

/** The records of a register that still need attention; those that ended are left out. */
export function liveRecords(
  { registers }: Pick<DocumentedMatter, 'registers'>,
  register: string,
  ended: readonly string[],
): readonly KeptRecord[] {
  return (registers.get(register) ?? []).filter(({ state }) => !ended.includes(state))
}
