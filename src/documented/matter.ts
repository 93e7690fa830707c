import type { Audit } from '#audit/audit.ts'
import type { Finding } from '#audit/finding.ts'
import type { Brand } from '#base/brand.ts'
import type { Clause, Requirement } from '#content/requirement.ts'
import type { FrozenAudit, PhaseLine, ServiceMatter } from '#deliver/documented-matter.ts'
import type { FrozenRecord, SnapshotName } from '#deliver/snapshot-matter.ts'
import type { ManagementReview, ReviewAction } from '#improvement/management-review.ts'
import type { Coverage } from '#registers/document-coverage.ts'

/** What a document is about where it is not about the whole organization: the record, and what it is called. */
export type Subject = Readonly<{ id: string; name: string }>

/** Everything that one document is filled from. What an organization does not have is empty. */
export type DocumentedMatter = Readonly<{
  organization: string
  /** The day on the documents. */
  madeOn: string
  /** Version of the content pack. */
  version: string
  /** The snapshot that it is filled from; undefined where it only is looked at what is missing. */
  snapshot?: SnapshotName | undefined
  brand?: Brand | undefined
  currency?: string | undefined
  stage1On?: string | undefined
  certificateOn?: string | undefined
  clauses: readonly Clause[]
  requirements: readonly Requirement[]
  registers: ReadonlyMap<string, readonly FrozenRecord[]>
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
  audit?: FrozenAudit | undefined
  review?: ManagementReview | undefined
}>

/** The records of a register that still need attention; those that ended are left out. */
export function liveRecords(
  { registers }: Pick<DocumentedMatter, 'registers'>,
  register: string,
  ended: readonly string[],
): readonly FrozenRecord[] {
  return (registers.get(register) ?? []).filter(({ state }) => !ended.includes(state))
}
