import type { Answered } from '../../data/call.ts'

export type CheckList = Answered<'GET /api/organizations/:organization/checks'>
export type CheckRow = CheckList['items'][number]
export type CheckDetail = Answered<'GET /api/organizations/:organization/checks/:check'>
