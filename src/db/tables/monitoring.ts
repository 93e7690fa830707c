import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'

type Direction = 'up' | 'down' | 'neutral' | 'to zero'

/** The tables of 0130-monitoring.sql. */
export type MonitoringTables = {
  adopted_kpi: {
    organization_id: string
    kpi: string
    owner: Generated<string>
    cadence: string
    direction: Direction
    is_ended: Generated<boolean>
    adopted_on: string
    adopted_by: string | null
    adopted_by_name: string
    changed_at: Date
    version: Generated<number>
  }
  kpi_target: {
    organization_id: string
    kpi: string
    number: number
    target: number
    valid_from: string
    reason: string
    set_by: string | null
    set_by_name: string
    set_at: Date
  }
  kpi_point: {
    organization_id: string
    id: Generated<string>
    number: GeneratedAlways<number>
    kpi: string
    period: string
    collection_id: string | null
    part: number | null
    whole: number | null
    value: number | null
    n: number
    is_closed: boolean
    data_hash: string
    reason: string | null
    computed_at: Date
    computed_by_name: string
  }
  kpi_signal: {
    organization_id: string
    id: Generated<string>
    number: number
    kpi: string
    rule: string
    began: string
    periods: JSONColumnType<readonly string[]>
    figures: JSONColumnType<readonly unknown[]>
    found_at: Date
  }
  kpi_decision: {
    organization_id: string
    id: Generated<string>
    kpi: string
    signal_id: string | null
    says: string
    owner: string
    due_on: string | null
    decided_on: string
    kept_by: string | null
    kept_by_name: string
    kept_at: Date
  }
  own_kpi: {
    organization_id: string
    kpi: string
    number: number
    title: string
    claim: string
    answers: 'share' | 'value'
    unit: string
    direction: Direction
    sql: string
    reason: string
    tried: JSONColumnType<readonly unknown[]>
    written_by: string | null
    written_by_name: string
    written_at: Date
  }
  own_kpi_answer: {
    organization_id: string
    kpi: string
    number: number
    collection_id: string
    because: string | null
    asked_at: Date
  }
}
