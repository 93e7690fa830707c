import { isInScope } from './audit.ts'

/** What ties a person to what may be audited. */
export type Tie = Readonly<{
  person: string
  kind: 'role' | 'rating' | 'assignment'
  /** The clause or requirement that it is about. */
  about: string
  /** What it is, such as the name of the role. */
  what: string
}>

/** Why somebody would audit the own work: what it is, and for which parts of the scope. */
export type OwnWork = Readonly<{ kind: Tie['kind']; says: string; about: readonly string[] }>

const sentences: Readonly<Record<Tie['kind'], (what: string) => string>> = {
  role: (what) => `answers for ${what}`,
  rating: () => 'rated requirements of this scope',
  assignment: () => 'is asked about requirements of this scope',
}

/** What a person did or answers for within a scope of clauses or requirements; empty means that nothing speaks against auditing it (9.2.2 c). */
export function findOwnWork(
  person: string,
  clauses: readonly string[],
  ties: readonly Tie[],
): readonly OwnWork[] {
  const own = ties.filter((tie) => tie.person === person && overlaps(tie.about, clauses))
  return [...Map.groupBy(own, ({ kind, what }) => sentences[kind](what))].map(([says, found]) => ({
    kind: found[0]?.kind ?? 'role',
    says,
    about: [...new Set(found.map(({ about }) => about))],
  }))
}

/** A role for 8.5.1 concerns an audit of 8.5 as well as one of 8.5.1.3, and the requirement 8.5.1.3-a itself. */
function overlaps(about: string, clauses: readonly string[]): boolean {
  return (
    clauses.includes(about) ||
    isInScope(about, clauses) ||
    (!about.includes('-') && clauses.some((clause) => isInScope(clause, [about])))
  )
}

/** The reasons as one sentence of a refusal. */
export function describeOwnWork(name: string, found: readonly OwnWork[]): string {
  const reasons = found.map(({ says, about }) => {
    const shown = about.slice(0, 4).join(', ')
    return `${says} (${shown}${about.length > 4 ? ` and ${about.length - 4} more` : ''})`
  })
  return `${name} would audit the own work: ${reasons.join('; ')}. Choose somebody else, or narrow the scope.`
}

/** Whether an auditor can show competence: a course that was passed, a recorded competence, or nothing yet. */
export type Qualified = Readonly<
  { by: 'course'; until: string } | { by: 'record'; what: string } | { by: 'nothing' }
>
