import { join } from 'node:path'
import { z } from 'zod'
import { flawedPack } from './flawed-pack.ts'
import { type Reading, readYaml } from './read.ts'
import { RequirementId } from './requirement.ts'

const Key = z.string().regex(/^[a-z][a-z-]*$/)

/** A field to fill in: one line, a text of several, a day, a choice, or a box to tick. */
const Field = z.discriminatedUnion('kind', [
  z.strictObject({ id: Key, kind: z.enum(['line', 'text', 'day', 'check']) }),
  z.strictObject({ id: Key, kind: z.literal('choice'), options: z.array(Key).min(2) }),
])
export type Field = Readonly<z.infer<typeof Field>>

/** A part of a form; with rows its fields are the columns of a table with so many rows to fill in. */
const FormPart = z.strictObject({
  id: Key,
  rows: z.int().min(1).max(20).optional(),
  fields: z.array(Field).min(1),
})
export type FormPart = Readonly<z.infer<typeof FormPart>>

/** A form of Word: the guide it belongs to, the requirements it serves, and its parts. Its words are sentences. */
const Form = z.strictObject({
  id: Key,
  guide: z.string(),
  requirements: z.array(RequirementId).min(1),
  sections: z.array(FormPart).min(2),
})
export type Form = Readonly<z.infer<typeof Form>>

const FormFile = z.strictObject({ forms: z.array(Form).min(1) })

/** Reads the forms of a pack, with every problem found on the way. */
export function readForms(content: string): Reading<z.infer<typeof FormFile>> {
  return readYaml(join(content, 'forms.yaml'), FormFile)
}

const opened = new Map<string, readonly Form[]>()

/** Opens the forms once for the life of a program; refuses a pack with problems. */
export function openForms(content: string): readonly Form[] {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readForms(content)
  if (value === undefined) throw flawedPack(problems)
  opened.set(content, value.forms)
  return value.forms
}
