import { z } from 'zod'
import { Permission, Role } from '#access/permissions.ts'

/**
 * What a field may hold. A text is one line. A person is the e-mail address of a member, or a name. A link points at a
 * record of another register by its id. A list is lines of text. Rows are a small table inside the record.
 */
export const FieldKind = z.enum([
  'text',
  'long text',
  'choice',
  'number',
  'money',
  'day',
  'person',
  'link',
  'list',
  'rows',
  'yes or no',
])
export type FieldKind = z.infer<typeof FieldKind>

const named = {
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(2),
  help: z.string().optional(),
  /** The words of a choice, in their order. */
  choices: z.array(z.string()).min(2).optional(),
  /** Of numbers. */
  least: z.number().optional(),
  most: z.number().optional(),
  unit: z.string().optional(),
  required: z.boolean().default(false),
}

/** A column of the small table that a field of kind rows holds. */
export const RowColumn = z.strictObject({
  ...named,
  kind: z.enum(['text', 'choice', 'number', 'day', 'yes or no']),
})
export type RowColumn = Readonly<z.infer<typeof RowColumn>>

/** One field of a register: what it means to people, and what it may hold. */
export const Field = z.strictObject({
  ...named,
  kind: FieldKind,
  /** The register that a link points into. */
  into: z.string().optional(),
  /** A link to several records. */
  many: z.boolean().default(false),
  /** The columns of a field of kind rows. */
  rows: z.array(RowColumn).min(1).optional(),
  /** What the entries of a list are, where they are ids of something known. */
  of: z.enum(['documented information', 'clause']).optional(),
  /** No entry of a list may stand in two records of the register. */
  unique: z.boolean().default(false),
  /** Computed from the other fields whenever a record is written; nobody types it in. */
  computed: z.boolean().default(false),
  /** The heading of the form under which it stands. */
  section: z.string().min(2),
})
export type Field = Readonly<z.infer<typeof Field>>

/** A step from one state to another. */
export const Move = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** The words of the button. */
  says: z.string().min(2),
  asksReason: z.boolean().default(false),
  /** Fields that must be filled before. */
  needs: z.array(z.string()).default([]),
  /** Choices that must be made before. */
  asks: z.array(z.strictObject({ field: z.string(), is: z.string() })).default([]),
  /** Records of another register that must point at this one before, the states in which they count, and what they are in a word or two. */
  pointedAtBy: z
    .array(
      z.strictObject({
        register: z.string(),
        field: z.string(),
        states: z.array(z.string()).min(1),
        says: z.string().min(4),
      }),
    )
    .default([]),
  /** Who may make it, where it is fewer than may write. */
  by: z.array(Role).optional(),
  /** Fields that name persons who may not make it: nobody confirms what is his own. */
  notBy: z.array(z.string()).default([]),
})
export type Move = Readonly<z.infer<typeof Move>>

/** One register, whole: storage, form, table, history, import, export and API all follow from it. */
export const Register = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(4),
  /** One record, in a word or two. */
  one: z.string().min(4),
  says: z.string().min(20),
  /** The letters before the numbers of its records, such as RSK. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/),
  clauses: z.array(z.string()).min(1),
  /** The pieces of documented information (documents.yaml) that this register is, once records are in it. */
  keeps: z.array(z.string().regex(/^DI-\d{3}$/)).default([]),
  fields: z.array(Field).min(1),
  /** The field that names a record to people. */
  label: z.string(),
  /** The states of a record; the first is where it starts. */
  states: z.array(z.string()).min(1),
  /** States in which a record needs no more attention. */
  ended: z.array(z.string()).default([]),
  moves: z.array(Move),
  /** Columns of the table as it opens, and its order: a field, or -field for descending. */
  view: z.strictObject({ columns: z.array(z.string()).min(1), sort: z.string() }),
  /** What one must be allowed to, to see its records. */
  reads: Permission.default('read registers'),
  writes: Permission.default('write registers'),
})
export type Register = Readonly<z.infer<typeof Register>>

/** What a record holds, by the names of the fields. */
export type Data = Readonly<Record<string, unknown>>

/** Something wrong with one field, in words that say what to do. */
export type Fault = Readonly<{ field: string; message: string }>

/** What a register knows beyond its fields: pure functions, written beside its definition. */
export type Logic = Readonly<{
  /** The computed fields. */
  derive?: (data: Data) => Data
  /** What is wrong although each field is right; `state` is where the record is, or is about to go. */
  examine?: (data: Data, state: string) => readonly Fault[]
}>

/** A register with its own logic. */
export type Known = Readonly<{ register: Register; logic: Logic }>

/** Checks a definition when the program starts: a wrong one is a fault of the program. */
export function define(input: z.input<typeof Register>, logic: Logic = {}): Known {
  return { register: Register.parse(input), logic }
}
