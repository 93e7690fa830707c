import { z } from 'zod'
import type { Person } from './finding.ts'

/** Whether people of the organization audit, or a certification body. */
export const AuditKind = z.enum(['internal', 'external'])
export type AuditKind = z.infer<typeof AuditKind>

/** Where an audit stands; the states of the process model of the internal audit. */
export const AuditState = z.enum([
  'programmed',
  'planned',
  'prepared',
  'conducting',
  'drafted',
  'reported',
  'following_up',
  'closed',
  'cancelled',
])
export type AuditState = z.infer<typeof AuditState>

/** One audit of the programme, with its plan. */
export type Audit = Readonly<{
  id: string
  number: number
  kind: AuditKind
  title: string
  state: AuditState
  /** The clauses that it covers, each with everything below it. */
  clauses: readonly string[]
  /** Why it stands in the programme. */
  because: string
  plannedOn: string
  /** The last day on which it was held. */
  heldOn: string | undefined
  criteria: string
  method: string
  lead: Person | undefined
  /** The auditors beside the lead. */
  team: readonly Person[]
  madeBy: string
  madeAt: string
  version: number
}>

/** A way from one state of an audit to the next; reported is reached by the signature of the lead and by nothing else. */
export type AuditMove = Readonly<{ from: AuditState; to: AuditState; name: string; asksReason: boolean }>

const ways: readonly AuditMove[] = [
  { from: 'programmed', to: 'planned', name: 'plan', asksReason: false },
  { from: 'programmed', to: 'cancelled', name: 'cancel', asksReason: true },
  { from: 'planned', to: 'prepared', name: 'prepare', asksReason: false },
  { from: 'planned', to: 'cancelled', name: 'cancel', asksReason: true },
  { from: 'prepared', to: 'conducting', name: 'open', asksReason: false },
  { from: 'conducting', to: 'drafted', name: 'draft', asksReason: false },
  { from: 'drafted', to: 'conducting', name: 'look again', asksReason: true },
  { from: 'reported', to: 'following_up', name: 'follow up', asksReason: false },
  { from: 'reported', to: 'closed', name: 'close', asksReason: false },
  { from: 'following_up', to: 'closed', name: 'close', asksReason: false },
]

/** The ways that lead on from a state. */
export function auditMoves(state: AuditState): readonly AuditMove[] {
  return ways.filter(({ from }) => from === state)
}

/** The number by which people name an audit. */
export function auditName({ number }: Pick<Audit, 'number'>): string {
  return `AUD-${number}`
}

/** True once the report is there. */
export function isReported({ state }: Pick<Audit, 'state'>): boolean {
  return state === 'reported' || state === 'following_up' || state === 'closed'
}

/** True as long as the plan and the checklist may be worked on. */
export function isBeforeReport({ state }: Pick<Audit, 'state'>): boolean {
  return !isReported({ state }) && state !== 'cancelled'
}

/** What a plan lacks before the audit can be prepared (9.2.2 b and c). */
export function lacksOfPlan({ criteria, method, lead, clauses }: Audit): readonly string[] {
  return [
    ...(clauses.length > 0 ? [] : ['a scope']),
    ...(criteria.trim() ? [] : ['criteria']),
    ...(method.trim() ? [] : ['a method']),
    ...(lead ? [] : ['a lead']),
  ]
}

/** Whether a clause or requirement lies in a scope of clauses: 8.5.1.3-a lies in 8.5. */
export function isInScope(id: string, clauses: readonly string[]): boolean {
  const [clause = ''] = id.split('-')
  return clauses.some((one) => clause === one || clause.startsWith(`${one}.`))
}

/** Everybody who audits. */
export function auditorsOf({ lead, team }: Pick<Audit, 'lead' | 'team'>): readonly Person[] {
  const all = lead ? [lead, ...team] : team
  return [...new Map(all.map((person) => [person.id, person])).values()]
}
