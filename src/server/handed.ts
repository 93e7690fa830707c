import type { ToldFacts } from '#assessment/told-facts-store.ts'
import { type Audit, auditName } from '#audit/audit.ts'
import { readAuditFacts } from '#audit/audit-facts-store.ts'
import { listAudits } from '#audit/audit-store.ts'
import { type Finding, isNonconformity, isOpen, overdueSince } from '#audit/finding.ts'
import { readFindings } from '#audit/finding-store.ts'
import { type KeptProof, openImprovement } from '#content/improvement.ts'
import type { Tx } from '#db/records.ts'
import type { CalendarEntry } from '#improvement/calendar.ts'
import { daysAfter } from '#improvement/days.ts'
import type { Proof } from '#improvement/duty.ts'
import { readGateFacts } from '#improvement/gate-facts-store.ts'
import type { Handed } from '#improvement/matter-store.ts'
import type { Fact } from '#improvement/review-facts.ts'
import { type KeptDecision, readDecisions, readSignals } from '#monitoring/signal-store.ts'
import { type IssueHead, listIssues } from '#service-level/issue-store.ts'
import { listReviews as listServiceReviews, type ServiceReview } from '#service-level/review-store.ts'

/** What the chapters beside improvement hand in to reviews, duties and the calendar: plain values of monitoring and audits. */
export async function readHanded(
  tx: Tx,
  { now }: Readonly<{ organization: string; now: Date }>,
): Promise<Handed> {
  const on = now.toISOString().slice(0, 10)
  const audits = (await listAudits(tx)).filter(({ state }) => state !== 'cancelled')
  const findings = await readFindings(tx)
  const decisions = await readDecisions(tx)
  const internal_audit = await readAuditFacts(tx)
  return {
    facts: [
      ...(audits.length + findings.length === 0 ? [] : factsOf(audits, findings, on)),
      ...(await signalFacts(tx, decisions)),
    ],
    proofs: new Map<KeptProof, readonly Proof[]>([
      ['service level review', (await listServiceReviews(tx)).map(proofOfServiceReview)],
      ['service report', (await listIssues(tx)).map(proofOfIssue)],
      [
        'process review',
        decisions.map(
          ({ kpi, decidedOn }): Proof => ({
            on: decidedOn,
            title: kpi,
            where: { page: 'monitoring', id: kpi },
          }),
        ),
      ],
      [
        'audit',
        audits.flatMap(({ id, heldOn, title, number, kind }): Proof[] =>
          heldOn === undefined || kind !== 'internal'
            ? []
            : [
                {
                  on: heldOn,
                  title: `${auditName({ number })} ${title}`,
                  where: { page: 'audits', id },
                },
              ],
        ),
      ],
    ]),
    entries: [...audits.map(entryOf), ...findings.flatMap((one) => entryOfFinding(one))],
    programme: internal_audit ? { internal_audit } : {},
  }
}

function proofOfServiceReview({ service, customer, heldOn }: ServiceReview): Proof {
  return {
    on: heldOn,
    title: [service, customer].filter(Boolean).join(', '),
    where: { page: 'serviceLevels' },
  }
}

function proofOfIssue({ id, period, issuedAt }: IssueHead): Proof {
  return { on: issuedAt.slice(0, 10), title: period, where: { page: 'serviceReports', id } }
}

/** Signals that nobody decided about yet; nothing where monitoring never signalled. */
async function signalFacts(
  tx: Tx,
  decisions: readonly KeptDecision[],
): Promise<readonly (readonly [string, Fact])[]> {
  const signals = await readSignals(tx)
  if (signals.length === 0) return []
  const decided = new Set(decisions.map(({ signal }) => signal))
  const open = signals.filter(({ id }) => !decided.has(id))
  return [['signals.open', { value: open.length, n: signals.length, where: { page: 'monitoring' } }]]
}

const year = 365

function factsOf(
  audits: readonly Audit[],
  findings: readonly Finding[],
  on: string,
): readonly (readonly [string, Fact])[] {
  const held = audits.filter(
    ({ heldOn }) => heldOn !== undefined && heldOn > daysAfter(on, -year) && heldOn <= on,
  )
  const found = findings.filter(({ audit }) => held.some(({ id }) => id === audit))
  const open = findings.filter((one) => isOpen(one) && isNonconformity(one))
  const count = (grade: Finding['grade']) => found.filter((one) => one.grade === grade).length
  const overdue = open.filter((one) => overdueSince(one, on) !== undefined).length
  return [
    ['audits.held', { value: held.length, where: { page: 'audits' } }],
    ['audits.majors', { value: count('major'), n: found.length, where: { page: 'findings' } }],
    ['audits.minors', { value: count('minor'), n: found.length, where: { page: 'findings' } }],
    ['findings.open', { value: open.length, n: findings.length, where: { page: 'findings' } }],
    ['findings.overdue', { value: overdue, n: open.length, where: { page: 'findings' } }],
  ]
}

function entryOf({ id, number, title, plannedOn, heldOn, lead }: Audit): CalendarEntry {
  return {
    id: `audit ${id}`,
    kind: 'audit',
    step: 'check',
    title: `${auditName({ number })} ${title}`,
    on: heldOn ?? plannedOn,
    owner: lead?.name,
    isDone: heldOn !== undefined,
    where: { page: 'audits', id },
  }
}

function entryOfFinding({ id, title, dueOn, owner, state }: Finding): readonly CalendarEntry[] {
  if (dueOn === undefined) return []
  return [
    {
      id: `finding ${id}`,
      kind: 'action',
      step: 'act',
      title,
      on: dueOn,
      owner: owner?.name,
      isDone: !isOpen({ state }),
      where: { page: 'findings', id },
    },
  ]
}

/** Tells the assessment what the chapters after it know: audits, reviews, training, roles and recurring duties. */
export function toldBy(content: string): ToldFacts {
  return async (tx, asking) =>
    readGateFacts(tx, {
      ...asking,
      handed: await readHanded(tx, asking),
      content: openImprovement(content),
    })
}
