import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import { type Audit, auditName, auditorsOf, isInScope } from './audit.ts'
import { type ChecklistLine, tally } from './checklist.ts'
import { type Finding, findingName, Grade } from './finding.ts'
import { findOwnWork, type Tie } from './impartial.ts'

const count = z.number().int()

/** The report of an audit as one value: what a page shows, a document prints, and a signature seals. */
export const AuditReport = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['internal', 'external']),
  clauses: z.array(z.string()),
  /** The parts of the standard that the scope covers whole, and all parts that there are. */
  areas: z.array(z.string()),
  areasOfStandard: z.array(z.string()),
  criteria: z.string(),
  method: z.string(),
  heldOn: z.string().optional(),
  lead: z.string().optional(),
  auditors: z.array(z.string()),
  /** Whether nobody audited the own work, as it stood when the report was made. */
  impartial: z.boolean(),
  tally: z.object({
    lines: count,
    answered: count,
    met: count,
    improvable: count,
    unmet: count,
    notApplicable: count,
    conformity: z.number().optional(),
  }),
  unmet: z.array(z.object({ requirement: z.string(), title: z.string(), notes: z.string() })),
  grades: z.object({ major: count, minor: count, opportunity: count, goodPractice: count }),
  findings: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      grade: Grade,
      title: z.string(),
      requirements: z.array(z.string()),
      evidence: z.string(),
      missing: z.string(),
      gradeReason: z.string(),
      extent: z.string(),
    }),
  ),
  samples: z.array(
    z.object({ name: z.string(), size: count, seed: z.number().optional(), sha256: z.string() }),
  ),
})
export type AuditReport = Readonly<z.infer<typeof AuditReport>>

/** What a report is made of. */
export type AuditMatter = Readonly<{
  audit: Audit
  lines: readonly ChecklistLine[]
  findings: readonly Finding[]
  samples: readonly Readonly<{ name: string; size: number; seed: number | undefined; sha256: string }>[]
  ties: readonly Tie[]
  /** The numbers of the clauses that requirements belong to, by the part of the standard that they lie in. */
  areas: ReadonlyMap<string, readonly string[]>
}>

/** Describes an audit as it stands; nothing in it depends on who asks, or when. */
export function describeAudit({ audit, lines, findings, samples, ties, areas }: AuditMatter): AuditReport {
  const auditors = auditorsOf(audit)
  const { conformity, ...counts } = tally(lines)
  const graded = (grade: Grade) => findings.filter((finding) => finding.grade === grade).length
  return {
    name: auditName(audit),
    title: audit.title,
    kind: audit.kind,
    clauses: [...audit.clauses],
    areas: [...areas].flatMap(([area, clauses]) =>
      clauses.every((one) => isInScope(one, audit.clauses)) ? [area] : [],
    ),
    areasOfStandard: [...areas.keys()],
    criteria: audit.criteria,
    method: audit.method,
    ...(audit.heldOn === undefined ? {} : { heldOn: audit.heldOn }),
    ...(audit.lead ? { lead: audit.lead.name } : {}),
    auditors: auditors.map(({ name }) => name),
    impartial:
      audit.kind === 'external' ||
      auditors.every(({ id }) => findOwnWork(id, audit.clauses, ties).length === 0),
    tally: { ...counts, ...(conformity === undefined ? {} : { conformity }) },
    unmet: lines
      .filter(({ answer }) => answer === 'not met')
      .map(({ requirement, asks, notes }) => ({ requirement, title: asks.title, notes })),
    grades: {
      major: graded('major'),
      minor: graded('minor'),
      opportunity: graded('opportunity'),
      goodPractice: graded('good practice'),
    },
    findings: findings
      .toSorted((a, b) => a.number - b.number)
      .map((finding) => ({
        id: finding.id,
        name: findingName(finding),
        grade: finding.grade,
        title: finding.title,
        requirements: [...finding.requirements],
        evidence: finding.evidence,
        missing: finding.missing,
        gradeReason: finding.gradeReason,
        extent: finding.extent,
      })),
    samples: samples.map(({ name, size, seed, sha256 }) => ({
      name,
      size,
      sha256,
      ...(seed === undefined ? {} : { seed }),
    })),
  }
}

/** SHA-256 over a report: the same seal, the same report. */
export function sealOf(report: AuditReport): string {
  return createHash('sha256').update(canonical(report)).digest('hex')
}

/** What stands against signing: lines without an answer, lines that are not met and have no finding, findings without their parts. */
export function lacksOfReport({
  lines,
  findings,
}: Pick<AuditMatter, 'lines' | 'findings'>): readonly string[] {
  const open = lines.filter(({ answer }) => answer === undefined).map(({ requirement }) => requirement)
  const named = new Set(findings.flatMap(({ requirements }) => requirements))
  const unnamed = lines
    .filter(({ answer, requirement }) => answer === 'not met' && !named.has(requirement))
    .map(({ requirement }) => requirement)
  const incomplete = findings.flatMap((finding) => {
    const lacks = lacksOfText(finding)
    return lacks.length === 0 ? [] : [`${findingName(finding)}: ${lacks.join(', ')}`]
  })
  return [
    ...(open.length > 0 ? [`an answer to ${shorten(open)}`] : []),
    ...(unnamed.length > 0 ? [`a finding for ${shorten(unnamed)}, which is not met`] : []),
    ...incomplete,
  ]
}

/** The parts that the text of a finding has to have: requirement, evidence, what is missing, grade with its reason, extent. */
export function lacksOfText(
  finding: Pick<Finding, 'grade' | 'requirements' | 'evidence' | 'missing' | 'gradeReason' | 'extent'>,
): readonly string[] {
  const isNonconformity = finding.grade === 'major' || finding.grade === 'minor'
  return [
    ...(finding.requirements.length > 0 ? [] : ['requirement']),
    ...(finding.evidence.trim() ? [] : ['evidence']),
    ...(isNonconformity && !finding.missing.trim() ? ['what is missing'] : []),
    ...(isNonconformity && !finding.gradeReason.trim() ? ['reason of the grade'] : []),
    ...(isNonconformity && !finding.extent.trim() ? ['extent'] : []),
  ]
}

function shorten(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ')
}
