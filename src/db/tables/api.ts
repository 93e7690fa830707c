import type { Generated } from 'kysely'

/** The tables of 0007-api.sql. */
export type ApiTables = {
  kept_answer: {
    asker: string
    key: string
    request_hash: string
    state: 'running' | 'changed' | 'answered'
    answer: string | null
    started_at: Date
    expires_at: Date
  }
  webhook: {
    organization_id: string
    id: Generated<string>
    url: string
    events: string[]
    secret: string
    is_active: Generated<boolean>
    position: number
    version: Generated<number>
    created_at: Date
  }
  webhook_delivery: {
    organization_id: string
    id: Generated<string>
    webhook_id: string
    number: number
    type: string
    state: 'waiting' | 'delivered' | 'given up'
    attempts: Generated<number>
    next_at: Date | null
    status: number | null
    error: string | null
    delivered_at: Date | null
    created_at: Date
  }
  restoration: { id: string; at: Generated<Date>; backup_made_at: Date; manifest_sha256: string }
}
