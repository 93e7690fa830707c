import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

/** What is promised, and what holds it up. */
export type Chain = Answered<'GET /api/organizations/:organization/agreement-chain'>
export type Link = Chain['links'][number]

/** From what has to be looked at first to what is well. */
export const verdicts = ['weaker', 'not covered', 'not comparable', 'alone', 'supported'] as const

export const chainTones = {
  weaker: 'minor',
  'not covered': 'partially',
  'not comparable': 'not_assessed',
  alone: 'not_assessed',
  supported: 'conforming',
} as const satisfies Record<Link['verdict'], ToneName>
