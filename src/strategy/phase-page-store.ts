import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { StrategyContent } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import type { Proof } from './decision-store.ts'
import { readCriterionStatements, readSignatures, signPhase } from './phase-store.ts'
import { type Reading, readProgrammeFacts, readStanding } from './programme-facts-store.ts'
import { type JudgedPhase, type Waiver, walkPhases } from './programme-phase.ts'

/** Whose phases are asked for, by which content, and when. */
export type PhaseReading = Reading & Readonly<{ content: Pick<StrategyContent, 'phases'> }>

/** The phases as they stand. */
export async function readPhases(tx: Tx, reading: PhaseReading): Promise<readonly JudgedPhase[]> {
  const standing = await readStanding(tx, reading)
  return walkPhases(reading.content.phases, {
    facts: await readProgrammeFacts(tx, standing, reading),
    statements: await readCriterionStatements(tx),
    signatures: await readSignatures(tx),
  })
}

/** Signs one phase off as it stands. */
export async function signOnePhase(
  tx: Tx,
  actor: Actor,
  reading: PhaseReading,
  signing: Readonly<{ phase: string; waivers: readonly Waiver[]; note: string; provedBy: Proof; at: Date }>,
): Promise<void> {
  const phase = (await readPhases(tx, reading)).find(({ id }) => id === signing.phase)
  if (!phase) throw new Refusal('not-found', `There is no phase ${signing.phase}.`)
  await signPhase(tx, actor, phase, signing)
}
