import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0100-decisions.sql and 0101-programme-phases.sql, and of 0231-capability-targets.sql. */
export type StrategyTables = {
  capability_target: {
    organization_id: string
    clause: string
    level: number
    reason: string
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
  decision: Signed & {
    organization_id: string
    id: Generated<string>
    verdict: 'go' | 'no-go' | 'later'
    reasons: string
    conditions: Generated<string>
    figures: JSONColumnType<Record<string, unknown>>
    seal: string
  }
  criterion_statement: {
    organization_id: string
    id: Generated<string>
    criterion: string
    is_met: boolean
    says: string
    stated_by: string | null
    stated_by_name: string
    stated_at: Date
  }
  phase_signature: Signed & {
    organization_id: string
    phase: string
    criteria: JSONColumnType<readonly unknown[]>
    waivers: JSONColumnType<readonly unknown[]>
    note: Generated<string>
  }
  alignment_review: {
    organization_id: string
    id: Generated<string>
    note: string
    alignment: JSONColumnType<Record<string, unknown>>
    next_on: string
    reviewed_by: string | null
    reviewed_by_name: string
    reviewed_at: Date
  }
}

type Signed = {
  proved_by: 'password' | 'passkey'
  signed_by: string
  signed_by_name: string
  signed_as: string
  signed_at: Date
}
