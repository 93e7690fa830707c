import { tellProgramme } from '#assessment/programme-told-store.ts'
import type { Tx } from '#db/records.ts'
import { factsOfAudits } from './audit-facts.ts'
import { AuditReport } from './describe-audit.ts'
import { FindingState, Grade } from './finding.ts'

/** Tells the assessment what the signed audits say now; nothing while none is signed. Called after every change of one. */
export async function tellAudits(tx: Tx, organization: string, at: Date): Promise<void> {
  const signed = await tx.selectFrom('audit_signature').select(['audit_id', 'report', 'signed_at']).execute()
  const reports = signed.map(({ audit_id: audit, report, signed_at: signedAt }) => ({
    audit,
    report: AuditReport.parse(report),
    signedOn: signedAt.toISOString().slice(0, 10),
  }))
  const internal = reports.filter(({ report }) => report.kind === 'internal')
  if (internal.length === 0) return
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
  const facts = factsOfAudits(internal, findings)
  if (facts) await tellProgramme(tx, organization, 'internal_audit', facts, at)
}
