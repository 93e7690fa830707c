import type { Tx } from '#db/records.ts'
import type { Programme } from './programme.ts'

/**
 * Tells what later chapters know about the programme on a day: audits, reviews, training, what recurs. It counts instead of
 * what people wrote down. Whoever asks for the state hands it in, since the assessment knows no chapter after it; the tables
 * it reads count their changes, so that no state is kept that it has outgrown.
 */
export type ToldFacts = (tx: Tx, asking: Readonly<{ organization: string; now: Date }>) => Promise<Programme>
