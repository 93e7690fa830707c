import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0001-organizations.sql. */
export type OrganizationTables = {
  organization: {
    id: Generated<string>
    name: string
    settings: JSONColumnType<Record<string, unknown>>
    version: Generated<number>
    created_at: Generated<Date>
  }
  membership: {
    organization_id: string
    person_id: string
    role: string
    expires_at: Date | null
    version: Generated<number>
    created_at: Generated<Date>
  }
  audit_entry: {
    organization_id: string
    number: number
    at: Date
    actor_kind: string
    actor_id: string | null
    actor_name: string
    action: string
    record_kind: string
    record_id: string
    before: JSONColumnType<Record<string, unknown>> | null
    after: JSONColumnType<Record<string, unknown>> | null
    reason: string | null
    previous_hash: string
    hash: string
  }
  audit_head: { organization_id: string; number: number; hash: string }
}
