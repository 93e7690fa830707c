import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'

/** What the files leave open and only a person can say, with what each answer would make of an example. */
export const ReadingQuestion = z.object({
  about: z.enum(['day order', 'timezone']),
  file: z.string(),
  columns: z.array(z.string()),
  example: z.string(),
  readings: z.array(z.object({ answer: z.string(), reads: z.string() })),
})
export type ReadingQuestion = Readonly<z.infer<typeof ReadingQuestion>>

/** A refusal that an answer would lift. */
export class Unanswered extends Refusal {
  readonly question: ReadingQuestion

  constructor(message: string, question: ReadingQuestion) {
    super('invalid', message)
    this.name = 'Unanswered'
    this.question = question
  }
}

/** None of the files holds tickets; others beside them may. */
export class NoTickets extends Refusal {
  constructor(message: string) {
    super('invalid', message)
    this.name = 'NoTickets'
  }
}
