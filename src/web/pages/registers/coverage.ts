import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

/** One piece of documented information, and what covers it. */
export type Piece = Answered<'GET /api/organizations/:organization/document-coverage'>['items'][number]

/** From worst to best. */
export const statuses = ['missing', 'in preparation', 'overdue', 'in a register', 'covered'] as const

export const statusTones = {
  missing: 'major',
  'in preparation': 'partially',
  overdue: 'minor',
  'in a register': 'opportunity',
  covered: 'conforming',
} as const satisfies Record<Piece['status'], ToneName>
