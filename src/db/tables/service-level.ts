import type { Generated } from 'kysely'

/** The tables of 0160-service-level.sql and 0161-service-reports.sql. */
export type ServiceLevelTables = {
  service_level_cell: {
    organization_id: string
    collection_id: string
    service: string
    customer: string
    metric: string
    month: string
    computed_by: string
    pause_rule: string
    reopen_rule: string
    kept: number
    missed: number
    open_missed: number
    running: number
    unusable: number
    no_clock: number
    missed_tickets: string[]
  }
  service_level_party: {
    organization_id: string
    collection_id: string
    service: string
    month: string
    party_kind: 'group' | 'supplier'
    party: string
    kept: number
    missed: number
  }
  service_survey_month: {
    organization_id: string
    collection_id: string
    service: string
    customer: string
    month: string
    sent: number
    answered: number
    satisfied: number
  }
  service_complaint: {
    organization_id: string
    collection_id: string
    ticket: string
    service: string
    customer: string
    month: string
    state: string
    is_open: boolean
    received_at: Date | null
    answered_at: Date | null
    ended_at: Date | null
  }
  service_review: {
    organization_id: string
    id: Generated<string>
    service: string
    customer: Generated<string>
    held_on: string
    attendees: string[]
    note: string
    figures: string
    seal: string
    every_months: number
    next_on: string
    recorded_by: string | null
    recorded_by_name: string
    recorded_at: Date
  }
  service_review_action: {
    organization_id: string
    id: Generated<string>
    review_id: string
    place: number
    what: string
    owner: string
    due_on: string
    done_on: string | null
    done_says: string | null
    version: Generated<number>
  }
  service_report: {
    organization_id: string
    id: Generated<string>
    title: string
    audience: string
    purpose: string
    services: string[]
    customer: Generated<string>
    parts: string[]
    cadence: 'monthly' | 'quarterly'
    due_days: number
    issuer: string
    recipients: string[]
    first_month: string
    ended_at: Date | null
    version: Generated<number>
    made_at: Date
  }
  service_report_issue: {
    organization_id: string
    id: Generated<string>
    report_id: string
    period: string
    collection_id: string
    due_on: string
    figures: string
    seal: string
    issued_by: string | null
    issued_by_name: string
    issued_at: Date
  }
  service_report_receipt: {
    organization_id: string
    issue_id: string
    recipient: string
    code_sha256: string | null
    sent_at: Date | null
    acknowledged_at: Date | null
    says: string | null
  }
}
