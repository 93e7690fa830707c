import type { Answered, Input } from '../../data/call.ts'

export type Kept = Answered<'GET /api/organizations/:organization/programme'>
export type Programme = Kept['programme']
type Written = Input<'PUT /api/organizations/:organization/programme'>['body']['programme']

export type FieldKind = 'text' | 'day' | 'count' | 'yes or no' | 'listed' | 'requirements'

/** The facts about the programme in the order in which they are asked: where each is kept, and what it is. */
export const groups = [
  {
    name: 'organization',
    fields: [
      ['organization', 'text'],
      ['sector', 'text'],
      ['size.it_staff', 'count'],
      ['size.persons_in_scope', 'count'],
      ['size.sites', 'count'],
    ],
  },
  {
    name: 'scope',
    fields: [
      ['scope.approved_on', 'day'],
      ['scope.approved_by', 'text'],
      ['scope.services_named', 'listed'],
      ['scope.other_parties_known', 'listed'],
    ],
  },
  {
    name: 'audit',
    fields: [
      ['internal_audit.done', 'yes or no'],
      ['internal_audit.done_on', 'day'],
      ['internal_audit.full_scope', 'yes or no'],
      ['internal_audit.impartial', 'yes or no'],
      ['internal_audit.reported_on', 'day'],
      ['internal_audit.major', 'count'],
      ['internal_audit.minor', 'count'],
      ['internal_audit.actions_planned', 'yes or no'],
      ['internal_audit.majors_verified', 'yes or no'],
      ['internal_audit.requirements', 'requirements'],
    ],
  },
  {
    name: 'review',
    fields: [
      ['management_review.held', 'yes or no'],
      ['management_review.held_on', 'day'],
      ['management_review.inputs_complete', 'yes or no'],
      ['management_review.decisions_recorded', 'yes or no'],
    ],
  },
  {
    name: 'people',
    fields: [
      ['roles_filled', 'yes or no'],
      ['training.assigned', 'count'],
      ['training.completed', 'count'],
    ],
  },
  {
    name: 'records',
    fields: [
      ['documents.in_force', 'count'],
      ['documents.required', 'count'],
      ['records_since', 'day'],
    ],
  },
] as const satisfies readonly { name: string; fields: readonly (readonly [string, FieldKind])[] }[]

export type FieldPath = (typeof groups)[number]['fields'][number][0]

/** The value at a place such as scope.approved_on. */
export function valueAt(programme: Programme, path: FieldPath): unknown {
  return path.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), programme)
}

/** The facts with one of them changed; undefined takes it out, and what holds nothing any more as well. */
export function withValue(programme: Programme, path: FieldPath, value: unknown): Programme {
  const [group = '', name] = path.split('.')
  if (name === undefined) return without({ ...programme, [group]: value })
  const old = programme[group]
  const part = without({ ...(isObject(old) ? old : {}), [name]: value })
  return without({ ...programme, [group]: Object.keys(part).length === 0 ? undefined : part })
}

/** How many of the facts are known. */
export function countKnown(programme: Programme): Readonly<{ known: number; all: number }> {
  const paths = groups.flatMap(({ fields }) => fields.map(([path]) => path))
  return {
    known: paths.filter((path) => valueAt(programme, path) !== undefined).length,
    all: paths.length,
  }
}

/** As it is sent: what the form holds was made by its fields, one kind each. */
export function toWritten(programme: Programme): Written {
  return programme as Written // the server reads it by its schema and says what is wrong
}

function without(part: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
