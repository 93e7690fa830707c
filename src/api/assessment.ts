import { readinessApi } from './readiness.ts'
import { ratingsApi, requirementsApi } from './requirements.ts'

/** Every address about the work of an assessment. */
export const assessmentApi = { ...readinessApi, ...requirementsApi, ...ratingsApi } as const
