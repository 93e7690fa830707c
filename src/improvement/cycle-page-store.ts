import { openState } from '#assessment/state-store.ts'
import type { Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { type CalendarEntry, type DatedEntry, makeCalendar } from './calendar.ts'
import {
  auditKinds,
  type BodyAudit,
  type Cycle,
  type KeptCertificate,
  walkCycle,
} from './certification-cycle.ts'
import type { Day } from './days.ts'
import type { JudgedDuty } from './duty.ts'
import { ageEvidence } from './evidence-age.ts'
import { dutiesOf } from './gate-facts-store.ts'
import { type Matter, readMatter } from './matter-store.ts'
import { type PreparationItem, prepare } from './preparation.ts'
import { type Asking, nextReviewOn } from './review-page-store.ts'

/** The cycle, what has to be ready for its next step, and how fresh the evidence is. */
export async function readCertification(tx: Tx, asking: Asking) {
  const { library } = asking
  const matter = await readMatter(tx, asking)
  const state = await openState(tx, library, asking)
  const cycle = cycleOf(matter, state.organization.settings)
  const duties = dutiesOf(matter, asking.content)
  const evidence = ageEvidence(state, library.catalogue)
  const step = cycle.next?.step
  const { gates, gatesOfStage1 } = state.assessment
  const preparation: readonly PreparationItem[] =
    step === undefined
      ? []
      : prepare(step, {
          on: matter.on,
          gates: step === 'stage 1' ? gatesOfStage1 : gates,
          evidence,
          duties,
          findings: findingsOf(matter),
          lastReviewOn: matter.reviews.find(({ signature }) => signature !== undefined)?.heldOn,
          auditBefore: auditBefore(matter),
        })
  const certificates = certificatesOf(matter.of('certificates'))
  return { cycle, preparation, evidence, certificates, audits: auditsOf(matter.of('certification-audits')) }
}

/** Everything dated, and each duty as it stands. */
export async function readCalendar(
  tx: Tx,
  asking: Asking,
): Promise<
  Readonly<{
    cycle: Cycle
    since: Day
    entries: readonly DatedEntry[]
    duties: readonly JudgedDuty[]
    name: string
  }>
> {
  const matter = await readMatter(tx, asking)
  const { organization: kept } = await openState(tx, asking.library, asking)
  const cycle = cycleOf(matter, kept.settings)
  const duties = dutiesOf(matter, asking.content)
  const entries = makeCalendar({
    on: matter.on,
    of: matter.of,
    cycle,
    duties,
    actions: matter.actions,
    nextReviewOn: nextReviewOn(matter),
    training: openTraining(matter),
    handed: matter.handed.entries as readonly CalendarEntry[],
  })
  return { cycle, since: matter.since, entries, duties, name: kept.name }
}

/** Walks the cycle on the days that the settings hold and on what the registers recorded. */
export function cycleOf(
  { of, on }: Pick<Matter, 'of' | 'on'>,
  settings: Readonly<{ [name: string]: unknown }>,
): Cycle {
  const { stage1On, certificateOn } = settings
  return walkCycle({
    agreed: { stage1On: dayIn(stage1On), certificateOn: dayIn(certificateOn) },
    audits: auditsOf(of('certification-audits')),
    certificates: certificatesOf(of('certificates')),
    on,
  })
}

function openTraining({ assignments }: Matter): readonly Readonly<{ on: Day; count: number }>[] {
  const open = assignments.filter(
    ({ passedOn, isActive, exempt }) => passedOn === undefined && isActive && !exempt,
  )
  return [...Map.groupBy(open, ({ dueOn }) => dueOn)].map(([on, own]) => ({ on, count: own.length }))
}

function findingsOf({ handed }: Matter): Readonly<{ open: number; overdue: number }> | undefined {
  const facts = new Map(handed.facts)
  const open = facts.get('findings.open')
  return open && { open: open.value, overdue: facts.get('findings.overdue')?.value ?? 0 }
}

function auditBefore({ of }: Matter) {
  const held = auditsOf(of('certification-audits'))
    .filter(({ state, endsOn }) => (state === 'held' || state === 'closed') && endsOn !== undefined)
    .toSorted((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1))[0]
  if (held?.endsOn === undefined) return undefined
  return { on: held.endsOn, conditions: held.conditions, isClosed: held.state === 'closed' }
}

function auditsOf(records: readonly Record[]): readonly BodyAudit[] {
  return records.map(({ id, number, state, data }) => ({
    id,
    number,
    state,
    kind: auditKinds.find((kind) => kind === data.kind) ?? 'special',
    body: textIn(data.body),
    plannedOn: dayIn(data.planned_on),
    beginsOn: dayIn(data.begins_on),
    endsOn: dayIn(data.ends_on),
    auditorDays: numberIn(data.auditor_days),
    result: textIn(data.result),
    conditions: textIn(data.conditions),
    majors: numberIn(data.majors),
    minors: numberIn(data.minors),
    majorsVerifiedOn: dayIn(data.majors_verified_on),
  }))
}

function certificatesOf(records: readonly Record[]): readonly KeptCertificate[] {
  return records.flatMap(({ id, label, state, data }) => {
    const [issuedOn, expiresOn] = [dayIn(data.issued_on), dayIn(data.expires_on)]
    if (issuedOn === undefined || expiresOn === undefined) return []
    const [body, because] = [textIn(data.body) ?? '', textIn(data.because)]
    return [{ id, number: label, state, body, because, issuedOn, expiresOn }]
  })
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
