import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** The tables of 0080-adoption.sql. */
export type AdoptionTables = {
  survey: {
    organization_id: string
    id: Generated<string>
    instrument: string
    title: string
    heard: string
    state: Generated<'open' | 'closed'>
    sent_by: string | null
    sent_by_name: string
    sent_at: Date
    closes_on: string
    closed_at: Date | null
    reminded_at: Date | null
  }
  survey_box: {
    organization_id: string
    survey_id: string
    name: string
    invited: number
    answered: Generated<number>
    answers: ColumnType<readonly unknown[], string | undefined, string>
  }
  survey_token: {
    organization_id: string
    survey_id: string
    token_sha256: string
    group_name: string
  }
  survey_invitee: { organization_id: string; survey_id: string; email: string }
  course_assignment: {
    organization_id: string
    id: Generated<string>
    person: string
    course: string
    because: string
    assigned_by: string | null
    assigned_by_name: string
    assigned_at: Date
    due_on: string
    exempt_because: string | null
    exempt_until: string | null
    exempt_by_name: string | null
    extra_attempts: Generated<number>
    reminded_at: Date | null
    escalated_at: Date | null
  }
  quiz_attempt: {
    organization_id: string
    id: Generated<string>
    assignment_id: string
    number: number
    course_version: string
    asked: JSONColumnType<readonly unknown[]>
    answers: ColumnType<Record<string, number> | null, string | null, string | null>
    score: number | null
    is_passed: boolean | null
    started_at: Date
    finished_at: Date | null
  }
  certificate: {
    organization_id: string
    id: Generated<string>
    number: string
    assignment_id: string
    person: string
    person_name: string
    course: string
    course_title: string
    course_version: string
    score: number
    passed_on: string
    valid_until: string
  }
  feedback_code: { organization_id: string; code_sha256: string; record_id: string }
}
