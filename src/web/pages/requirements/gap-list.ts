import type { Answered } from '../../data/call.ts'

/** What an uploaded gap list would do, or did. */
export type GapList = Answered<'POST /api/organizations/:organization/gap-list'>
