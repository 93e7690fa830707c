import type { Answered } from './call.ts'

/** The answer of the API to "are we ready?". */
export type Readiness = Answered<'GET /api/organizations/:organization/readiness'>
export type Index = Readiness['index']
export type Gap = Readiness['blocks'][number]
export type Gate = Readiness['gates'][number]
export type Clause = Readiness['clauses'][number]

/** The index that leads: people's, or, as long as nobody has rated, the proposed one. */
export function leadingIndex({ index, proposed }: Readiness): Index {
  return index.assessed > 0 ? index : proposed
}
