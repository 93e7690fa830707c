import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

export type Finding = Answered<'GET /api/organizations/:organization/findings/:finding'>
export type Row = Answered<'GET /api/organizations/:organization/findings'>['items'][number]

/** How a grade looks. */
export const gradeTone = {
  major: 'major',
  minor: 'minor',
  opportunity: 'opportunity',
  'good practice': 'conforming',
} as const satisfies Record<Row['grade'], ToneName>

/** How a state looks: what is closed is met, what is rejected does not count, all else is under way. */
export function stateTone(state: Row['state']): ToneName {
  if (state === 'closed') return 'conforming'
  if (state === 'rejected') return 'not_applicable'
  return state === 'raised' ? 'not_assessed' : 'partially'
}

export const grades = [
  'major',
  'minor',
  'opportunity',
  'good practice',
] as const satisfies readonly Row['grade'][]

export const states = [
  'raised',
  'contained',
  'analysing',
  'action_planned',
  'implementing',
  'implemented',
  'verifying',
  'closed',
  'rejected',
] as const satisfies readonly Row['state'][]

export const categories = [
  'people',
  'method',
  'tools',
  'information',
  'suppliers',
  'measurement',
  'environment',
] as const

/** The steps of the chain, and the states in which each of them is the one to be done. */
export const steps = [
  { step: 'correction', states: ['raised'] },
  { step: 'cause', states: ['contained', 'analysing'] },
  { step: 'actions', states: ['action_planned', 'implementing', 'implemented'] },
  { step: 'effect', states: ['verifying'] },
] as const

export type Step = (typeof steps)[number]['step']

/** Whether a step is behind, under way, or ahead. */
export function standingOf(step: Step, state: Row['state']): 'done' | 'now' | 'ahead' {
  if (state === 'closed') return 'done'
  const at = steps.findIndex((one) => (one.states as readonly string[]).includes(state))
  const own = steps.findIndex((one) => one.step === step)
  if (own === at) return 'now'
  return own < at ? 'done' : 'ahead'
}
