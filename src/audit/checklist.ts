import { z } from 'zod'
import type { Requirement } from '#content/requirement.ts'
import { isInScope } from './audit.ts'
import type { FrozenResult, Person } from './finding.ts'

/** What an auditor answers to a line of a checklist. */
export const AuditAnswer = z.enum(['met', 'could be better', 'not met', 'not applicable'])
export type AuditAnswer = z.infer<typeof AuditAnswer>

/** A place where the evidence for an answer is. */
export const SeenEvidence = z.object({
  title: z.string().trim().min(1).max(300),
  target: z.string().max(2000).default(''),
})
export type SeenEvidence = Readonly<z.infer<typeof SeenEvidence>>

/** What a line of a checklist asks: in our words, with what an auditor expects to see. */
export const Asks = z.object({
  title: z.string(),
  statement: z.string(),
  question: z.string(),
  criticality: z.enum(['high', 'medium', 'low']),
  expects: z.array(z.string()),
})
export type Asks = Readonly<z.infer<typeof Asks>>

/** A line of a checklist, with its answer once there is one. */
export type ChecklistLine = Readonly<{
  requirement: string
  asks: Asks
  /** What the computed checks said when the checklist was made. */
  results: readonly FrozenResult[]
  answer: AuditAnswer | undefined
  notes: string
  evidence: readonly SeenEvidence[]
  answeredBy: Person | undefined
  answeredAt: string | undefined
  version: number
}>

/** The lines of a checklist for a scope: one for each requirement that is rated by itself. */
export function makeChecklist(
  requirements: readonly Requirement[],
  clauses: readonly string[],
): readonly Readonly<{ requirement: string; asks: Asks }>[] {
  return requirements
    .filter(({ id, derived_from }) => derived_from === undefined && isInScope(id, clauses))
    .map(({ id, title, statement, question, criticality, evidence }) => ({
      requirement: id,
      asks: {
        title,
        statement,
        question,
        criticality,
        expects: [...evidence.documents, ...evidence.records, ...evidence.data],
      },
    }))
}

/** How many lines were answered in which way. */
export type Tally = Readonly<{
  lines: number
  answered: number
  met: number
  improvable: number
  unmet: number
  notApplicable: number
  /** The share of what applies and was answered that is met; undefined where nothing was answered. */
  conformity: number | undefined
}>

/** Counts the answers of a checklist. What could be better is met. */
export function tally(lines: readonly Pick<ChecklistLine, 'answer'>[]): Tally {
  const count = (answer: AuditAnswer) => lines.filter((line) => line.answer === answer).length
  const [met, improvable, unmet, notApplicable] = [
    count('met'),
    count('could be better'),
    count('not met'),
    count('not applicable'),
  ]
  const judged = met + improvable + unmet
  return {
    lines: lines.length,
    answered: judged + notApplicable,
    met,
    improvable,
    unmet,
    notApplicable,
    conformity: judged === 0 ? undefined : (met + improvable) / judged,
  }
}
