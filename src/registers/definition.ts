import { z } from 'zod'

/** One field of a register: what it means to people, and what it may hold. */
export const Field = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string(),
  help: z.string().optional(),
  kind: z.enum([
    'text',
    'long text',
    'choice',
    'number',
    'money',
    'day',
    'person',
    'link',
    'yes or no',
    'list',
  ]),
  /** The words of a choice. */
  choices: z.array(z.string()).optional(),
  /** The register that a link points into. */
  into: z.string().optional(),
  required: z.boolean().default(false),
  /** Shown as a column of the table unless false. */
  column: z.boolean().default(true),
})
export type Field = Readonly<z.infer<typeof Field>>

/** One register, whole: storage, form, table, history, import, export and API all follow from it. */
export const Register = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string(),
  says: z.string(),
  /** The letters before the numbers of its records, such as RSK. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/),
  clauses: z.array(z.string()).min(1),
  fields: z.array(Field).min(1),
  /** The states of a record, the first one being where it starts; moves name from and to. */
  states: z.array(z.string()).min(1),
  moves: z.array(z.object({ from: z.string(), to: z.string(), says: z.string() })),
})
export type Register = Readonly<z.infer<typeof Register>>
