import { Refusal } from '#base/refusal.ts'

/** A template that is not taken, with the reason and what to do about it. */
export function refused(what: string, advice: string, cause?: unknown): Refusal {
  return new Refusal(
    'invalid',
    `The template ${what}. ${advice}`,
    cause === undefined ? undefined : { cause },
  )
}
