import { financeApi } from '#api/finance.ts'
import { growthApi } from '#api/growth.ts'
import { ownLinesApi } from '#api/own-lines.ts'
import { finance } from './finance.ts'
import { growth } from './growth.ts'
import { ownLines } from './own-lines.ts'

/** Every resource of the business case, to be mounted at once. */
export const businessCase = {
  endpoints: { ...financeApi, ...ownLinesApi, ...growthApi },
  handlers: { ...finance.handlers, ...ownLines.handlers, ...growth.handlers },
}
