import { z } from 'zod'
import { Purpose } from './question.ts'

/** Number of a clause, such as 8.6.1. */
export const ClauseId = z
  .string()
  .regex(/^(?:[4-9]|10)(?:\.[1-9]\d*){0,3}$/, 'is not the number of a clause 4 to 10')

/** Clause and letter of a requirement, such as 8.6.1-a. */
export const RequirementId = z
  .string()
  .regex(/^(?:[4-9]|10)(?:\.[1-9]\d*){1,3}-[a-z]$/, 'is not a clause number and a letter, such as 8.6.1-a')

const Titles = z.record(z.string(), z.string().min(3))

/** Comparable clauses of other standards, by number, and practices by name. */
export const References = z.strictObject({
  iso_9001_2015: Titles.optional(),
  iso_iec_27001_2022: Titles.optional(),
  fitsm: Titles.optional(),
  itil_4: z.array(z.string().min(3)).min(1).optional(),
})
export type References = Readonly<z.infer<typeof References>>

/** One node of the clause tree; only normative ones hold requirements. */
export const Clause = z.strictObject({
  id: ClauseId,
  title: z.string().min(5),
  /** own: the standard numbers this sub-clause without a title, the heading is ours. */
  title_origin: z.enum(['standard', 'own']),
  parent: ClauseId.optional(),
  type: z.enum(['normative', 'group', 'informative']),
  work_package: z.string().regex(/^WP-[A-Z]+$/),
  references: References.default({}),
})
export type Clause = Readonly<z.infer<typeof Clause>>

/** How badly a total absence would normally be graded: high = major, medium and low = minor. */
export const Criticality = z.enum(['high', 'medium', 'low'])
export type Criticality = z.infer<typeof Criticality>

/** When a requirement applies: always, if its condition exists in the scope, or when its event happens. */
export const Applicability = z
  .strictObject({
    mode: z.enum(['always', 'if_exists', 'on_event']),
    condition: z.string().min(8).optional(),
  })
  .refine(({ mode, condition }) => (mode === 'always') === (condition === undefined), {
    message: 'if_exists and on_event need a condition, always has none',
    path: ['condition'],
  })
export type Applicability = Readonly<z.infer<typeof Applicability>>

/**
 * Which documented information is asked for. Only basis clause and 7.5.4 name it; implied = not named, but nothing
 * else could prove it, so a missing one is no finding by itself.
 */
export const DocumentedInformation = z
  .strictObject({
    required: z.boolean(),
    basis: z.enum(['clause', '7.5.4', 'implied', 'none']),
    kind: z.enum(['document', 'record', 'both', 'none']),
  })
  .refine(({ required, basis }) => (isNamed(basis) ? required : basis === 'implied' || !required), {
    message: 'clause and 7.5.4 mean required, none means not required',
    path: ['required'],
  })
  .refine(({ basis, kind }) => (basis === 'none') === (kind === 'none'), {
    message: 'a basis needs a kind, and a kind a basis',
    path: ['kind'],
  })
export type DocumentedInformation = Readonly<z.infer<typeof DocumentedInformation>>

/**
 * One thing a data check counts. The threshold is our suggestion, a share from 0 to 1, a number, minutes or a ratio;
 * null where an agreement of the organization sets it or where the figure is only watched.
 */
export const Condition = z
  .strictObject({
    part: z.string().min(12).max(240),
    bound: z.enum(['at least', 'at most']).optional(),
    threshold: z.number().nonnegative().nullable(),
    unit: z.enum(['share', 'count', 'minutes', 'ratio']),
    purpose: Purpose.optional(),
  })
  .refine(({ bound, threshold }) => (bound === undefined) === (threshold === null), {
    message: 'a threshold needs a bound, and a bound a threshold',
    path: ['bound'],
  })
  .refine(({ unit, threshold }) => unit !== 'share' || threshold === null || threshold <= 1, {
    message: 'a share is between 0 and 1',
    path: ['threshold'],
  })
export type Condition = Readonly<z.infer<typeof Condition>>

/** What data can say: full = tickets, events, items and agreements alone; partial = with registers, or only a hint. */
export const TicketCheck = z
  .strictObject({
    possible: z.enum(['full', 'partial', 'none']),
    purpose: Purpose.optional(),
    conditions: z.array(Condition).default([]),
  })
  .refine(({ possible, conditions }) => (possible === 'none') === (conditions.length === 0), {
    message: 'full and partial need at least one condition, none has no condition',
    path: ['conditions'],
  })
  .refine(({ possible, purpose }) => (possible === 'none') === (purpose === undefined), {
    message: 'full and partial need a purpose, none has no purpose',
    path: ['purpose'],
  })
export type TicketCheck = Readonly<z.infer<typeof TicketCheck>>

const Words = z.array(z.string().min(2)).default([])

/** Person-days to close the requirement when it is wholly missing, for the organization size of the standard. */
export const EffortDays = z
  .strictObject({ low: z.number().positive(), likely: z.number().positive(), high: z.number().positive() })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, 'low, likely and high must not fall')
export type EffortDays = Readonly<z.infer<typeof EffortDays>>

/** One requirement of clauses 4 to 10 in our own words, with how it is asked, proved and closed. */
export const Requirement = z.strictObject({
  id: RequirementId,
  title: z.string().min(4),
  statement: z.string().min(30).max(400),
  question: z.string().min(12).max(300),
  criticality: Criticality,
  quick_scan: z.boolean().default(false),
  /** How sure we are that the standard asks for this. */
  confidence: z.enum(['high', 'medium']).default('high'),
  applicability: Applicability.default({ mode: 'always' }),
  documented_information: DocumentedInformation.default({ required: false, basis: 'none', kind: 'none' }),
  /** Requirements whose ratings decide this one; it gets no rating of its own. */
  derived_from: z.array(RequirementId).min(2).optional(),
  depends_on: z.array(RequirementId).default([]),
  ticket_check: TicketCheck,
  evidence: z.strictObject({ documents: Words, records: Words, interviews: Words, data: Words }),
  typical_gap: z.string().min(8),
  remedy: z.strictObject({ activity: z.string().min(8), role: z.string().min(3), effort_days: EffortDays }),
  /** Only what differs from the clause: a scheme named here replaces that scheme of the clause. */
  references: References.optional(),
  note: z.string().min(8).optional(),
})
export type Requirement = Readonly<z.infer<typeof Requirement>>

/** A file with the requirements of one clause group. */
export const RequirementFile = z.strictObject({ requirements: z.array(Requirement).min(1) })

/** clauses.yaml: the whole clause tree. */
export const ClauseFile = z.strictObject({ clauses: z.array(Clause).min(1) })

/** What may be said about whether a requirement applies. */
export type Applies = 'rated' | 'not_applicable' | 'not_yet_exercised'

const choices: Readonly<Record<Applicability['mode'], readonly Applies[]>> = {
  always: ['rated'],
  if_exists: ['rated', 'not_applicable'],
  on_event: ['rated', 'not_yet_exercised'],
}

/** The choices a requirement leaves; nothing but a condition that does not exist takes it out of the count (1.2). */
export function applicableModes({ applicability }: Pick<Requirement, 'applicability'>): readonly Applies[] {
  return choices[applicability.mode]
}

/** Number of the clause a requirement belongs to. */
export function clauseOf({ id }: Pick<Requirement, 'id'>): string {
  return id.slice(0, id.lastIndexOf('-'))
}

/** True for a requirement that is rated by itself; the others follow from those they are derived from. */
export function isRatedByItself({ derived_from }: Pick<Requirement, 'derived_from'>): boolean {
  return derived_from === undefined
}

/** True when the standard names the documented information, so that a missing one is a finding. */
export function isDocumentNamed({
  documented_information,
}: Pick<Requirement, 'documented_information'>): boolean {
  return isNamed(documented_information.basis)
}

/** Purpose of a condition: its own, or that of the ticket check it belongs to. */
export function purposeOf(condition: Condition, check: TicketCheck): Purpose | undefined {
  return condition.purpose ?? check.purpose
}

/** References of a requirement: those of its clause, scheme by scheme replaced by its own. */
export function referencesOf(
  requirement: Pick<Requirement, 'references'>,
  clause: Pick<Clause, 'references'>,
): References {
  return { ...clause.references, ...requirement.references }
}

/** Orders clauses and requirements as the standard does: 9 before 10, 8.6.1 before 8.6.1-a, -a before -b. */
export function byClauseOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  const left = sortable(a.id)
  const right = sortable(b.id)
  if (left === right) return 0
  return left < right ? -1 : 1
}

function sortable(id: string): string {
  const [clause = '', letter = ''] = id.split('-')
  const numbers = clause.split('.').map((number) => number.padStart(3, '0'))
  return `${numbers.join('.')} ${letter}`
}

function isNamed(basis: string): boolean {
  return basis === 'clause' || basis === '7.5.4'
}
