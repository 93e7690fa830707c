import type { Answered } from '../../data/call.ts'

/** The strategy as its page shows it. */
export type Strategy = Answered<'GET /api/organizations/:organization/strategy'>
