import type { Generated } from 'kysely'

/** The tables of 0002-people.sql that our own code reads or writes; the others belong to the sign-in library alone. */
export type AuthTables = {
  person: {
    id: Generated<string>
    name: string
    email: string
    is_email_verified: Generated<boolean>
    is_two_factor_enabled: Generated<boolean | null>
    image: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  session: {
    id: Generated<string>
    person_id: string
    token: string
    expires_at: Date
    address: string | null
    user_agent: string | null
    way: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  account: {
    id: Generated<string>
    person_id: string
    provider_id: string
    account_id: string
    password: string | null
  }
  sign_in_attempt: { key: string; count: number; since: Generated<Date> }
  invitation: {
    organization_id: string
    id: Generated<string>
    email: string
    role: string
    role_expires_at: Date | null
    token_sha256: string
    invited_by: string | null
    invited_by_name: string
    created_at: Generated<Date>
    expires_at: Date
    accepted_at: Date | null
    revoked_at: Date | null
  }
  api_token: {
    organization_id: string
    id: Generated<string>
    name: string
    token_sha256: string
    begins_with: string
    created_by: string
    created_by_name: string
    scopes: string[]
    created_at: Generated<Date>
    expires_at: Date
    last_used_at: Date | null
    revoked_at: Date | null
  }
}
