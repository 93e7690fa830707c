import { z } from 'zod'
import { isRatedByItself, type Requirement } from '#content/requirement.ts'

/** What a baseline looks at: every requirement, or the short first scan. */
export const BaselineKind = z.enum(['full', 'quick scan'])
export type BaselineKind = z.infer<typeof BaselineKind>

/** Wanted share of conforming requirements by clause group, 0 to 1; a group that is not named has no target. */
export const Target = z.record(z.string().max(40), z.number().min(0).max(1))
export type Target = Readonly<z.infer<typeof Target>>

/**
 * One assessment of a scope, from its start until it is closed. Statements and ratings belong to it; at most one is
 * open at a time. version counts the changes of the baseline itself.
 */
export type Baseline = Readonly<{
  id: string
  name: string
  kind: BaselineKind
  scope: string
  assessedOn: string
  target: Target
  state: 'open' | 'closed'
  startedBy: string
  startedAt: string
  closedAt: string | undefined
  version: number
}>

/** The requirements that a baseline looks at. A short scan leaves out what follows from others. */
export function requirementsOf(
  kind: BaselineKind,
  requirements: readonly Requirement[],
): readonly Requirement[] {
  if (kind === 'full') return requirements
  return requirements.filter((requirement) => requirement.quick_scan && isRatedByItself(requirement))
}
