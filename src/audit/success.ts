import type { AuditReport } from './describe-audit.ts'

/** One audit in the two series, oldest first. */
export type AuditPoint = Readonly<{
  audit: string
  name: string
  on: string
  kind: 'internal' | 'external'
  /** 1 where no major was found, else 0, whatever the rate beside it is. */
  success: 0 | 1
  majors: number
  /** Requirements that are met, of those that apply and were looked at; undefined where no checklist was answered. */
  conformity: number | undefined
  met: number
  judged: number
}>

/** Both series over all audits, and what they come to: audits without a major of how many. */
export type SuccessSeries = Readonly<{ points: readonly AuditPoint[]; without: number; of: number }>

/** The success rate of audits as two series that are never mixed: audits without a major, and requirements that are met. */
export function measureSuccess(
  reports: readonly Readonly<{ audit: string; report: AuditReport; signedOn: string }>[],
): SuccessSeries {
  const points = reports
    .map(({ audit, report, signedOn }): AuditPoint => {
      const { met, improvable, unmet, conformity } = report.tally
      return {
        audit,
        name: report.name,
        on: report.heldOn ?? signedOn,
        kind: report.kind,
        success: report.grades.major === 0 ? 1 : 0,
        majors: report.grades.major,
        conformity,
        met: met + improvable,
        judged: met + improvable + unmet,
      }
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return { points, without: points.filter(({ success }) => success === 1).length, of: points.length }
}
