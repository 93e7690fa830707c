import { clauseOf, isRatedByItself, type Requirement } from '#content/requirement.ts'
import type { Answered } from '#server/told-story.ts'
import type { Character } from './people.ts'
import { cast } from './people.ts'

/** Whom the programme manager asks, by the beginning of the clause; the first that fits. */
const asked: readonly (readonly [string, Character])[] = [
  ['5.1', cast.sponsor],
  ['7.2', cast.hr],
  ['7.3', cast.hr],
  ['7.5', cast.documents],
  ['8.3.4', cast.suppliers],
  ['8.3', cast.levels],
  ['8.5', cast.change],
  ['8.6.1', cast.incident],
  ['8.6.2', cast.incident],
  ['8.6.3', cast.problem],
  ['8.7.3', cast.security],
  ['9.2', cast.auditor],
]

/** How far the assessment has come: clauses that are done, that were begun, and that nobody has opened. */
const done = ['4.', '5.', '6.', '7.1', '7.2', '7.3']
const begun = ['7.4', '7.5', '8.2', '8.3', '8.6.1', '9.1', '10.']

/** An assessment in the middle of its way. What is said follows the requirement's own place, the same on every run. */
export function answersOf(requirements: readonly Requirement[]): readonly Answered[] {
  return requirements.filter(isRatedByItself).flatMap((requirement, place) => {
    const clause = clauseOf(requirement)
    if (done.some((start) => clause.startsWith(start))) return [answered(requirement, place, true)]
    if (begun.some((start) => clause.startsWith(start)))
      return [answered(requirement, place, place % 3 === 0)]
    return place % 6 === 0 ? [{ requirement: requirement.id, askedOf: asking(requirement, place) }] : []
  })
}

function answered(requirement: Requirement, place: number, isRated: boolean): Answered {
  const person = personFor(requirement)
  const weakness = place % 7
  const statement = {
    ...statementOf(requirement, weakness),
    who: person.name,
    role: person.role,
    on: dayOf(place),
    by: person.email,
  }
  if (!isRated) return { requirement: requirement.id, statement }
  const judged = ratingOf(requirement, weakness)
  const rating = {
    ...judged,
    by: cast.manager.email,
    ...(place % 4 === 0 ? {} : { confirmedBy: cast.auditor.email }),
  }
  return { requirement: requirement.id, statement, rating }
}

function statementOf(requirement: Requirement, weakness: number) {
  const { documents = [], records = [] } = requirement.evidence
  const [document = 'Service management library'] = documents
  const [seen = 'minutes and lists of the last year'] = records
  if (weakness === 5) return { practice: 'ad hoc', comment: requirement.typical_gap.trim() } as const
  if (weakness === 6)
    return {
      practice: 'documented',
      document: { exists: true, approved: false },
      comment: requirement.typical_gap.trim(),
    } as const
  return {
    practice: weakness === 0 ? 'practised and reviewed' : 'practised',
    since: '2025-09-01',
    document: { exists: true, approved: true, reference: document },
    records: seen,
  } as const
}

function ratingOf(requirement: Requirement, weakness: number) {
  const gap = requirement.typical_gap.trim()
  if (weakness === 5)
    return { rating: 'minor_nc', rationale: `No rule and no record was shown. ${gap}` } as const
  if (weakness === 6)
    return { rating: 'partially', rationale: `Written, not approved, and not yet lived. ${gap}` } as const
  if (weakness === 4)
    return { rating: 'ofi', rationale: 'Met; the records could be easier to find.' } as const
  return { rating: 'conforming', rationale: 'Document, records and an interview agree.' } as const
}

function asking(requirement: Requirement, place: number) {
  return {
    person: personFor(requirement).email,
    inDays: -3 + (place % 30),
    note: 'Before the interview, please say how you do this today.',
  }
}

function personFor(requirement: Requirement): Character {
  const clause = clauseOf(requirement)
  return asked.find(([start]) => clause.startsWith(start))?.[1] ?? cast.manager
}

function dayOf(place: number): string {
  return `2026-09-${String(1 + (place % 28)).padStart(2, '0')}`
}
