import { baselinesApi } from './baselines.ts'
import { readinessApi } from './readiness.ts'
import { ratingsApi, requirementsApi } from './requirements.ts'
import { samplesApi } from './samples.ts'
import { snapshotsApi } from './snapshots.ts'
import { workbenchApi } from './workbench.ts'

/** Every address about the work of an assessment. */
export const assessmentApi = {
  ...readinessApi,
  ...requirementsApi,
  ...ratingsApi,
  ...baselinesApi,
  ...snapshotsApi,
  ...samplesApi,
  ...workbenchApi,
} as const
