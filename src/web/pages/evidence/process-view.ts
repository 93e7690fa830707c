import type { Answered } from '../../data/call.ts'

export type Process = Answered<'GET /api/organizations/:organization/conformance/:process'>
