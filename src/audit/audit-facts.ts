import type { Programme } from '#assessment/programme.ts'
import type { AuditReport } from './describe-audit.ts'
import { type Finding, isNonconformity } from './finding.ts'

/** A signed report of an internal audit, with the day of its signature. */
export type Reported = Readonly<{ audit: string; report: AuditReport; signedOn: string }>

/**
 * What the signed audits say about the programme (gates G8 and G10). Of each part of the standard the latest audit counts.
 * The scope is full since the day on which the oldest of these was held: so it runs out when that part was not audited again.
 */
export function factsOfAudits(
  reports: readonly Reported[],
  findings: readonly Pick<Finding, 'audit' | 'grade' | 'state' | 'requirements' | 'reopened'>[],
): Programme['internal_audit'] {
  const newestFirst = reports.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  const [newest] = newestFirst
  if (!newest) return undefined
  const latest = newest.report.areasOfStandard.map((area) =>
    newestFirst.find(({ report }) => report.areas.includes(area)),
  )
  const counted = [...new Set(latest.filter((one): one is Reported => one !== undefined))]
  const fullScope = latest.length > 0 && latest.every((one) => one !== undefined)
  const known = new Set((counted.length > 0 ? counted : [newest]).map(({ audit }) => audit))
  const found = findings.filter(
    (one) =>
      one.audit !== undefined && known.has(one.audit) && isNonconformity(one) && one.state !== 'rejected',
  )
  const majors = found.filter(({ grade }) => grade === 'major')
  return {
    done: true,
    done_on: fullScope ? counted.map(dayOf).toSorted()[0] : dayOf(newest),
    full_scope: fullScope,
    impartial: (counted.length > 0 ? counted : [newest]).every(({ report }) => report.impartial),
    reported_on: newestFirst
      .map(({ signedOn }) => signedOn)
      .toSorted()
      .at(-1),
    major: majors.length,
    minor: found.length - majors.length,
    actions_planned: found.every(isPlanned),
    majors_verified: majors.every(({ state }) => state === 'closed'),
    requirements: [...new Set(found.flatMap(({ requirements }) => requirements))].sort(),
  }
}

function dayOf({ report, signedOn }: Reported): string {
  return report.heldOn ?? signedOn
}

/** An action is planned, or it is past that. */
function isPlanned({ state }: Pick<Finding, 'state'>): boolean {
  return !['raised', 'contained', 'analysing'].includes(state)
}
