import type { Tx } from '#db/records.ts'
import type { Programme } from './programme.ts'

/** Tells what later chapters know about the programme: audits, reviews, training, what recurs. */
export type FactTeller = (tx: Tx, asking: Readonly<{ organization: string; now: Date }>) => Promise<Programme>

let teller: FactTeller | undefined

/**
 * Hands in who tells such facts; the server does so once, when it starts. The chapters that know them come after this one and
 * every state is read with them, so they are asked for here and not by each of those who open a state.
 */
export function hearFacts(next: FactTeller): void {
  teller = next
}

/** What is told; nothing where nobody was handed in, as on the command line. */
export async function readToldFacts(
  tx: Tx,
  asking: Readonly<{ organization: string; now: Date }>,
): Promise<Programme> {
  return (await teller?.(tx, asking)) ?? {}
}
