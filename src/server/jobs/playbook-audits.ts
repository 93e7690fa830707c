import { type Audit, auditName, auditorsOf } from '#audit/audit.ts'
import { listAudits } from '#audit/audit-store.ts'
import { type Finding, findingName, isOpen } from '#audit/finding.ts'
import { readFindings } from '#audit/finding-store.ts'
import type { ActionGroup, OpenAction, ProgrammeAudit } from '#deliver/playbook.ts'
import type { Tx } from '../workshop.ts'

/** The audits of the programme in the order of their days; undefined while there is none. */
export async function programmeAudits(tx: Tx): Promise<readonly ProgrammeAudit[] | undefined> {
  const audits = await listAudits(tx)
  return audits.length === 0 ? undefined : audits.toReversed().map(auditOf)
}

function auditOf(audit: Audit): ProgrammeAudit {
  const { title, heldOn, plannedOn, state } = audit
  return {
    key: auditName(audit),
    title,
    on: heldOn ?? plannedOn,
    auditors: auditorsOf(audit)
      .map(({ name }) => name)
      .join(', '),
    state: state.replaceAll('_', ' '),
  }
}

/** Findings, and what is to be done about each; whoever may make or read documents may read all of them. */
export async function findingActions(tx: Tx): Promise<readonly ActionGroup[]> {
  const findings = (await readFindings(tx)).toReversed()
  const none = findings.length === 0
  return [
    { title: 'Findings', items: none ? undefined : findings.map(findingOf) },
    { title: 'Corrective actions', items: none ? undefined : findings.flatMap(actionsOf) },
  ]
}

function findingOf(finding: Finding): OpenAction {
  const { title, grade, owner, dueOn, state } = finding
  return {
    key: findingName(finding),
    title: `${title} (${grade})`,
    owner: owner?.name ?? '',
    due: dueOn,
    state: state.replaceAll('_', ' '),
    isOpen: isOpen(finding),
  }
}

function actionsOf(finding: Finding): readonly OpenAction[] {
  return finding.actions.map(({ says, owner, dueOn, doneOn }) => ({
    key: findingName(finding),
    title: says,
    owner: owner.name,
    due: dueOn,
    state: doneOn ? `done on ${doneOn}` : 'to be done',
    isOpen: doneOn === undefined && isOpen(finding),
  }))
}
