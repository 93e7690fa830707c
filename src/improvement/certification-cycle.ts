import { type Day, daysAfter, daysBetween, monthsAfter } from './days.ts'

/** The audits of a certification cycle, in their order. */
export const auditKinds = [
  'stage 1',
  'stage 2',
  'surveillance 1',
  'surveillance 2',
  'recertification',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** The steps of the cycle: the audits, and the decision between stage 2 and the first surveillance. */
export const cycleSteps = [
  'stage 1',
  'stage 2',
  'decision',
  'surveillance 1',
  'surveillance 2',
  'recertification',
] as const
export type CycleStep = (typeof cycleSteps)[number]

/** An audit by the certification body, as the register has it. */
export type BodyAudit = Readonly<{
  id: string
  number: string
  kind: AuditKind | 'special'
  state: string
  body: string | undefined
  plannedOn: Day | undefined
  beginsOn: Day | undefined
  endsOn: Day | undefined
  auditorDays: number | undefined
  result: string | undefined
  conditions: string | undefined
  majors: number | undefined
  minors: number | undefined
  majorsVerifiedOn: Day | undefined
}>

/** A certificate, as the register has it. */
export type KeptCertificate = Readonly<{
  id: string
  number: string
  body: string
  state: string
  issuedOn: Day
  expiresOn: Day
  because: string | undefined
}>

/** What the cycle is walked with; agreed: the days of the roadmap, on: the day on which is asked. */
export type CycleMatter = Readonly<{
  agreed: Readonly<{ stage1On: Day | undefined; certificateOn: Day | undefined }>
  audits: readonly BodyAudit[]
  certificates: readonly KeptCertificate[]
  on: Day
}>

/** done: held or decided. late: the last day it may be on has passed. due: within three months. ahead: later. open: no day yet. */
export type StepState = 'done' | 'late' | 'due' | 'ahead' | 'open'

/** One step with its days: when it was, when it is planned, and by when it has to be by rule. */
export type WalkedStep = Readonly<{
  step: CycleStep
  state: StepState
  doneOn: Day | undefined
  plannedOn: Day | undefined
  /** Whether the day is somebody's plan or only follows from the rules. */
  isAgreed: boolean
  latestOn: Day | undefined
  audit: BodyAudit | undefined
}>

/** What the rules ask for beyond the steps. */
export type Warning = Readonly<{
  kind: 'another stage 2' | 'majors to verify' | 'missed surveillance' | 'expired' | 'planned too late'
  step: CycleStep
  by: Day
}>

/** The certificate as it stands. */
export type CertificateStanding = 'none' | 'valid' | 'suspended' | 'withdrawn' | 'expired'

/** The cycle as it stands on a day. */
export type Cycle = Readonly<{
  on: Day
  steps: readonly WalkedStep[]
  next: WalkedStep | undefined
  certificate: KeptCertificate | undefined
  standing: CertificateStanding
  warnings: readonly Warning[]
}>

/** A step is due so many days before its last or planned day. */
const dueWithin = 92
/** The first surveillance is not later than this after the decision; each further one follows within a calendar year. */
const surveillanceMonths = 12
/** A certificate holds for three years. */
const cycleMonths = 36
/** A major of stage 2 not verified within this needs another stage 2. */
const verifyMonths = 6

/** Walks the cycle: agreed days until something was recorded, rules and records from then on. */
export function walkCycle(matter: CycleMatter): Cycle {
  const certificate = currentCertificate(matter.certificates)
  const begun = certificate?.issuedOn
  const steps = cycleSteps.map((step) => walkStep(step, matter, certificate))
  const warnings = warningsOf(matter, steps, certificate)
  const standing = standingOf(certificate, matter.on)
  const isOver = standing === 'withdrawn' || (begun === undefined ? false : standing === 'expired')
  return {
    on: matter.on,
    steps,
    next: isOver ? undefined : steps.find(({ state }) => state !== 'done'),
    certificate,
    standing,
    warnings,
  }
}

/** The certificate that counts: the one issued last that was not replaced. */
export function currentCertificate(all: readonly KeptCertificate[]): KeptCertificate | undefined {
  return all
    .filter(({ state }) => state !== 'replaced')
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))[0]
}

function standingOf(certificate: KeptCertificate | undefined, on: Day): CertificateStanding {
  if (!certificate || certificate.issuedOn > on) return 'none'
  if (certificate.state === 'withdrawn' || certificate.state === 'suspended') return certificate.state
  return certificate.expiresOn < on ? 'expired' : 'valid'
}

/** The last day a certificate holds that is decided on a day: the one before the same day three years later. */
export function expiryOf(decidedOn: Day): Day {
  return daysAfter(monthsAfter(decidedOn, cycleMonths), -1)
}

function walkStep(
  step: CycleStep,
  matter: CycleMatter,
  certificate: KeptCertificate | undefined,
): WalkedStep {
  const audit = step === 'decision' ? undefined : auditOf(step, matter.audits, certificate)
  const latestOn = latestFor(step, matter, certificate)
  const agreedOn = audit?.plannedOn ?? agreedFor(step, matter)
  const plannedOn = agreedOn ?? latestOn
  const doneOn = step === 'decision' ? certificate?.issuedOn : heldOn(audit)
  const isDone = doneOn !== undefined && doneOn <= matter.on
  // A decision presupposes both stages, also where nobody wrote them down.
  const isBehind = certificate !== undefined && (step === 'stage 1' || step === 'stage 2')
  return {
    step,
    audit,
    plannedOn,
    latestOn,
    doneOn: isDone ? doneOn : undefined,
    isAgreed: agreedOn !== undefined,
    state: isDone || isBehind ? 'done' : stateOf(plannedOn, latestOn, matter.on),
  }
}

/** Held and not cancelled; of several the last. Before a certificate only audits up to it, afterwards those of its three years. */
function auditOf(
  kind: AuditKind,
  audits: readonly BodyAudit[],
  certificate: KeptCertificate | undefined,
): BodyAudit | undefined {
  const from = certificate && kind !== 'stage 1' && kind !== 'stage 2' ? certificate.issuedOn : ''
  return audits
    .filter((one) => one.kind === kind && one.state !== 'cancelled')
    .filter((one) => (one.endsOn ?? one.plannedOn ?? '9999') >= from)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0]
}

function dayOf({ endsOn, beginsOn, plannedOn }: BodyAudit): Day {
  return endsOn ?? beginsOn ?? plannedOn ?? ''
}

function heldOn(audit: BodyAudit | undefined): Day | undefined {
  return audit?.state === 'held' || audit?.state === 'closed' ? audit.endsOn : undefined
}

function agreedFor(step: CycleStep, { agreed }: CycleMatter): Day | undefined {
  if (step === 'stage 1') return agreed.stage1On
  if (step === 'decision') return agreed.certificateOn
  return undefined
}

/** By when a step has to be, by rule. */
function latestFor(
  step: CycleStep,
  { audits }: CycleMatter,
  certificate: KeptCertificate | undefined,
): Day | undefined {
  if (!certificate) return undefined
  if (step === 'surveillance 1') return monthsAfter(certificate.issuedOn, surveillanceMonths)
  if (step === 'recertification') return certificate.expiresOn
  if (step !== 'surveillance 2') return undefined
  const first = heldOn(auditOf('surveillance 1', audits, certificate))
  // At least once in every calendar year after the first one; without the first one its own latest day counts.
  const year = Number((first ?? monthsAfter(certificate.issuedOn, surveillanceMonths)).slice(0, 4)) + 1
  return `${year}-12-31`
}

function stateOf(planned: Day | undefined, latest: Day | undefined, on: Day): StepState {
  const last = latest ?? planned
  if (last === undefined) return 'open'
  if (last < on) return 'late'
  return daysBetween(on, planned ?? last) <= dueWithin ? 'due' : 'ahead'
}

function warningsOf(
  { audits, on }: CycleMatter,
  steps: readonly WalkedStep[],
  certificate: KeptCertificate | undefined,
): readonly Warning[] {
  return [
    ...aboutMajors(audits, on),
    ...steps.flatMap(({ step, state, plannedOn, latestOn }): Warning[] => {
      if (latestOn === undefined || state === 'done') return []
      if (state === 'late')
        return [{ kind: step === 'recertification' ? 'expired' : 'missed surveillance', step, by: latestOn }]
      return plannedOn !== undefined && plannedOn > latestOn
        ? [{ kind: 'planned too late', step, by: latestOn }]
        : []
    }),
  ].filter(({ kind }) => certificate?.state !== 'withdrawn' || kind === 'another stage 2')
}

/** A major of stage 2 has six months from the last day of the audit to be verified. */
function aboutMajors(audits: readonly BodyAudit[], on: Day): readonly Warning[] {
  const last = auditOf('stage 2', audits, undefined)
  const ended = heldOn(last)
  if (!last || ended === undefined || (last.majors ?? 0) === 0) return []
  const by = monthsAfter(ended, verifyMonths)
  const verified = last.majorsVerifiedOn
  if (verified !== undefined) return verified <= by ? [] : [{ kind: 'another stage 2', step: 'stage 2', by }]
  return [{ kind: by < on ? 'another stage 2' : 'majors to verify', step: 'stage 2', by }]
}
