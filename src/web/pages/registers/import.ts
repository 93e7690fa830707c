import type { Answered } from '../../data/call.ts'

/** A file that was previewed, with a page of its rows. */
export type Import = Answered<'GET /api/organizations/:organization/registers/:register/imports/:import'>
