import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { Day } from './statement.ts'

/** A value that may be left empty in the file: an empty line and a missing one both mean unknown. */
function maybe<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional())
}

/** Either a list of names, or yes or no to the question whether they are listed somewhere. */
const Listed = z.union([z.boolean(), z.array(z.string())])
const count = z.number().int().nonnegative()

const InternalAudit = z.strictObject({
  done: maybe(z.boolean()),
  done_on: maybe(Day),
  full_scope: maybe(z.boolean()),
  impartial: maybe(z.boolean()),
  reported_on: maybe(Day),
  major: maybe(count),
  minor: maybe(count),
  actions_planned: maybe(z.boolean()),
  majors_verified: maybe(z.boolean()),
  requirements: maybe(z.array(z.string())),
})

const ManagementReview = z.strictObject({
  held: maybe(z.boolean()),
  held_on: maybe(Day),
  inputs_complete: maybe(z.boolean()),
  decisions_recorded: maybe(z.boolean()),
})

/** The facts about the programme that no ticket holds; everything may be left out and is then unknown. */
export const Programme = z.strictObject({
  organization: maybe(z.string()),
  sector: maybe(z.string()),
  size: maybe(
    z.strictObject({ it_staff: maybe(count), persons_in_scope: maybe(count), sites: maybe(count) }),
  ),
  scope: maybe(
    z.strictObject({
      approved_on: maybe(Day),
      approved_by: maybe(z.string()),
      services_named: maybe(Listed),
      other_parties_known: maybe(Listed),
    }),
  ),
  internal_audit: maybe(InternalAudit),
  management_review: maybe(ManagementReview),
  training: maybe(z.strictObject({ assigned: maybe(count), completed: maybe(count) })),
  roles_filled: maybe(z.boolean()),
  documents: maybe(z.strictObject({ in_force: maybe(count), required: maybe(count) })),
  records_since: maybe(Day),
  /** Of the activities that recur, how many have run a full cycle. */
  cycles: maybe(z.strictObject({ of: count, done: count })),
})
export type Programme = Readonly<z.infer<typeof Programme>>

/** The programme as far as it could be read, with a problem for each value that could not. */
export type ProgrammeRead = {
  readonly programme: Programme | undefined
  readonly problems: readonly Problem[]
}

/** Checks what was read from a programme file; nothing of it is used while something in it is wrong. */
export function parseProgramme(data: unknown, file: string): ProgrammeRead {
  const parsed = Programme.safeParse(data ?? {})
  if (parsed.success) return { programme: parsed.data, problems: [] }
  return { programme: undefined, problems: parsed.error.issues.map((issue) => toProblem(issue, file)) }
}

function toProblem(issue: z.core.$ZodIssue, file: string): Problem {
  const field = issue.path.join('.')
  const what = field === '' ? 'The programme' : `The value of ${field}`
  return {
    code: 'assessment.programme-value',
    message: `${what} cannot be used: ${issue.message}. Correct it, or leave it empty if it is not known.`,
    where: { file, ...(field === '' ? {} : { column: field }) },
    level: 'error',
  }
}

/** The text of a new programme file, for a person to fill in; as it stands it says nothing. */
export function programmeTemplate(): string {
  return template
}

const template = `# Facts about your programme that no ticket holds. Leave empty what you do not know: it is then shown as unknown, never as good.
# Days are written year-month-day (2026-03-31), yes or no as true or false.

organization:
sector:
size:
  it_staff:              # people who run the services; scales the effort of closing gaps
  persons_in_scope:      # people inside the scope; for the planning band of audit days
  sites:                 # places inside the scope

scope:
  approved_on:
  approved_by:
  services_named:        # the services in scope as a list, or true when the scope statement names them
  other_parties_known:   # other parties that work for the services as a list, or true when they are listed; [] for none

internal_audit:
  done:                  # false when it has not been done
  done_on:               # last day of the latest internal audit
  full_scope:            # true when all clauses and all processes were covered
  impartial:             # true when nobody audited their own work
  reported_on:           # day on which management had the report
  major:                 # number of major nonconformities found
  minor:                 # number of minor nonconformities found
  actions_planned:       # true when each has a correction and a planned or closed corrective action
  majors_verified:       # true when the actions on majors were checked for effect
  requirements:          # requirements with a nonconformity, as a list, for example [8.5.1.3-a]

management_review:
  held:                  # false when it has not been held
  held_on:
  inputs_complete:       # true when all inputs of 9.3 were on the table
  decisions_recorded:    # true when the decisions are written down

training:
  assigned:              # trainings assigned
  completed:             # trainings completed
roles_filled:            # true when every role of the system has a named person

documents:
  in_force:              # how many of the required documents and records are approved and current
  required:              # of how many; empty means as many as the catalogue of the standard demands

records_since:           # first day from which records of all processes exist
`
