import type { Wanted } from '#assessment/state-store.ts'
import { toldBy } from './handed.ts'
import type { Workshop } from './workshop.ts'

/** A question for the state of an organization, now, with everything that the chapters after the assessment tell. */
export function wantedOf(
  { content, now }: Pick<Workshop, 'content' | 'now'>,
  organization: string,
): Omit<Wanted, 'baseline'> {
  return { organization, now: now(), told: toldBy(content) }
}
