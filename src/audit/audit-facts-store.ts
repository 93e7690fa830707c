import type { Programme } from '#assessment/programme.ts'
import type { Tx } from '#db/records.ts'
import { factsOfAudits } from './audit-facts.ts'
import { AuditReport } from './describe-audit.ts'
import { FindingState, Grade } from './finding.ts'

/** What the signed internal audits tell the assessment (gates G8 and G10); nothing while none is signed. */
export async function readAuditFacts(tx: Tx): Promise<Programme['internal_audit']> {
  const signed = await tx.selectFrom('audit_signature').select(['audit_id', 'report', 'signed_at']).execute()
  const reports = signed.map(({ audit_id: audit, report, signed_at: signedAt }) => ({
    audit,
    report: AuditReport.parse(report),
    signedOn: signedAt.toISOString().slice(0, 10),
  }))
  const internal = reports.filter(({ report }) => report.kind === 'internal')
  if (internal.length === 0) return undefined
  const rows = await tx
    .selectFrom('finding')
    .select(['audit_id', 'grade', 'state', 'requirements', 'reopened'])
    .where('audit_id', 'is not', null)
    .orderBy('number')
    .execute()
  const findings = rows.map(({ audit_id: audit, grade, state, requirements, reopened }) => ({
    audit: audit ?? undefined,
    grade: Grade.parse(grade),
    state: FindingState.parse(state),
    requirements,
    reopened,
  }))
  return factsOfAudits(internal, findings)
}
