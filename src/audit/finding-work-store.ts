import { type Actor, may } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import {
  type CauseCategory,
  type CauseForm,
  type CauseRow,
  type Finding,
  type FindingState,
  findingName,
  type Grade,
} from './finding.ts'
import { earliestEffectDay, lacksToClose, moveTo, whyNoEffectCheck } from './finding-move.ts'
import { readFinding, writeFinding } from './finding-store.ts'
import { demandPerson } from './people-store.ts'
import { freezeResults } from './result-store.ts'
import { isSigned } from './sign-store.ts'

/** What may be changed of a finding; what is not named stays, null takes away. */
export type FindingChange = Readonly<{
  grade?: Grade | undefined
  title?: string | undefined
  requirements?: readonly string[] | undefined
  evidence?: string | undefined
  missing?: string | undefined
  gradeReason?: string | undefined
  extent?: string | undefined
  owner?: string | null | undefined
  dueOn?: string | null | undefined
  check?: string | null | undefined
  correction?: string | undefined
  causeForm?: CauseForm | undefined
  causeRows?: readonly CauseRow[] | undefined
  rootCause?: string | undefined
  causeCategory?: CauseCategory | null | undefined
  extentCheck?: string | undefined
  criterion?: string | undefined
  effectDueOn?: string | null | undefined
}>

type Writing = Readonly<{ version: number | undefined; at: Date }>

const ofText = ['grade', 'title', 'requirements', 'evidence', 'missing', 'gradeReason', 'extent'] as const
const ofFollowUp = ['owner', 'dueOn', 'check', 'criterion', 'effectDueOn'] as const
const ofCause = ['causeForm', 'causeRows', 'rootCause', 'causeCategory'] as const

/** Changes what a finding says, or what is said about its correction and cause. */
export async function changeFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  change: FindingChange,
  { version, at }: Writing,
): Promise<Finding> {
  const old = await readFinding(tx, actor, id)
  const touches = (names: readonly (keyof FindingChange)[]) =>
    names.some((name) => change[name] !== undefined)
  demandWorker(actor, old)
  if (touches(ofText)) await demandOpenText(tx, actor, old)
  if (touches(ofFollowUp)) demandVerifier(actor)
  if (old.state === 'closed' || old.state === 'rejected')
    throw new Refusal('conflict', `${findingName(old)} is ${old.state}. Open it again before you change it.`)
  if (change.effectDueOn) demandWait(old, change.effectDueOn, at)
  const owner = change.owner ? await demandPerson(tx, change.owner) : undefined
  const columns = {
    ...plainColumns(change),
    ...(change.owner === undefined ? {} : { owner_id: owner?.id ?? null, owner_name: owner?.name ?? null }),
    // Who writes the cause is its author; an approval was given to what it said before.
    ...(touches(ofCause)
      ? {
          cause_by: actor.id ?? null,
          cause_by_name: actor.name,
          cause_approved_by: null,
          cause_approved_by_name: null,
          cause_approved_at: null,
        }
      : {}),
  }
  return writeFinding(tx, actor, old, columns, { action: 'change', version })
}

function plainColumns(change: FindingChange): Readonly<Record<string, unknown>> {
  const columns = {
    grade: change.grade,
    title: change.title,
    requirements: change.requirements && asJson([...new Set(change.requirements)]),
    evidence: change.evidence,
    missing: change.missing,
    grade_reason: change.gradeReason,
    extent: change.extent,
    due_on: change.dueOn,
    check_id: change.check,
    correction: change.correction,
    cause_form: change.causeForm,
    cause_rows: change.causeRows && asJson(change.causeRows),
    root_cause: change.rootCause,
    cause_category: change.causeCategory,
    extent_check: change.extentCheck,
    criterion: change.criterion,
    effect_due_on: change.effectDueOn,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function demandWait(finding: Finding, day: string, at: Date): void {
  const earliest = earliestEffectDay(finding, at.toISOString().slice(0, 10))
  if (day >= earliest) return
  throw new Refusal(
    'invalid',
    `The effect cannot be checked before ${earliest}: it needs time to show after the last action.`,
  )
}

/** Moves a finding on; refused with everything that is missing. Closing after an effect is for the effect check. */
export async function moveFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  { to, reason = '', version, at }: Writing & Readonly<{ to: FindingState; reason?: string | undefined }>,
): Promise<Finding> {
  const old = await readFinding(tx, actor, id)
  const move = moveTo(old, to)
  if (!move) throw noWay(old, to)
  if (move.by === 'verifier') demandVerifier(actor)
  else demandWorker(actor, old)
  if (move.asksReason && reason.trim() === '')
    throw new Refusal('invalid', `Say why: ${move.name} asks for a reason.`)
  const lacks = move.needs(old)
  if (lacks.length > 0)
    throw new Refusal('conflict', `${findingName(old)} lacks ${lacks.map(({ says }) => says).join('; ')}.`)
  const columns = {
    state: to,
    ...(move.asksReason ? { decision: reason } : {}),
    ...(to === 'closed' || to === 'rejected' ? { closed_at: at } : {}),
    ...(old.state === 'closed' ? reopening(old) : {}),
  }
  return writeFinding(tx, actor, old, columns, {
    action: move.name,
    version,
    ...(reason ? { reason } : {}),
  })
}

function noWay(finding: Finding, to: FindingState): Refusal {
  const name = findingName(finding)
  if (to !== 'closed') return new Refusal('conflict', `${name} cannot go from ${finding.state} to ${to}.`)
  const lacks = lacksToClose(finding).map(({ says }) => says)
  return new Refusal(
    'conflict',
    `${name} is closed by an effect check that was passed. It lacks ${lacks.join('; ')}.`,
  )
}

/** What is taken back when a cause has to be looked for again: it was not the whole one. */
const backToCause = {
  closed_at: null,
  decision: '',
  effect_due_on: null,
  cause_approved_by: null,
  cause_approved_by_name: null,
  cause_approved_at: null,
}

/** What is written when a finding that was closed is opened again. */
export function reopening({ reopened }: Pick<Finding, 'reopened'>): Readonly<Record<string, unknown>> {
  return { ...backToCause, state: 'analysing', reopened: reopened + 1 }
}

/** Approves the cause; nobody approves the own analysis. */
export async function approveCause(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, at }: Writing,
): Promise<Finding> {
  const old = await readFinding(tx, actor, id)
  demandVerifier(actor)
  const by = demandHuman(actor)
  if (old.state !== 'analysing' || old.causeRows.length === 0 || !old.rootCause.trim())
    throw new Refusal('conflict', 'There is no cause to approve yet: it is approved while it is analysed.')
  if (old.causeBy?.id === by)
    throw new Refusal('not-allowed', 'You wrote this analysis. Its cause is approved by somebody else.')
  const columns = { cause_approved_by: by, cause_approved_by_name: actor.name, cause_approved_at: at }
  return writeFinding(tx, actor, old, columns, { action: 'approve cause', version })
}

/** Says whether the actions worked. A passed check closes the finding, a failed one sends it back to its cause. */
export async function checkEffect(
  tx: Tx,
  actor: Actor,
  id: string,
  { isEffective, says, version, at }: Writing & Readonly<{ isEffective: boolean; says: string }>,
): Promise<Finding> {
  const old = await readFinding(tx, actor, id)
  demandVerifier(actor)
  const by = demandHuman(actor)
  const why = whyNoEffectCheck(old, by, at.toISOString().slice(0, 10))
  if (why !== undefined) throw new Refusal('not-allowed', why)
  const results = await freezeResults(tx, old)
  const failing = results.find(({ check, verdict }) => check === old.check && verdict === 'fail')
  if (isEffective && failing)
    throw new Refusal(
      'conflict',
      `The check "${failing.title}" still fails: ${failing.because} It is not gone.`,
    )
  const lacks = isEffective ? lacksToClose(old).filter(({ need }) => need !== 'effect') : []
  if (lacks.length > 0)
    throw new Refusal('conflict', `${findingName(old)} lacks ${lacks.map((lack) => lack.says).join('; ')}.`)
  const row = await tx
    .insertInto('effect_check')
    .values({
      organization_id: actor.organization,
      finding_id: id,
      is_effective: isEffective,
      says,
      results: asJson(results),
      checked_by: by,
      checked_by_name: actor.name,
      checked_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, {
    action: 'check',
    kind: 'effect check',
    id: row.id,
    after: { finding: id, isEffective, says, results },
  })
  const columns = isEffective ? { state: 'closed', closed_at: at } : { ...backToCause, state: 'analysing' }
  const action = isEffective ? 'effective' : 'not effective'
  return writeFinding(tx, actor, old, columns, { action, reason: says, version })
}

/** What a finding says is changed by those who audit, or whoever raised it, until its audit is signed. */
async function demandOpenText(tx: Tx, actor: Actor, { audit, raisedBy }: Finding): Promise<void> {
  if (audit !== undefined && (await isSigned(tx, audit)))
    throw new Refusal(
      'conflict',
      'The report with this finding is signed: its text stays. Add to the report instead.',
    )
  if (raisedBy.id !== undefined && raisedBy.id === actor.id) return
  if (may(actor, 'hold audits')) return
  throw new Refusal(
    'not-allowed',
    'What a finding says is written by those who audit, or by whoever raised it.',
  )
}

/** Whether somebody works on a finding: its owner, the owners of its actions, and those who follow findings up. */
export function worksOn(actor: Actor, { owner, actions, raisedBy }: Finding): boolean {
  if (may(actor, 'verify findings')) return true
  const own = [owner?.id, raisedBy.id, ...actions.map((action) => action.owner.id)]
  return may(actor, 'work on findings') && actor.id !== undefined && own.includes(actor.id)
}

/** Refuses whoever does not work on a finding. */
export function demandWorker(actor: Actor, finding: Finding): void {
  if (worksOn(actor, finding)) return
  const { owner } = finding
  throw new Refusal(
    'not-allowed',
    `This is worked on by ${owner?.name ?? 'its owner, who is not named yet'}. Ask whoever follows findings up to make it yours.`,
  )
}

function demandVerifier(actor: Actor): void {
  if (may(actor, 'verify findings')) return
  throw new Refusal(
    'not-allowed',
    'Whoever follows findings up decides on this: an internal auditor or a programme manager.',
  )
}

function demandHuman({ kind, id }: Actor): string {
  if (kind === 'person' && id !== undefined) return id
  throw new Refusal('not-allowed', 'A person judges this, not a program. Open the page in the browser.')
}
