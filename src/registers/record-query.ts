import { Refusal } from '#base/refusal.ts'
import type { Field, Register } from './definition.ts'
import { choiceKey, commonKeys, isKeyed, isSortable, keyOf, numberKey, wordsIn } from './keys.ts'
import type { Filter, Wanted } from './record-list-store.ts'

/** How people ask for records: sort is a field or -field; where holds conditions such as state.is:live or due_on.to:2026-03-01. */
export type Asked = Readonly<{
  sort: string | undefined
  where: readonly string[]
  search: string | undefined
  cursor: string | undefined
  limit: number
}>

/** What is asked for, in the form of keys; whatever a register does not know is refused. */
export function readQuery(register: Register, asked: Asked): Wanted {
  const sort = asked.sort ?? register.view.sort
  const descending = sort.startsWith('-')
  const field = descending ? sort.slice(1) : sort
  if (!sortable(register).includes(field))
    throw new Refusal(
      'invalid',
      `${register.title} cannot be sorted by ${field}. Sort by: ${sortable(register).join(', ')}.`,
    )
  return {
    sort: field,
    descending,
    filters: together(asked.where.map((text) => readFilter(register, text))),
    words: wordsIn(asked.search ?? ''),
    after: asked.cursor === undefined ? undefined : readCursor(asked.cursor, sort),
    limit: asked.limit + 1,
  }
}

/** By what a register can be sorted. */
export function sortable({ fields }: Register): readonly string[] {
  return [...commonKeys, ...fields.filter(isSortable).map(({ name }) => name)]
}

/** What a cursor holds: the order it belongs to, and where the page ended. */
export function positionOf(
  register: Register,
  asked: Pick<Asked, 'sort'>,
  key: string,
  id: string,
): readonly string[] {
  return [asked.sort ?? register.view.sort, key, id]
}

function readCursor(cursor: string, sort: string): { key: string; id: string } {
  const [of, key, id] = positionIn(cursor)
  if (of === sort && typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
    return { key, id }
  throw new Refusal('invalid', 'The cursor does not belong to this list. Ask for its first page again.')
}

function positionIn(cursor: string): readonly unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(position) ? position : []
  } catch {
    return []
  }
}

const form = /^([a-z][a-z0-9_]*)\.(is|not|from|to|empty|filled)(?::([\s\S]*))?$/

function readFilter(register: Register, text: string): Filter {
  const [, field = '', is = 'is', value = ''] = form.exec(text) ?? []
  const key = keyer(register, field)
  if (!key)
    throw new Refusal(
      'invalid',
      `The condition ${text} cannot be read. Write field.is:value, with is, not, from, to, empty or filled, and a field of: ${filterable(register).join(', ')}.`,
    )
  return { field, is: is as Filter['is'], keys: [key(value)] } // the form lets no other word through
}

function filterable({ fields }: Register): readonly string[] {
  return [...commonKeys, ...fields.filter(isKeyed).map(({ name }) => name)]
}

function keyer(register: Register, name: string): ((value: string) => string) | undefined {
  if (name === 'state') return (value) => choiceKey(register.states, value)
  if (name === 'number') return (value) => numberKey(Number(value.replace(/^\D+/, '')))
  if (name === 'created_at' || name === 'updated_at') return (value) => value
  const field: Field | undefined = register.fields.find((one) => one.name === name)
  return field && isKeyed(field) ? (value) => keyOf(field, value) : undefined
}

/** Several values asked of one field are alternatives: one of them is enough. */
function together(filters: readonly Filter[]): readonly Filter[] {
  const isOne = ({ is }: Filter) => is === 'is' || is === 'not'
  const groups = Map.groupBy(filters.filter(isOne), ({ field, is }) => `${field} ${is}`)
  return [
    ...[...groups.values()].flatMap(([first, ...rest]) =>
      first ? [{ ...first, keys: [first, ...rest].flatMap(({ keys }) => keys) }] : [],
    ),
    ...filters.filter((filter) => !isOne(filter)),
  ]
}
