import { type Actor, may } from '#access/actor.ts'
import { openState, type Wanted } from '#assessment/state-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { ProcessModel } from '#content/process.ts'
import { clauseOf } from '#content/requirement.ts'
import type { Tx } from '#db/records.ts'
import { type Audit, auditMoves, auditorsOf, isInScope, isReported, lacksOfPlan } from './audit.ts'
import { listAudits, readAudit, writeAudit } from './audit-store.ts'
import { readAuditors, readTies } from './auditor-store.ts'
import { readChecklist, samplesOf } from './checklist-store.ts'
import { type Area, coverAreas, yearsOfCycle } from './coverage.ts'
import { type AuditReport, describeAudit, lacksOfReport, sealOf } from './describe-audit.ts'
import { isNonconformity } from './finding.ts'
import { readFindings } from './finding-store.ts'
import { findOwnWork } from './impartial.ts'
import { type AreaFacts, proposeProgramme } from './programme-proposal.ts'
import { keepSignature, type Proof, readAddenda, readSignature, readSignatures } from './sign-store.ts'
import { measureSuccess } from './success.ts'

/** Whose audits are read, with which content, and when. */
export type Asking = Readonly<{
  organization: string
  library: Library
  models: readonly ProcessModel[]
  now: Date
}>

/** The parts of the standard that are audited as one: the groups of its catalogue. */
export function areasOf({ catalogue }: Library): readonly Area[] {
  return catalogue.standard.groups.map(({ file: id, title, clauses }) => ({ id, title, clauses }))
}

/** The programme: audits, coverage of the cycle, the two series, and who could audit. */
export async function readProgrammePage(tx: Tx, actor: Actor, { organization, library, now }: Asking) {
  const on = now.toISOString().slice(0, 10)
  const audits = await listAudits(tx)
  const findings = await readFindings(tx)
  const signatures = await readSignatures(tx)
  return {
    on,
    audits: audits.map((audit) => ({
      audit,
      findings: findings.filter((finding) => finding.audit === audit.id),
      signedAt: signatures.get(audit.id)?.signedAt,
    })),
    coverage: coverAreas(areasOf(library), audits, yearsOfCycle(audits, on)),
    success: measureSuccess(
      [...signatures.values()].map(({ audit, report, signedAt }) => ({
        audit,
        report,
        signedOn: signedAt.slice(0, 10),
      })),
    ),
    auditors: may(actor, 'read audits') ? await readAuditors(tx, organization, on) : [],
  }
}

/** The programme that is proposed from importance, risk and earlier results. */
export async function readProposal(tx: Tx, { library, ...wanted }: Wanted & Readonly<{ library: Library }>) {
  const state = await openState(tx, library, wanted)
  const { now } = wanted
  const audits = await listAudits(tx)
  const findings = await readFindings(tx)
  const on = now.toISOString().slice(0, 10)
  const since = `${Number(on.slice(0, 4)) - 3}${on.slice(4)}`
  const { areas: covered } = coverAreas(areasOf(library), audits, yearsOfCycle(audits, on))
  const facts = covered.map(({ area, lastHeldOn }): AreaFacts => {
    const inArea = (id: string) => isInScope(id, area.clauses)
    const requirements = library.catalogue.requirements.filter(({ id }) => inArea(id))
    const gaps = state.assessment.gaps.filter(({ requirement }) => inArea(requirement))
    const found = findings.filter(
      (one) => isNonconformity(one) && one.raisedAt.slice(0, 10) >= since && one.requirements.some(inArea),
    )
    return {
      area,
      requirements: requirements.length,
      high: requirements.filter(({ criticality }) => criticality === 'high').length,
      majorGaps: gaps.filter(({ severity }) => severity === 'major').length,
      otherGaps: gaps.filter(({ severity }) => severity !== 'major').length,
      failingChecks: [...state.results.values()].filter(
        ({ verdict, purpose, decides }) =>
          verdict === 'fail' &&
          purpose === 'conformity' &&
          decides.some(({ requirement }) => inArea(requirement)),
      ).length,
      majorFindings: found.filter(({ grade }) => grade === 'major').length,
      minorFindings: found.filter(({ grade }) => grade === 'minor').length,
      lastHeldOn,
    }
  })
  const { stage2On } = state.organization.settings
  return proposeProgramme(facts, { on, stage2On: typeof stage2On === 'string' ? stage2On : undefined })
}

/** One audit with everything on its page. Whoever audits from outside sees what is reported. */
export async function readAuditPage(tx: Tx, actor: Actor, id: string, asking: Asking) {
  const whole = await readWholeAudit(tx, id, asking)
  if (may(actor, 'read audits')) return whole
  const isShown = whole.signature !== undefined
  return {
    ...whole,
    lines: [],
    findings: isShown ? whole.findings : [],
    samples: isShown ? whole.samples : [],
    candidates: [],
  }
}

/** One audit with everything that is known of it, for whoever may read audits. */
export async function readWholeAudit(tx: Tx, id: string, asking: Asking) {
  const { organization, library, models, now } = asking
  const audit = await readAudit(tx, id)
  const signature = await readSignature(tx, id)
  const ties = await readTies(tx, organization, { catalogue: library.catalogue, models })
  const auditors = await readAuditors(tx, organization, now.toISOString().slice(0, 10))
  const matter = await readMatter(tx, audit, asking, ties)
  const report = describeAudit(matter)
  return {
    audit,
    lines: matter.lines,
    findings: matter.findings,
    samples: matter.samples,
    auditors: auditorsOf(audit).map(({ id: person, name }) => ({
      id: person,
      name,
      ownWork: findOwnWork(person, audit.clauses, ties),
      qualified: auditors.find((one) => one.id === person)?.qualified ?? { by: 'nothing' as const },
    })),
    candidates: auditors.map((one) => ({
      ...one,
      ownWork: findOwnWork(one.id, audit.clauses, ties),
    })),
    moves: auditMoves(audit.state),
    lacks: audit.state === 'programmed' || audit.state === 'planned' ? lacksOfPlan(audit) : [],
    lacksOfReport: lacksOfReport(matter),
    report: signature?.report ?? report,
    seal: signature?.seal ?? sealOf(report),
    signature,
    addenda: await readAddenda(tx, id),
  }
}

async function readMatter(
  tx: Tx,
  audit: Audit,
  { library }: Asking,
  ties: Awaited<ReturnType<typeof readTies>>,
) {
  const { requirements } = library.catalogue
  const order = new Map(requirements.map(({ id }, at) => [id, at]))
  const findings = (await readFindings(tx)).filter((finding) => finding.audit === audit.id)
  const areas = new Map(
    areasOf(library).map(({ id, clauses }) => [
      id,
      [...new Set(requirements.filter((one) => isInScope(one.id, clauses)).map(clauseOf))],
    ]),
  )
  return {
    audit,
    lines: await readChecklist(tx, audit.id, order),
    findings,
    samples: await samplesOf(tx, audit.id),
    ties,
    areas,
  }
}

/** Signs the report of an audit with its conclusion, as its lead. From then on nothing of it changes. */
export async function signAudit(
  tx: Tx,
  actor: Actor,
  id: string,
  signing: Readonly<{ conclusion: string; seal: string; provedBy: Proof; at: Date }>,
  asking: Asking,
): Promise<AuditReport> {
  const audit = await readAudit(tx, id)
  if (isReported(audit)) throw new Refusal('conflict', 'The report of this audit is signed already.')
  if (audit.state !== 'drafted')
    throw new Refusal(
      'conflict',
      'The report is signed once the findings are drafted. Move the audit on first.',
    )
  if (audit.lead?.id !== actor.id)
    throw new Refusal(
      'not-allowed',
      `The report is signed by the lead of the audit, ${audit.lead?.name ?? 'who is not named yet'}.`,
    )
  const ties = await readTies(tx, asking.organization, {
    catalogue: asking.library.catalogue,
    models: asking.models,
  })
  const matter = await readMatter(tx, audit, asking, ties)
  const lacks = lacksOfReport(matter)
  if (lacks.length > 0) throw new Refusal('conflict', `The report lacks ${lacks.join('; ')}.`)
  const report = describeAudit(matter)
  if (sealOf(report) !== signing.seal)
    throw new Refusal(
      'conflict',
      'The report has changed since you opened the page. Read it as it is now, then sign.',
    )
  await keepSignature(tx, actor, { audit: id, report, ...signing })
  await writeAudit(tx, actor, audit, { state: 'reported' }, { action: 'report', version: undefined })
  return report
}
