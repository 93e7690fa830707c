import type { Actor } from '#access/actor.ts'
import { openStrategy } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import { stateCriterion } from '#strategy/phase-store.ts'
import { reviewAlignment } from '#strategy/strategy-page-store.ts'
import type { Listener, Story } from './told-story.ts'

const day = 86_400_000

/** Keeps what is said about criteria of phases, and the review of alignment. Nothing is signed: nobody can be asked for a password. */
export async function keepStrategy(
  tx: Tx,
  { strategy }: Story,
  people: ReadonlyMap<string, Actor>,
  { owner, at, content }: Listener,
): Promise<void> {
  const { phases } = openStrategy(content)
  for (const { by, ...said } of strategy.statements)
    await stateCriterion(tx, people.get(by) ?? owner, phases, { ...said, at })
  const { by, note, inDays } = strategy.review
  const nextOn = new Date(at.getTime() + inDays * day).toISOString().slice(0, 10)
  await reviewAlignment(tx, people.get(by) ?? owner, { note, nextOn, at })
}
