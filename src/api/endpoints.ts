import { assessmentApi } from './assessment.ts'
import { organizationsApi } from './organizations.ts'
import { registersApi } from './registers.ts'
import { sessionApi } from './session.ts'

/** Every address of the API: what the server mounts, the roles test walks through, and the browser's client is typed by. */
export const endpoints = {
  ...sessionApi,
  ...organizationsApi,
  ...registersApi,
  ...assessmentApi,
} as const

/** The type by which the browser calls: no code of the contract is loaded there. */
export type Api = typeof endpoints
