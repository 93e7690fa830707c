import { DAY, instant, iso } from './calendar.ts'
import type { Columns } from './csv.ts'

type Audit = { readonly id: string; readonly planned: string; readonly wait: number; readonly minor: number }

/** The internal audits of two years, held near their plan and reported soon after. */
export const AUDITS: readonly Audit[] = [
  { id: 'AUD-2024-3', planned: '2024-10-07T07:00:00Z', wait: 1, minor: 4 },
  { id: 'AUD-2024-4', planned: '2024-11-18T08:00:00Z', wait: 2, minor: 3 },
  { id: 'AUD-2025-1', planned: '2025-02-17T08:00:00Z', wait: 1, minor: 2 },
  { id: 'AUD-2025-2', planned: '2025-05-19T08:00:00Z', wait: 8, minor: 2 },
  { id: 'AUD-2025-3', planned: '2025-09-22T08:00:00Z', wait: 0, minor: 1 },
  { id: 'AUD-2025-4', planned: '2025-11-17T08:00:00Z', wait: 3, minor: 2 },
  { id: 'AUD-2026-1', planned: '2026-02-16T08:00:00Z', wait: 1, minor: 1 },
  { id: 'AUD-2026-2', planned: '2026-05-18T08:00:00Z', wait: 7, minor: 1 },
  { id: 'AUD-2026-3', planned: '2026-09-07T08:00:00Z', wait: 2, minor: 1 },
]

const REPORT_DAYS = 9

function held(audit: Audit): number {
  return instant(audit.planned) + audit.wait * DAY
}

export const AUDIT: Columns<Audit> = [
  ['audit', (audit) => audit.id],
  ['audit_type', () => 'internal'],
  ['planned', (audit) => iso(instant(audit.planned))],
  ['held', (audit) => iso(held(audit))],
  ['reported', (audit) => iso(held(audit) + REPORT_DAYS * DAY)],
  ['majors', () => 0],
  ['minors', (audit) => audit.minor],
]
