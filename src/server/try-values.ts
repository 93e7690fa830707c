import type { z } from 'zod'

/** One leaf of a value: where it stands, and the schema it has to fit. */
export type Leaf = Readonly<{ path: readonly (string | number)[]; isId: boolean }>

/** A value that fits a schema, and its leaves. How: with what is optional, or with what is required only. */
export type Sample = Readonly<{ value: unknown; leaves: readonly Leaf[] }>

type How = Readonly<{ all: boolean; path: readonly (string | number)[]; leaves: Leaf[] }>
type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: readonly z.ZodType[]
  entries?: Record<string, string>
  values?: readonly unknown[]
  items?: readonly z.ZodType[]
  in?: z.ZodType
  keyType?: z.ZodType
  valueType?: z.ZodType
  format?: string
  getter?: () => z.ZodType
}

/** Makes a value that fits a schema; undefined when nothing that we know of does. */
export function sampleOf(schema: z.ZodType, { all = false } = {}): Sample | undefined {
  const leaves: Leaf[] = []
  const value = make(schema, { all, path: [], leaves })
  return schema.safeParse(value).success ? { value, leaves } : undefined
}

const makers: Readonly<Record<string, (def: Def, how: How, schema: z.ZodType) => unknown>> = {
  object: ({ shape = {} }, how) => objectOf(shape, how),
  array: ({ element }, how, schema) => (element ? arrayOf(element, how, schema) : []),
  tuple: ({ items = [] }, how) => items.map((item, at) => make(item, deeper(how, at))),
  record: () => ({}),
  string: (_def, how, schema) => textOf(schema, how),
  number: (_def, _how, schema) => firstThatFits([1, 0, 10, 100, 2020], schema),
  int: (_def, _how, schema) => firstThatFits([1, 0, 10, 100, 2020], schema),
  boolean: () => true,
  enum: ({ entries = {} }) => Object.values(entries)[0],
  literal: ({ values = [] }) => values[0],
  union: ({ options = [] }, how) => options[0] && make(options[0], how),
  optional: ({ innerType }, how) => (how.all && innerType ? make(innerType, how) : undefined),
  default: ({ innerType }, how) => (how.all && innerType ? make(innerType, how) : undefined),
  prefault: ({ innerType }, how) => (how.all && innerType ? make(innerType, how) : undefined),
  nullable: ({ innerType }, how) => (how.all && innerType ? make(innerType, how) : null),
  readonly: ({ innerType }, how) => innerType && make(innerType, how),
  nonoptional: ({ innerType }, how) => innerType && make(innerType, how),
  catch: ({ innerType }, how) => innerType && make(innerType, how),
  lazy: ({ getter }, how) => getter && make(getter(), how),
  pipe: (def, how) => def.in && make(def.in, how),
  null: () => null,
}

function make(schema: z.ZodType, how: How): unknown {
  const def = schema.def as unknown as Def
  return makers[def.type]?.(def, how, schema)
}

function deeper(how: How, step: string | number): How {
  return { ...how, path: [...how.path, step] }
}

function objectOf(shape: Readonly<Record<string, z.ZodType>>, how: How): Record<string, unknown> {
  const made = Object.entries(shape).map(([key, inner]) => [key, make(inner, deeper(how, key))] as const)
  return Object.fromEntries(made.filter(([, value]) => value !== undefined))
}

function arrayOf(element: z.ZodType, how: How, schema: z.ZodType): unknown[] {
  const one = () => [make(element, deeper(how, 0))]
  return how.all || !schema.safeParse([]).success ? one() : []
}

const texts = [
  'a text',
  '00000000-0000-4000-8000-000000000000',
  'sample@example.org',
  '2099-01-01T00:00:00Z',
  '2099-01-01',
  'https://example.org/hook',
  'x',
  '#0E5A6B',
  'EUR',
  '4.1-a',
  'en',
  'Europe/Paris',
  '0'.repeat(64),
  'a long enough text, such as a password or a reason has to be',
]

/** What an id stands in is recognized by its shape, or by what it is called. */
function textOf(schema: z.ZodType, how: How): unknown {
  const value = firstThatFits(texts, schema)
  const called = String(how.path.findLast((step) => typeof step === 'string') ?? '')
  const isId =
    value === texts[1] ||
    /(^|[a-z])(Id|Ids|_id)$|^(person|record|owner|assignee|target|on|link)$/.test(called)
  how.leaves.push({ path: how.path, isId })
  return value
}

function firstThatFits(values: readonly unknown[], schema: z.ZodType): unknown {
  return values.find((value) => schema.safeParse(value).success) ?? values[0]
}

/** The same value with another one at a place. */
export function withAt(value: unknown, path: readonly (string | number)[], leaf: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return leaf
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? withAt(one, rest, leaf) : one))
  const fields = (value ?? {}) as Record<string, unknown>
  return { ...fields, [step]: withAt(fields[step], rest, leaf) }
}
