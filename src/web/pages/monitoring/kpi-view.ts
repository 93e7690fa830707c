import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

export type WatchedKpi = Answered<'GET /api/organizations/:organization/monitoring'>['items'][number]
export type KpiDetail = Answered<'GET /api/organizations/:organization/monitoring/:kpi'>
export type Outcomes = Answered<'GET /api/organizations/:organization/outcomes'>
export type LibraryLine = Answered<'GET /api/organizations/:organization/kpis'>['items'][number]

/** The tone of each state; the word stands beside it. */
export const toneOfState = {
  'on target': 'conforming',
  'off target': 'major',
  'no target': 'not_applicable',
  'no data': 'not_assessed',
} as const satisfies Record<WatchedKpi['state'], ToneName>
