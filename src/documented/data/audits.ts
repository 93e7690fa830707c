import { type Audit, auditName, auditorsOf, isInScope } from '#audit/audit.ts'
import { type Finding, findingName, isOpen } from '#audit/finding.ts'
import { lastEffect } from '#audit/finding-move.ts'
import { clauseOf } from '#content/requirement.ts'
import type { FrozenAudit } from '#deliver/documented-matter.ts'
import { type Cell, type Data, dayOf, type Row, textOf, valuesOf, wordOf } from '../cell.ts'
import type { DocumentedMatter } from '../matter.ts'

/** What plan and report of an audit are filled from: the programme, the audit, its checklist, findings and corrections. */
export function auditData(matter: DocumentedMatter): Partial<Data> {
  const { audit, audits, findings } = matter
  const open = findings.filter(isOpen)
  return {
    tables: new Map<string, readonly Row[]>([
      ['audits', audits.map(auditRow)],
      ['findings-open', open.map(findingRow)],
      ['audit-areas', audit ? areasOf(matter, audit) : []],
      ['audit-auditors', audit ? auditorRows(audit) : []],
      ['audit-earlier', audit ? earlierOf(findings, audit.audit).map(findingRow) : []],
      ['audit-unmet', audit ? audit.report.unmet.map((one) => ({ ...one, notes: textOf(one.notes) })) : []],
      ['audit-findings', audit ? audit.findings.map(findingRow) : []],
      ['audit-actions', audit ? audit.findings.flatMap(actionRows) : []],
      ['audit-samples', audit ? audit.samples.map(sampleRow) : []],
      ['audit-addenda', (audit?.addenda ?? []).map(addendumRow)],
    ]),
    values: new Map<string, Cell | undefined>([
      ['signer', audit?.signature?.signedBy],
      ['signed', dayOf(audit?.signature?.signedAt)],
      ...valuesOf('audit', audit && auditRow(audit.audit)),
      ...valuesOf('report', audit && reportRow(audit)),
    ]),
  }
}

function auditRow(audit: Audit): Row {
  const team = auditorsOf(audit).filter(({ id }) => id !== audit.lead?.id)
  return {
    number: auditName(audit),
    title: audit.title,
    kind: wordOf(`audit ${audit.kind}`),
    state: wordOf(audit.state),
    clauses: audit.clauses.join(', ') || undefined,
    because: textOf(audit.because),
    planned_on: dayOf(audit.plannedOn),
    held_on: dayOf(audit.heldOn),
    criteria: textOf(audit.criteria),
    method: textOf(audit.method),
    lead: audit.lead?.name,
    team: team.map(({ name }) => name).join(', ') || undefined,
  }
}

/** The counts of a report, its conclusion and its signature. */
function reportRow({ report, signature }: FrozenAudit): Row {
  const { tally, grades } = report
  return {
    lines: tally.lines,
    answered: tally.answered,
    met: tally.met,
    improvable: tally.improvable,
    unmet: tally.unmet,
    not_applicable: tally.notApplicable,
    conformity: tally.conformity === undefined ? undefined : { share: tally.conformity },
    impartial: report.impartial,
    major: grades.major,
    minor: grades.minor,
    opportunity: grades.opportunity,
    good_practice: grades.goodPractice,
    conclusion: textOf(signature?.conclusion),
    signed_by: signature?.signedBy,
    signed_on: dayOf(signature?.signedAt),
    seal: signature?.seal,
  }
}

/** The clauses of the scope: how many requirements each has, and how they were answered where the checklist is made. */
function areasOf({ requirements, clauses }: DocumentedMatter, { audit, lines }: FrozenAudit): readonly Row[] {
  const titles = new Map(clauses.map(({ id, title }) => [id, title]))
  const asked = requirements.filter(
    ({ id, derived_from: from }) => from === undefined && isInScope(id, audit.clauses),
  )
  return [...Map.groupBy(asked, clauseOf)].map(([clause, own]) => {
    const ids = new Set(own.map(({ id }) => id))
    const answers = lines.filter(({ requirement }) => ids.has(requirement))
    const counted = (answer: string) => answers.filter((line) => line.answer === answer).length
    return {
      clause,
      about: titles.get(clause),
      requirements: own.length,
      answered: answers.filter(({ answer }) => answer !== undefined).length,
      met: counted('met') + counted('could be better'),
      unmet: counted('not met'),
    }
  })
}

function auditorRows({ auditors, audit }: FrozenAudit): readonly Row[] {
  return auditors.map(({ id, name, qualified, ownWork }) => ({
    name,
    role: wordOf(id === audit.lead?.id ? 'lead auditor' : 'auditor'),
    competence: competenceOf(qualified),
    own_work: wordOf(ownWork.length === 0 ? 'none in scope' : 'own work in scope'),
  }))
}

function competenceOf(qualified: FrozenAudit['auditors'][number]['qualified']): Row[string] {
  if (qualified.by === 'course')
    return { phrase: [{ word: 'course passed until' }, { day: qualified.until }] }
  return qualified.by === 'record' ? qualified.what : undefined
}

/** What other audits and checks found about the clauses of this one. */
function earlierOf(findings: readonly Finding[], audit: Audit): readonly Finding[] {
  return findings.filter(
    (one) => one.audit !== audit.id && one.requirements.some((id) => isInScope(id, audit.clauses)),
  )
}

function findingRow(finding: Finding): Row {
  return {
    number: findingName(finding),
    grade: wordOf(`grade ${finding.grade}`),
    title: finding.title,
    requirements: finding.requirements.join(', ') || undefined,
    evidence: textOf(finding.evidence),
    missing: textOf(finding.missing),
    extent: textOf(finding.extent),
    grade_reason: textOf(finding.gradeReason),
    state: wordOf(`finding ${finding.state}`),
    owner: finding.owner?.name,
    due_on: dayOf(finding.dueOn),
  }
}

/** What is done about a finding, one action a line; a finding without any says so by its first line. */
function actionRows(finding: Finding): readonly Row[] {
  const effect = lastEffect(finding)
  const about: Row = {
    number: findingName(finding),
    correction: textOf(finding.correction),
    cause: textOf(finding.rootCause),
    effect: effect && wordOf(effect.isEffective ? 'effective' : 'not effective'),
  }
  if (finding.actions.length === 0) return finding.grade === 'good practice' ? [] : [about]
  return finding.actions.map(({ says, owner, dueOn, doneOn }, at) => ({
    ...(at === 0 ? about : { number: about.number }),
    says,
    owner: owner.name,
    due_on: dayOf(dueOn),
    done_on: dayOf(doneOn),
  }))
}

function sampleRow({ name, size, seed, sha256 }: FrozenAudit['samples'][number]): Row {
  return { name, size, seed: seed === undefined ? undefined : String(seed), sha256: sha256.slice(0, 16) }
}

function addendumRow({ says, addedBy, addedAt }: FrozenAudit['addenda'][number]): Row {
  return { day: dayOf(addedAt), says, by: addedBy }
}
