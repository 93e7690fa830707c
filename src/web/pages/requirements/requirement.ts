import type { Answered } from '../../data/call.ts'

/** One requirement with everything that is known about it. */
export type Requirement = Answered<'GET /api/organizations/:organization/requirements/:requirement'>
export type ComputedCheck = Requirement['computed'][number]
