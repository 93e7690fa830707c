import { adoptionApi } from '#api/adoption.ts'
import { engagement } from './engagement.ts'
import { surveys } from './surveys.ts'
import { training } from './training.ts'

/** Every resource of the people side, to be mounted at once. */
export const adoption = {
  endpoints: adoptionApi,
  handlers: { ...engagement.handlers, ...surveys.handlers, ...training.handlers },
}
