import type { ColumnType, Generated } from 'kysely'

/** JSON that is written as text and read as what it holds. */
type Json = ColumnType<unknown, string, string>

/** The tables of 0006-evidence.sql. */
export type EvidenceTables = {
  source: {
    organization_id: string
    id: Generated<string>
    name: string
    bytes: number
    sha256: string
    media_kind: string
    state: string
    message: string | null
    uploaded_by: string | null
    uploaded_by_name: string
    uploaded_at: Date
    changed_at: Date
    version: Generated<number>
  }
  reading_answer: {
    organization_id: string
    question: string
    answer: string
    answered_by_name: string
    answered_at: Date
  }
  job: {
    organization_id: string
    id: Generated<string>
    kind: string
    state: string
    asked: Json
    stage: string | null
    done: number | null
    of: number | null
    attempts: Generated<number>
    is_cancel_asked: Generated<boolean>
    message: string | null
    outcome: Json | null
    asked_by: string | null
    asked_by_name: string
    asked_role: string
    asked_at: Date
    started_at: Date | null
    ended_at: Date | null
  }
  ticket_import: {
    organization_id: string
    id: string
    read_at: Date
    read_by_name: string
    file_count: number
    ticket_count: number
    problem_count: number
    mapping_hash: string
    mapping: string
    timezone: string | null
    data_from: string
    data_until: string
    document: Json
  }
  collection: {
    organization_id: string
    id: string
    number: number
    period_from: string
    period_to: string
    data_from: string
    data_until: string
    data_hash: string
    pack_version: string
    import_id: string | null
    collected_at: Date
    collected_by_name: string
    document: Json
  }
  result: {
    organization_id: string
    collection_id: string
    check_id: string
    verdict: string
    because: string
    population: number
    met: number
    threshold: number
    share: number | null
    interval_low: number | null
    interval_high: number | null
    sql_hash: string
  }
  made_document: {
    organization_id: string
    id: string
    kind: string
    title: string
    collection_id: string | null
    baseline_id: string | null
    path: string
    sha256: string
    bytes: number
    made_by_name: string
    made_at: Date
    snapshot_id: string | null
    since_id: string | null
    template: string | null
    language: string | null
    brand: string | null
    document_key: string | null
  }
}
