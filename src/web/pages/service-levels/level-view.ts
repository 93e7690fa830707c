import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

export type Matrix = Answered<'GET /api/organizations/:organization/service-levels'>
export type ServiceLevel = Answered<'GET /api/organizations/:organization/service-level'>
export type LevelMonth = Matrix['rows'][number]['months'][number]
export type Report = Answered<'GET /api/organizations/:organization/service-reports'>['items'][number]
export type Expected = Report['expected'][number]
export type Issue = Answered<'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue'>
export type Figures = Issue['figures']
type Rule = Matrix['rules'][number]

/** A month against what was agreed; no target is never green. */
export const toneOfVerdict: Readonly<Record<LevelMonth['verdict'], ToneName>> = {
  met: 'conforming',
  missed: 'major',
  'no target': 'not_assessed',
  'no cases': 'not_applicable',
}

/** Where an expected issue stands. */
export const toneOfStanding: Readonly<Record<Expected['standing'], ToneName>> = {
  'on time': 'conforming',
  late: 'minor',
  missing: 'major',
  due: 'opportunity',
}

const pauses = ['none', 'pending_customer', 'pending_any', 'native'] as const
const reopens = ['continue', 'exclude_closed', 'restart', 'native'] as const
const computers = ['source', 'platform'] as const

/** The words for the rules of clocks; what nobody knows says so. */
export function ruleKeys({ computedBy, pauseRule, reopenRule }: Rule) {
  return {
    by: computers.find((one) => one === computedBy) ?? 'unknown',
    pause: pauses.find((one) => one === pauseRule) ?? 'unknown',
    reopen: reopens.find((one) => one === reopenRule) ?? 'unknown',
  } as const
}

type Outcomes = LevelMonth['outcomes']

/** The outcomes of several months together. */
export function totalOf(months: readonly Pick<LevelMonth, 'outcomes'>[]): Outcomes {
  const sum = (name: keyof Outcomes) => months.reduce((total, { outcomes }) => total + outcomes[name], 0)
  return {
    kept: sum('kept'),
    missed: sum('missed'),
    openMissed: sum('openMissed'),
    running: sum('running'),
    unusable: sum('unusable'),
    noClock: sum('noClock'),
  }
}

/** The clocks that were decided. */
export function decidedOf({ kept, missed, openMissed }: Outcomes): number {
  return kept + missed + openMissed
}

/** A metric as words know it; another one is said as it is. */
export function metricKey(metric: string): 'response' | 'resolution' | 'update' | undefined {
  return (['response', 'resolution', 'update'] as const).find((one) => one === metric)
}
