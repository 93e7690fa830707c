import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Json = JSONColumnType<Record<string, unknown>>

/** The tables of 0004-registers.sql. */
export type RegisterTables = {
  record: {
    organization_id: string
    id: Generated<string>
    register: string
    serial: number
    number: string
    state: string
    label: string
    data: Json
    version: Generated<number>
    created_at: Generated<Date>
    updated_at: Generated<Date>
    deleted_at: Date | null
  }
  record_counter: { organization_id: string; register: string; last: number }
  record_link: { organization_id: string; from_id: string; field: string; place: number; to_id: string }
  record_key: { organization_id: string; record_id: string; field: string; key: string; register: string }
  comment: {
    organization_id: string
    id: Generated<string>
    on_kind: string
    on_id: string
    author_id: string | null
    author_name: string
    body: string
    version: Generated<number>
    created_at: Generated<Date>
    updated_at: Generated<Date>
    deleted_at: Date | null
  }
  attachment: {
    organization_id: string
    id: Generated<string>
    on_kind: string
    on_id: string
    title: string
    expires_on: ColumnType<string | null, string | null | undefined, string | null>
    revision: Generated<number>
    version: Generated<number>
    created_at: Generated<Date>
    updated_at: Generated<Date>
    deleted_at: Date | null
  }
  attachment_revision: {
    organization_id: string
    attachment_id: string
    revision: number
    name: string
    type: string
    bytes: number
    sha256: string
    author_id: string | null
    author_name: string
    created_at: Generated<Date>
  }
  record_import: {
    organization_id: string
    id: Generated<string>
    register: string
    file: string
    person_id: string | null
    plan: Json
    created_at: Generated<Date>
    expires_at: Date
    applied_at: Date | null
  }
}
