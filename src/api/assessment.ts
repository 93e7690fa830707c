import { baselinesApi } from './baselines.ts'
import { gapListApi } from './gap-list.ts'
import { readinessApi } from './readiness.ts'
import { ratingsApi, requirementsApi } from './requirements.ts'
import { roomFilesApi } from './room-files.ts'
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
  ...gapListApi,
  ...roomFilesApi,
} as const
