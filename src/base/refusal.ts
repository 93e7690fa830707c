/** Why a request is not served; the command line turns it into an exit code, in one place. */
export type RefusalCode = 'not-found' | 'not-allowed' | 'conflict' | 'invalid'

/** A request that was understood and is not served. The message says what is wrong, where, and what to do next. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Refusal'
    this.code = code
  }
}
