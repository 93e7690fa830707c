import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0070-roadmap.sql. */
export type RoadmapTables = {
  remedy_decision: {
    organization_id: string
    requirement: string
    version: number
    state: 'proposed' | 'accepted' | 'deferred' | 'declined'
    reason: string
    role: string | null
    effort: JSONColumnType<Record<string, number>> | null
    decided_by: string | null
    decided_by_name: string
    decided_at: Date
  }
  roadmap_plan: {
    organization_id: string
    version: number
    plan: JSONColumnType<Record<string, unknown>>
    written_by: string | null
    written_by_name: string
    written_at: Date
  }
  roadmap_schedule: {
    organization_id: string
    number: number
    plan_version: number
    schedule: JSONColumnType<Record<string, unknown>>
    inputs_hash: string
    planned_by: string | null
    planned_by_name: string
    planned_at: Date
  }
  roadmap_baseline: {
    organization_id: string
    id: Generated<string>
    name: string
    schedule_number: number
    set_by: string | null
    set_by_name: string
    set_at: Date
  }
}
