import type { Endpoints } from './endpoint.ts'
import { engagementApi } from './engagement.ts'
import { surveysApi } from './surveys.ts'
import { trainingApi } from './training.ts'

/** Every address of the people side. */
export const adoptionApi = { ...engagementApi, ...surveysApi, ...trainingApi } as const satisfies Endpoints
