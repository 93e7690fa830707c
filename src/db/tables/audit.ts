import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0140-audits.sql. */
export type AuditTables = {
  audit: {
    organization_id: string
    id: Generated<string>
    number: number
    kind: 'internal' | 'external'
    title: string
    state: Generated<string>
    clauses: JSONColumnType<readonly string[]>
    because: Generated<string>
    planned_on: string
    held_on: string | null
    criteria: Generated<string>
    method: Generated<string>
    lead_id: string | null
    lead_name: string | null
    team: JSONColumnType<readonly Named[]>
    made_by: string | null
    made_by_name: string
    made_at: Date
    version: Generated<number>
  }
  audit_question: {
    organization_id: string
    audit_id: string
    requirement: string
    asks: JSONColumnType<Record<string, unknown>>
    results: JSONColumnType<readonly unknown[]>
    answer: string | null
    notes: Generated<string>
    evidence: JSONColumnType<readonly unknown[]>
    answered_by: string | null
    answered_by_name: string | null
    answered_at: Date | null
    version: Generated<number>
  }
  audit_sample: {
    organization_id: string
    audit_id: string
    sample_id: string
    requirement: string | null
    linked_by_name: string
    linked_at: Date
  }
  audit_signature: {
    organization_id: string
    audit_id: string
    conclusion: string
    report: JSONColumnType<Record<string, unknown>>
    seal: string
    proved_by: 'password' | 'passkey' | 'paper'
    signed_by: string
    signed_by_name: string
    signed_as: string
    signed_at: Date
  }
  audit_addendum: {
    organization_id: string
    id: Generated<string>
    audit_id: string
    says: string
    added_by: string | null
    added_by_name: string
    added_at: Date
  }
  finding: FindingTable
  finding_action: {
    organization_id: string
    id: Generated<string>
    finding_id: string
    says: string
    owner_id: string
    owner_name: string
    due_on: string
    done_on: string | null
    evidence: Generated<string>
    done_by_name: string | null
    doers: Generated<string[]>
    version: Generated<number>
  }
  effect_check: {
    organization_id: string
    id: Generated<string>
    finding_id: string
    is_effective: boolean
    says: string
    results: JSONColumnType<readonly unknown[]>
    checked_by: string
    checked_by_name: string
    checked_at: Date
  }
}

type Named = { readonly id: string; readonly name: string }

type FindingTable = {
  organization_id: string
  id: Generated<string>
  number: number
  source: string
  source_name: Generated<string>
  audit_id: string | null
  check_id: string | null
  grade: string
  title: string
  requirements: JSONColumnType<readonly string[]>
  evidence: Generated<string>
  missing: Generated<string>
  grade_reason: Generated<string>
  extent: Generated<string>
  state: Generated<string>
  owner_id: string | null
  owner_name: string | null
  due_on: string | null
  correction: Generated<string>
  cause_form: Generated<string>
  cause_rows: JSONColumnType<readonly unknown[]>
  root_cause: Generated<string>
  cause_category: string | null
  cause_by: string | null
  cause_by_name: string | null
  cause_approved_by: string | null
  cause_approved_by_name: string | null
  cause_approved_at: Date | null
  extent_check: Generated<string>
  criterion: Generated<string>
  effect_due_on: string | null
  decision: Generated<string>
  raised_by: string | null
  raised_by_name: string
  raised_at: Date
  closed_at: Date | null
  reopened: Generated<number>
  version: Generated<number>
}
