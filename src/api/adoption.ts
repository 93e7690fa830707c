import type { Endpoints } from './endpoint.ts'
import { surveysApi } from './surveys.ts'
import { trainingApi } from './training.ts'

/** Every address of the people side. */
export const adoptionApi = { ...surveysApi, ...trainingApi } as const satisfies Endpoints
