import type { Statement } from '#assessment/statement.ts'
import type { Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { decide } from '#evidence/verdict.ts'

/** The one part of the data check of a requirement made here. */
export const onlyPart = 'share of cases that are done as agreed'

/** A requirement of medium criticality that always applies, asks for no document and is provable by tickets alone. */
export function aRequirement(given: Partial<Requirement> = {}): Requirement {
  return {
    id: '8.5.1.3-f',
    title: 'Done as agreed',
    statement: 'The organization does the work in the way that was agreed beforehand.',
    question: 'How do you know that it is done as agreed?',
    criticality: 'medium',
    quick_scan: false,
    confidence: 'high',
    applicability: { mode: 'always' },
    documented_information: { required: false, basis: 'none', kind: 'none' },
    depends_on: [],
    ticket_check: {
      possible: 'full',
      purpose: 'conformity',
      conditions: [{ part: onlyPart, bound: 'at least', threshold: 0.95, unit: 'share' }],
    },
    evidence: { documents: ['rule'], records: ['tickets'], interviews: [], data: [] },
    typical_gap: 'It is done in many ways.',
    remedy: { activity: 'Agree one way', role: 'Process owner', effort_days: { low: 1, likely: 2, high: 4 } },
    ...given,
  }
}

/** A requirement that tickets say nothing about. */
export function aRequirementWithoutCheck(given: Partial<Requirement> = {}): Requirement {
  return aRequirement({ ticket_check: { possible: 'none', conditions: [] }, ...given })
}

/** A result over half a year that decides the part of a requirement made here: 100 of 100 unless told otherwise. */
export function aResult(given: Partial<Result> = {}): Result {
  const { met = 100, population = 100, unknown = 0, threshold = 0.95, basis = 'population' } = given
  const { verdict, because, share, interval } = decide({
    met,
    notMet: population - met,
    unknown,
    threshold,
    basis,
  })
  return {
    check: 'work.as-agreed',
    subject: 'change',
    title: 'Work is done as agreed',
    purpose: 'conformity',
    severity: 'minor',
    period: { from: '2026-01-01', to: '2026-06-30' },
    population,
    met,
    unknown,
    notApplicable: 0,
    threshold,
    ...(share === undefined ? {} : { share }),
    ...(interval === undefined ? {} : { interval }),
    verdict,
    because,
    basis,
    exceptions: [],
    exceptionCount: population - met,
    decides: [{ requirement: '8.5.1.3-f', part: onlyPart }],
    knownGaps: [],
    remedy: 'Agree one way.',
    sqlHash: 'a',
    dataHash: 'b',
    ...given,
  }
}

/** What Ada said on the last day of June: a practice since January, with a look at records. */
export function aStatement(given: Partial<Statement> = {}): Statement {
  return {
    requirement: '8.5.1.3-f',
    practice: 'practised',
    since: '2026-01-01',
    records: 'folder 7',
    who: 'Ada',
    on: '2026-06-30',
    ...given,
  }
}
