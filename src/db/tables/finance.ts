import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0090-finance.sql. */
export type FinanceTables = {
  business_case: {
    organization_id: string
    settings: JSONColumnType<Record<string, unknown>>
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
  case_assumption: {
    organization_id: string
    id: string
    low: number
    base: number
    high: number
    source: Generated<string>
    quality: 'A' | 'B' | 'C' | 'J' | 'measured'
    owner: Generated<string>
    note: Generated<string>
    measured: JSONColumnType<Record<string, unknown> | null, string | null, string | null>
    follows: 'effort' | 'external effort' | null
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
  case_line: {
    organization_id: string
    id: string
    choice: JSONColumnType<Record<string, unknown>>
    owner: Generated<string>
    own: JSONColumnType<Record<string, unknown> | null, string | null, string | null>
    deleted_at: Date | null
    version: Generated<number>
    changed_by: string | null
    changed_by_name: string
    changed_at: Date
  }
  benefit_actual: {
    organization_id: string
    line: string
    quarter: string
    value: number
    evidence: string
    version: Generated<number>
    recorded_by: string | null
    recorded_by_name: string
    recorded_at: Date
  }
}
