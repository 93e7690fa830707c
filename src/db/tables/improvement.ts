import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0150-management-reviews.sql and 0151-calendar-reminders.sql. */
export type ImprovementTables = {
  management_review: {
    organization_id: string
    id: Generated<string>
    number: number
    held_on: string
    next_on: string | null
    attendees: Generated<string>
    inputs: JSONColumnType<readonly unknown[]>
    carried: JSONColumnType<readonly unknown[]>
    minutes: JSONColumnType<Record<string, unknown>, string | undefined, string>
    conclusion: Generated<string>
    prepared_by: string | null
    prepared_by_name: string
    prepared_at: Date
    version: Generated<number>
    seal: string | null
    is_complete: boolean | null
    proved_by: 'password' | 'passkey' | null
    signed_by: string | null
    signed_by_name: string | null
    signed_as: string | null
    signed_at: Date | null
  }
  review_action: {
    organization_id: string
    id: Generated<string>
    review_id: string
    kind: 'improvement' | 'change' | 'resources' | 'other'
    says: string
    owner: string
    due_on: string
    state: Generated<'open' | 'done' | 'dropped'>
    outcome: Generated<string>
    ended_on: string | null
    ended_by_name: string | null
    created_at: Date
    version: Generated<number>
  }
  calendar_reminder: {
    organization_id: string
    entry: string
    due_on: string
    reminded_at: Date
  }
  calendar_feed: {
    organization_id: string
    person_id: string
    code_sha256: string
    language: string
    made_at: Date
    read_at: Date | null
    asked_since: Date | null
    asked: Generated<number>
  }
}
