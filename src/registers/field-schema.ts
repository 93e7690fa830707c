import { z } from 'zod'
import type { Field, Register, RowColumn } from './definition.ts'

const longestLine = 300
const longestText = 20_000
const mostEntries = 200
const largest = 1e15

/** What neither a database nor a spreadsheet keeps: control characters, halves of characters, and non-characters. */
const unkept = /[\p{Cc}\p{Cs}\ufffe\uffff]/u
const unkeptInText = /[^\P{Cc}\n\t]|[\p{Cs}\ufffe\uffff]/u
const newline = /[\n\r\u2028\u2029]/

const whatItHolds = 'holds a control character or half a character: delete it'

function line(longest = longestLine) {
  return z
    .string('must be text')
    .transform((value) => value.trim())
    .refine((value) => value.length > 0, 'must not be empty')
    .refine((value) => value.length <= longest, `has at most ${longest} characters: shorten it`)
    .refine((value) => !newline.test(value), 'is one line: take the line breaks out')
    .refine((value) => newline.test(value) || !unkept.test(value), whatItHolds)
}

function paragraphs() {
  return z
    .string('must be text')
    .transform((value) => value.replaceAll(/\r\n?/g, '\n').trim())
    .refine((value) => value.length > 0, 'must not be empty')
    .refine((value) => value.length <= longestText, `has at most ${longestText} characters: shorten it`)
    .refine((value) => !unkeptInText.test(value), whatItHolds)
}

function number({ least, most, kind }: Pick<Field | RowColumn, 'least' | 'most' | 'kind'>) {
  return z
    .number('must be a number')
    .min(least ?? -largest, least === undefined ? 'is too small' : `must be ${least} or more`)
    .max(most ?? largest, most === undefined ? 'is too large' : `must be ${most} or less`)
    .transform((value) => (value === 0 ? 0 : value))
    .refine((value) => Number(value.toPrecision(15)) === value, 'has more than 15 digits: round it')
    .refine(
      (value) => kind !== 'money' || Number(value.toFixed(2)) === value,
      'is an amount of money: two decimals at most',
    )
}

function choice(choices: readonly string[]) {
  return z
    .string('must be one of its choices')
    .refine((value) => choices.includes(value), `must be one of: ${choices.join(', ')}`)
}

const ofWhat = {
  'documented information': z.string().regex(/^DI-\d{3}$/, 'lists ids such as DI-005'),
  clause: z.string().regex(/^\d{1,2}(\.\d{1,2}){0,3}(-[a-z])?$/, 'lists clauses such as 8.3.3 or 8.3.3-b'),
}

/** The schema of one value; what is empty never gets here. */
function valueSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'long text':
      return paragraphs()
    case 'link': {
      const one = z.uuid('must point at a record by its id').transform((id) => id.toLowerCase())
      return field.many ? several(one) : one
    }
    case 'list':
      return several(field.of ? ofWhat[field.of] : line())
    case 'rows':
      return z
        .array(z.strictObject(shapeOf(field.rows ?? [])), 'must be a list of rows')
        .max(mostEntries, `has at most ${mostEntries} rows`)
    default:
      return simpleSchema({ ...field, kind: field.kind })
  }
}

function simpleSchema(
  field: Pick<RowColumn, 'choices' | 'least' | 'most'> & { kind: Field['kind'] },
): z.ZodType {
  switch (field.kind) {
    case 'choice':
      return choice(field.choices ?? [])
    case 'number':
    case 'money':
      return number({ least: field.least, most: field.most, kind: field.kind as 'number' })
    case 'day':
      return z.iso.date('must be a day such as 2026-03-01').refine((day) => day >= '1000', 'is too long ago')
    case 'yes or no':
      return z.boolean('must be yes or no')
    default:
      return line()
  }
}

function several(entry: z.ZodType) {
  return z
    .array(entry, 'must be a list')
    .max(mostEntries, `has at most ${mostEntries} entries`)
    .refine((entries) => new Set(entries).size === entries.length, 'names something twice')
}

function shapeOf(columns: readonly RowColumn[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    columns.map((column) => {
      const schema = simpleSchema(column)
      return [column.name, column.required ? schema : schema.optional()]
    }),
  )
}

/** The schema of a record's data, derived from its register; fields that are computed are not in it. */
export function schemaOf({ fields }: Register): z.ZodType<Record<string, unknown>> {
  return z.strictObject(
    Object.fromEntries(
      fields
        .filter(({ computed }) => !computed)
        .map((field) => [field.name, field.required ? valueSchema(field) : valueSchema(field).optional()]),
    ),
  )
}
