import { assessmentApi } from '#api/assessment.ts'
import { ratings } from './ratings.ts'
import { readiness } from './readiness.ts'
import { requirements } from './requirements.ts'

/** Every resource of the work of an assessment, to be mounted at once. */
export const assessment = {
  endpoints: assessmentApi,
  handlers: { ...readiness.handlers, ...requirements.handlers, ...ratings.handlers },
}
