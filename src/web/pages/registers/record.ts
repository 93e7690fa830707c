import type { Answered } from '../../data/call.ts'

/** A record whole, as the API answers it. */
export type RecordWhole = Answered<'GET /api/organizations/:organization/registers/:register/records/:record'>

/** A record at the other end of a link. */
export type Neighbour = RecordWhole['links'][number]

/** What a record holds, by the names of its fields. */
export type Data = Readonly<Record<string, unknown>>

/** What every input of a form says about itself. */
export type Shared = Readonly<{
  label: string
  description: string | undefined
  required: boolean
  error: string | undefined
  disabled: boolean
}>
