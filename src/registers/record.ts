import type { Actor } from '#access/actor.ts'
import { canonical } from '#access/trail.ts'
import type { Data, Known, Move } from './definition.ts'
import { fieldOf } from './registers.ts'

/** One record of a register, as it is kept. */
export type Record = Readonly<{
  id: string
  register: string
  serial: number
  number: string
  state: string
  label: string
  data: Data
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | undefined
}>

/** A record that a link leads to, or comes from. */
export type Neighbour = Readonly<{
  field: string
  id: string
  register: string
  number: string
  label: string
  state: string
  isDeleted: boolean
}>

/** A move that is possible from the state of a record, and what stands in its way for this actor. */
export type PossibleMove = Readonly<{
  to: string
  says: string
  asksReason: boolean
  missing: readonly string[]
  why: string | undefined
}>

/** What names a record to people: the text of its label field. */
export function labelOf({ register }: Known, data: Data): string {
  return String(data[register.label] ?? '')
}

/** A record that points at another one, as far as a move looks at it. */
export type Pointing = Pick<Neighbour, 'register' | 'field' | 'state'>

/** The moves that lead on from where a record is. pointing: what points at it. */
export function movesOf(
  known: Known,
  record: Pick<Record, 'state' | 'data'>,
  actor: Actor,
  pointing: readonly Pointing[],
): readonly PossibleMove[] {
  return known.register.moves
    .filter(({ from }) => from === record.state)
    .map((move) => {
      const missing = missingFor(known, move, record.data, pointing)
      return {
        to: move.to,
        says: move.says,
        asksReason: move.asksReason,
        missing,
        why: whyNot(move, missing, actor),
      }
    })
}

/** What a move needs and the record lacks: fields by their labels, choices, and records that do not point at it. */
export function missingFor(
  { register }: Known,
  { needs, asks, pointedAtBy }: Move,
  data: Data,
  pointing: readonly Pointing[],
): readonly string[] {
  const labelOfField = (name: string) => fieldOf(register, name)?.label ?? name
  return [
    ...needs.filter((name) => isEmpty(data[name])).map(labelOfField),
    ...asks
      .filter(({ field, is }) => data[field] !== is)
      .map(({ field, is }) => `${labelOfField(field)}: ${is}`),
    ...pointedAtBy
      .filter(
        (wanted) =>
          !pointing.some(
            ({ register: from, field, state }) =>
              from === wanted.register && field === wanted.field && wanted.states.includes(state),
          ),
      )
      .map(({ says }) => says),
  ]
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

/** Why an actor cannot make a move now; undefined when he can. */
export function whyNot(move: Move, missing: readonly string[], actor: Actor): string | undefined {
  if (move.by && !move.by.includes(actor.role))
    return `Your role (${actor.role}) may not do this. It is for: ${move.by.join(', ')}.`
  return missing.length > 0 ? `Fill in first: ${missing.join(', ')}.` : undefined
}

/** The ids that the links of a record lead to, field by field, in their order. */
export function linksIn(
  { register }: Known,
  data: Data,
): readonly Readonly<{ field: string; into: string; id: string }>[] {
  return register.fields.flatMap(({ name, kind, into = '' }) => {
    if (kind !== 'link' || data[name] === undefined) return []
    const ids = Array.isArray(data[name]) ? data[name] : [data[name]]
    return ids.map((id) => ({ field: name, into, id: String(id) }))
  })
}

/** Whether two values are the same; a database may keep the parts of a row in another order. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** Only what differs between two states of a record, for the audit trail. */
export function difference(before: Data, after: Data): { before: Data; after: Data } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSame(before[name], after[name]),
  )
  const pick = (data: Data) =>
    Object.fromEntries(names.filter((name) => name in data).map((name) => [name, data[name]]))
  return { before: pick(before), after: pick(after) }
}
