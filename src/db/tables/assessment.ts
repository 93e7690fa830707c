import type { Generated, JSONColumnType } from 'kysely'

/** The tables of 0005-assessment.sql and 0200-snapshots.sql. */
export type AssessmentTables = {
  assessment_revision: { organization_id: string; number: number }
  baseline: {
    organization_id: string
    id: Generated<string>
    name: string
    kind: 'full' | 'quick scan'
    scope: string
    assessed_on: string
    target: JSONColumnType<Record<string, number>>
    state: Generated<'open' | 'closed'>
    started_by: string | null
    started_by_name: string
    started_at: Date
    closed_at: Date | null
    version: Generated<number>
  }
  statement: {
    organization_id: string
    baseline_id: string
    requirement: string
    version: number
    said: JSONColumnType<Record<string, unknown>>
    written_by: string | null
    written_by_name: string
    written_at: Date
  }
  rating: {
    organization_id: string
    baseline_id: string
    requirement: string
    version: number
    rating: string
    rationale: string
    is_self: boolean
    origin: Generated<'person' | 'import' | 'carried over'>
    rated_by: string
    rated_by_name: string
    rated_at: Date
    confirmed_by: string | null
    confirmed_by_name: string | null
    confirmed_at: Date | null
    reason: string | null
    is_without_new_evidence: Generated<boolean>
    written_at: Date
  }
  assignment: {
    organization_id: string
    requirement: string
    person_id: string | null
    due_on: string | null
    note: string
    assigned_by: string | null
    assigned_by_name: string
    assigned_at: Date
    version: Generated<number>
  }
  evidence_link: {
    organization_id: string
    id: Generated<string>
    requirement: string
    kind: 'attachment' | 'record' | 'check' | 'link'
    target: string
    title: string
    shows: 'document' | 'records' | 'other'
    seen_on: string
    expires_on: string | null
    note: string
    added_by: string | null
    added_by_name: string
    added_at: Date
  }
  programme_version: {
    organization_id: string
    version: number
    facts: JSONColumnType<Record<string, unknown>>
    written_by: string | null
    written_by_name: string
    written_at: Date
  }
  snapshot: {
    organization_id: string
    id: Generated<string>
    baseline_id: string | null
    name: string
    document: string
    sha256: string
    label: string
    index_value: number
    number: number
    parts: JSONColumnType<Record<string, string>>
    is_for_documents: Generated<boolean>
    trail_number: number
    frozen_by: string | null
    frozen_by_name: string
    frozen_at: Date
  }
  frozen_text: { organization_id: string; sha256: string; document: string }
  snapshot_pruning: {
    organization_id: string
    snapshot_id: string
    pruned_by: string | null
    pruned_by_name: string
    pruned_at: Date
  }
  sample: {
    organization_id: string
    id: Generated<string>
    name: string
    method: 'random' | 'judgement'
    seed: number | null
    definition: JSONColumnType<Record<string, unknown>>
    population_size: number
    population_hash: string
    drawn: JSONColumnType<readonly unknown[]>
    sha256: string
    drawn_by: string | null
    drawn_by_name: string
    drawn_at: Date
  }
}
