import { type Actor, may } from '#access/actor.ts'
import { readColleagues } from '#assessment/people-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { auditName } from './audit.ts'
import { readAudit } from './audit-store.ts'
import { type Finding, isOpen, overdueSince } from './finding.ts'
import { earliestEffectDay, lacksToClose, movesOf, whyNoEffectCheck } from './finding-move.ts'
import { listFindings, type Raising, raise, readFinding, readFindings } from './finding-store.ts'
import { worksOn } from './finding-work-store.ts'
import { findRecurrence } from './recurrence.ts'
import { freezeResults } from './result-store.ts'
import { isSigned } from './sign-store.ts'

/** The findings that the actor may see, each with how often it repeats earlier ones. */
export async function readFindingList(tx: Tx, actor: Actor, now: Date) {
  const on = now.toISOString().slice(0, 10)
  const all = await readFindings(tx)
  const seen = await listFindings(tx, actor)
  return {
    on,
    items: seen.map((finding) => ({
      finding,
      nextOn: nextDay(finding),
      overdueSince: overdueSince(finding, on),
      repeats: findRecurrence(finding, all).length,
    })),
    mayRaise: may(actor, 'hold audits') || may(actor, 'work on findings'),
  }
}

/** The next day by which something of a finding is due. */
export function nextDay(finding: Finding): string | undefined {
  if (!isOpen(finding)) return undefined
  if (finding.state === 'verifying') return finding.effectDueOn
  const open = finding.actions.filter(({ doneOn }) => doneOn === undefined).map(({ dueOn }) => dueOn)
  return [...open, finding.dueOn].filter((day): day is string => day !== undefined).toSorted()[0]
}

/** A finding with everything on its page, and what the actor may do with it. */
export async function readFindingPage(
  tx: Tx,
  actor: Actor,
  id: string,
  { library, now }: Readonly<{ library: Library; now: Date }>,
) {
  const on = now.toISOString().slice(0, 10)
  const finding = await readFinding(tx, actor, id)
  const audit = finding.audit === undefined ? undefined : await readAudit(tx, finding.audit)
  const mayVerify = may(actor, 'verify findings')
  const mayWork = worksOn(actor, finding)
  const known = new Map(library.catalogue.requirements.map((one) => [one.id, one]))
  return {
    finding,
    audit: audit && { id: audit.id, name: `${auditName(audit)} ${audit.title}` },
    requirementTexts: finding.requirements.map((requirement) => ({
      requirement,
      title: known.get(requirement)?.title ?? '',
      statement: known.get(requirement)?.statement ?? '',
    })),
    isTextFixed: finding.audit !== undefined && (await isSigned(tx, finding.audit)),
    nextOn: nextDay(finding),
    overdueSince: overdueSince(finding, on),
    earliestEffectOn: earliestEffectDay(finding, on),
    results: await freezeResults(tx, finding),
    moves: movesOf(finding).map((move) => ({
      to: move.to,
      name: move.name,
      asksReason: move.asksReason,
      isOwn: move.by === 'verifier' ? mayVerify : mayWork,
      lacks: move.needs(finding).map(({ says }) => says),
    })),
    lacksToClose: lacksToClose(finding).map(({ says }) => says),
    whyNoEffectCheck: finding.state === 'verifying' ? whyNoEffectCheck(finding, actor.id, on) : undefined,
    recurrence: findRecurrence(finding, await readFindings(tx)),
    people: mayWork
      ? [...(await readColleagues(tx)).values()].map(({ id: person, name }) => ({ id: person, name }))
      : [],
    mayWork,
    mayVerify,
  }
}

/** Raises a finding whose requirements, audit and check exist; one for an audit is raised by those who audit, before it is signed. */
export async function raiseFinding(
  tx: Tx,
  actor: Actor,
  raising: Raising,
  { library, now }: Readonly<{ library: Library; now: Date }>,
): Promise<Finding> {
  demandKnown(raising, library)
  if (raising.audit === undefined) {
    if (!may(actor, 'read audits'))
      throw new Refusal(
        'not-allowed',
        'Tell whoever follows findings up what you found: your role works on findings that exist.',
      )
    return raise(tx, actor, raising, now)
  }
  if (!may(actor, 'hold audits'))
    throw new Refusal('not-allowed', 'Findings of an audit are raised by those who audit.')
  const audit = await readAudit(tx, raising.audit)
  if (await isSigned(tx, audit.id))
    throw new Refusal(
      'conflict',
      'The report of this audit is signed: add to it, or raise the finding by hand.',
    )
  const source = audit.kind === 'internal' ? 'internal audit' : 'external audit'
  return raise(tx, actor, { ...raising, source, sourceName: `${auditName(audit)} ${audit.title}` }, now)
}

/** Refuses requirements and checks that do not exist. */
export function demandKnown(
  {
    requirements = [],
    check,
  }: Readonly<{ requirements?: readonly string[] | undefined; check?: string | null | undefined }>,
  { catalogue, questions }: Library,
): void {
  const strange = requirements.find((id) => !catalogue.requirements.some((one) => one.id === id))
  if (strange !== undefined) throw new Refusal('invalid', `There is no requirement ${strange}.`)
  if (check && !questions.checks.some(({ id }) => id === check))
    throw new Refusal('invalid', `There is no check ${check}.`)
}
