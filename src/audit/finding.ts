import { z } from 'zod'

/** How a finding is graded; the first two are nonconformities. */
export const Grade = z.enum(['major', 'minor', 'opportunity', 'good practice'])
export type Grade = z.infer<typeof Grade>

/** Where a finding came from. */
export const FindingSource = z.enum([
  'internal audit',
  'external audit',
  'check',
  'complaint',
  'signal',
  'by hand',
])
export type FindingSource = z.infer<typeof FindingSource>

/** Where a finding stands; the states of the process model of nonconformity and corrective action. */
export const FindingState = z.enum([
  'raised',
  'contained',
  'analysing',
  'action_planned',
  'implementing',
  'implemented',
  'verifying',
  'closed',
  'rejected',
])
export type FindingState = z.infer<typeof FindingState>

/** What a cause is counted under, so that causes which come back are seen across findings. */
export const CauseCategory = z.enum([
  'people',
  'method',
  'tools',
  'information',
  'suppliers',
  'measurement',
  'environment',
])
export type CauseCategory = z.infer<typeof CauseCategory>

/** One row of an analysis: an answer to why, in its order, or a cause under its category. */
export const CauseRow = z.object({
  category: CauseCategory.optional(),
  says: z.string().trim().min(1).max(1000),
})
export type CauseRow = Readonly<z.infer<typeof CauseRow>>

/** How a cause is looked for: why after why, or causes by category. */
export const CauseForm = z.enum(['whys', 'cause and effect'])
export type CauseForm = z.infer<typeof CauseForm>

/** Somebody, as he was called when it was written. */
export type Person = Readonly<{ id: string; name: string }>

/** Something that is to be done against a cause. */
export type Action = Readonly<{
  id: string
  says: string
  owner: Person
  dueOn: string
  doneOn: string | undefined
  evidence: string
  doneBy: string | undefined
  /** Everybody who ever was to do it, or said that it was done. */
  doers: readonly string[]
  version: number
}>

/** What a computed check said when it was looked at. */
export const FrozenResult = z.object({
  check: z.string(),
  title: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  population: z.number().int(),
  met: z.number().int(),
  share: z.number().optional(),
  threshold: z.number(),
  because: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  collectedAt: z.string(),
})
export type FrozenResult = Readonly<z.infer<typeof FrozenResult>>

/** What somebody found about the effect of the actions, on one day. */
export type EffectCheck = Readonly<{
  id: string
  isEffective: boolean
  says: string
  results: readonly FrozenResult[]
  checkedBy: Person
  checkedAt: string
}>

/** A finding with its whole chain. */
export type Finding = Readonly<{
  id: string
  number: number
  source: FindingSource
  sourceName: string
  audit: string | undefined
  check: string | undefined
  grade: Grade
  title: string
  requirements: readonly string[]
  evidence: string
  missing: string
  gradeReason: string
  extent: string
  state: FindingState
  owner: Person | undefined
  dueOn: string | undefined
  correction: string
  causeForm: CauseForm
  causeRows: readonly CauseRow[]
  rootCause: string
  causeCategory: CauseCategory | undefined
  causeBy: Person | undefined
  causeApproved: Readonly<{ by: Person; at: string }> | undefined
  extentCheck: string
  criterion: string
  effectDueOn: string | undefined
  decision: string
  raisedBy: Readonly<{ id: string | undefined; name: string }>
  raisedAt: string
  closedAt: string | undefined
  reopened: number
  version: number
  actions: readonly Action[]
  effectChecks: readonly EffectCheck[]
}>

/** The number by which people name a finding. */
export function findingName({ number }: Pick<Finding, 'number'>): string {
  return `FND-${number}`
}

/** True for what has to be corrected; an opportunity is decided on, a good practice is kept. */
export function isNonconformity({ grade }: Pick<Finding, 'grade'>): boolean {
  return grade === 'major' || grade === 'minor'
}

/** True as long as something is to be done about it. */
export function isOpen({ state }: Pick<Finding, 'state'>): boolean {
  return state !== 'closed' && state !== 'rejected'
}

/** The first day of what waits next that has passed: of an action that is not done, of the effect check, of the finding itself. */
export function overdueSince(
  finding: Pick<Finding, 'state' | 'dueOn' | 'actions' | 'effectDueOn'>,
  on: string,
): string | undefined {
  if (!isOpen(finding)) return undefined
  const days = [
    finding.dueOn,
    ...finding.actions.filter(({ doneOn }) => doneOn === undefined).map(({ dueOn }) => dueOn),
    finding.state === 'verifying' ? finding.effectDueOn : undefined,
  ]
  return days.filter((day): day is string => day !== undefined && day < on).toSorted()[0]
}
