import { Refusal } from '#base/refusal.ts'
import type { Criterion, Phase } from '#content/strategy.ts'
import { judgeCriterion, type ProgrammeFacts, type Standing } from './criterion.ts'

/** What a person said about a criterion without a rule; the latest counts. */
export type Stated = Readonly<{ criterion: string; isMet: boolean; says: string; by: string; on: string }>

/** An open criterion that whoever signed let pass, and why. */
export type Waiver = Readonly<{ criterion: string; reason: string }>

/** The sign-off of a phase. */
export type GateSignature = Readonly<{ phase: string; by: string; at: string; waivers: readonly Waiver[] }>

/** A criterion as it stands. */
export type JudgedCriterion = Standing &
  Readonly<{
    id: string
    title: string
    side: 'entry' | 'exit'
    isStated: boolean
    waiver: string | undefined
  }>

/** A phase as it stands: waiting for the one before, open, ready to be signed, or signed off. */
export type JudgedPhase = Readonly<{
  id: string
  title: string
  says: string
  state: 'waiting' | 'open' | 'ready' | 'signed'
  criteria: readonly JudgedCriterion[]
  signature: GateSignature | undefined
}>

/** What the phases are judged on. */
export type PhaseMatter = Readonly<{
  facts: ProgrammeFacts
  statements: readonly Stated[]
  signatures: readonly GateSignature[]
}>

/** Walks the phases in their order; one is open when the gate of the one before is signed. */
export function walkPhases(phases: readonly Phase[], matter: PhaseMatter): readonly JudgedPhase[] {
  const signed = new Map(matter.signatures.map((one) => [one.phase, one]))
  return phases.map((phase, place) => {
    const { id, title, says } = phase
    const signature = signed.get(id)
    const criteria = criteriaOf(phase, matter, signature)
    const before = phases[place - 1]
    const isReached = before === undefined || signed.has(before.id)
    return { id, title, says, criteria, signature, state: stateOf({ isReached, criteria, signature }) }
  })
}

/** The phase that is under way; undefined when all are signed off. */
export function currentPhase(phases: readonly JudgedPhase[]): JudgedPhase | undefined {
  return phases.find(({ state }) => state === 'open' || state === 'ready')
}

/**
 * Checks a sign-off before it is kept: the phase is under way, and every criterion that is not met is waived with a reason.
 * Says the waivers that count. Refused otherwise, with what to do.
 */
export function demandPassable(phase: JudgedPhase, waivers: readonly Waiver[]): readonly Waiver[] {
  if (phase.state === 'signed') throw new Refusal('conflict', `${phase.title} was signed off already.`)
  if (phase.state === 'waiting')
    throw new Refusal('conflict', `${phase.title} cannot be signed off before the phase ahead of it.`)
  const open = phase.criteria.filter(({ standing }) => standing !== 'met')
  const strange = waivers.find(({ criterion }) => !open.some(({ id }) => id === criterion))
  if (strange)
    throw new Refusal('invalid', `${strange.criterion} is not open in ${phase.title}: take its waiver out.`)
  const reasons = new Map(waivers.map(({ criterion, reason }) => [criterion, reason.trim()]))
  const unsaid = open.filter(({ id }) => !reasons.get(id))
  if (unsaid.length > 0)
    throw new Refusal(
      'conflict',
      `${phase.title} has open criteria. Meet them, or waive each with a reason: ${unsaid.map(({ title }) => title).join('; ')}.`,
    )
  return open.map(({ id }) => ({ criterion: id, reason: reasons.get(id) ?? '' }))
}

function criteriaOf(
  phase: Phase,
  matter: PhaseMatter,
  signature: GateSignature | undefined,
): readonly JudgedCriterion[] {
  const sides = [
    ...phase.entry.map((criterion) => ({ criterion, side: 'entry' as const })),
    ...phase.exit.map((criterion) => ({ criterion, side: 'exit' as const })),
  ]
  return sides.map(({ criterion, side }) => ({
    id: criterion.id,
    title: criterion.title,
    side,
    isStated: criterion.rule === undefined,
    waiver: signature?.waivers.find((one) => one.criterion === criterion.id)?.reason,
    ...standingOf(criterion, matter),
  }))
}

function standingOf(criterion: Criterion, { facts, statements }: PhaseMatter): Standing {
  const { rule } = criterion
  if (rule !== undefined) return judgeCriterion({ ...criterion, rule }, facts)
  const said = statements.findLast((one) => one.criterion === criterion.id)
  if (!said) return { standing: 'unknown', because: 'Nobody has said anything about it yet.' }
  return { standing: said.isMet ? 'met' : 'not met', because: `${said.says} (${said.by}, ${said.on})` }
}

function stateOf({
  isReached,
  criteria,
  signature,
}: Readonly<{
  isReached: boolean
  criteria: readonly JudgedCriterion[]
  signature: GateSignature | undefined
}>): JudgedPhase['state'] {
  if (signature) return 'signed'
  if (!isReached) return 'waiting'
  return criteria.every(({ standing }) => standing === 'met') ? 'ready' : 'open'
}
