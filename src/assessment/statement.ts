import { z } from 'zod'

/** What a person says is done today, from nothing to a practice that is looked at again. */
export const Practice = z.enum(['none', 'ad hoc', 'documented', 'practised', 'practised and reviewed'])
export type Practice = z.infer<typeof Practice>

/** A day written as year-month-day that the calendar knows. */
export const Day = z.iso.date()

/** Documented information as a person reports it: there or not, approved or not, and where to find it. */
export const DocumentSeen = z.object({
  exists: z.boolean(),
  approved: z.boolean().optional(),
  reference: z.string().min(1).optional(),
})
export type DocumentSeen = Readonly<z.infer<typeof DocumentSeen>>

/**
 * What a named person said about one requirement on one day; the first kind of evidence.
 * since: first day of the practice. applies: whether the condition of the requirement exists in the scope.
 * exercised: whether the event has happened or was rehearsed. records: where records were looked at.
 */
export const Statement = z.object({
  requirement: z.string().min(1),
  practice: Practice.optional(),
  since: Day.optional(),
  document: DocumentSeen.optional(),
  records: z.string().min(1).optional(),
  applies: z.boolean().optional(),
  exercised: z.boolean().optional(),
  comment: z.string().min(1).optional(),
  who: z.string().min(1),
  role: z.string().min(1).optional(),
  on: Day,
})
export type Statement = Readonly<z.infer<typeof Statement>>

/** True when the practice goes beyond a written rule. */
export function isPractised(practice: Practice | undefined): boolean {
  return practice === 'practised' || practice === 'practised and reviewed'
}

/** True when a document is there, approved and can be found: the level at which it counts as evidence. */
export function isInForce(document: DocumentSeen | undefined): boolean {
  return document?.exists === true && document.approved === true && document.reference !== undefined
}

/** The statement that counts per requirement: the latest one, and of the same day the last given. */
export function latestStatements(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const latest = new Map<string, Statement>()
  for (const statement of statements) {
    const known = latest.get(statement.requirement)
    if (!known || statement.on >= known.on) latest.set(statement.requirement, statement)
  }
  return latest
}
