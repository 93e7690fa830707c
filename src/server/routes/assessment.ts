import { assessmentApi } from '#api/assessment.ts'
import { baselines } from './baselines.ts'
import { gapList } from './gap-list.ts'
import { ratings } from './ratings.ts'
import { readiness } from './readiness.ts'
import { requirements } from './requirements.ts'
import { roomFiles } from './room-files.ts'
import { samples } from './samples.ts'
import { snapshots } from './snapshots.ts'
import { workbench } from './workbench.ts'

/** Every resource of the work of an assessment, to be mounted at once. */
export const assessment = {
  endpoints: assessmentApi,
  handlers: {
    ...readiness.handlers,
    ...requirements.handlers,
    ...ratings.handlers,
    ...baselines.handlers,
    ...snapshots.handlers,
    ...samples.handlers,
    ...workbench.handlers,
    ...gapList.handlers,
    ...roomFiles.handlers,
  },
}
