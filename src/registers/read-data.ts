import type { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import { cellOf } from './cell.ts'
import type { Data, Fault, Known, Register } from './definition.ts'
import { schemaOf } from './field-schema.ts'
import { fieldOf, registers } from './registers.ts'

const schemas = new Map(registers.map(({ register }) => [register.id, schemaOf(register)]))

/** What a cell of a workbook holds at most, with room to spare. */
const longestCell = 32_000

/** Data as it may be kept, or what is wrong with it, field by field. */
export type Reading =
  | { readonly data: Data; readonly faults: readonly [] }
  | { readonly data: undefined; readonly faults: readonly Fault[] }

/** Checks what was given for a record in a state: by the fields, then by the register's own logic. */
export function readData({ register, logic }: Known, given: Data, state: string): Reading {
  const asked = withoutEmpty(given, register)
  const parsed = schemas.get(register.id)?.safeParse(asked)
  if (!parsed?.success) return { data: undefined, faults: faultsOf(register, parsed?.error, asked) }
  const typed = Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined))
  const data = withoutEmpty({ ...typed, ...logic.derive?.(typed) })
  const faults = [...tooLong(register, data), ...(logic.examine?.(data, state) ?? [])]
  return faults.length > 0 ? { data: undefined, faults } : { data, faults: [] }
}

/** The same, refused as a whole when anything is wrong. */
export function demandData(known: Known, given: Data, state: string): Data {
  const { data, faults } = readData(known, given, state)
  if (data) return data
  throw faulty(known.register, faults)
}

/** A refusal that names each field and what to do about it. */
export function faulty(register: Register, faults: readonly Fault[]): Refusal {
  const all = faults.map(({ field, message }) => `${fieldOf(register, field)?.label ?? field}: ${message}`)
  return new Refusal('invalid', `${all.join('. ')}.`.replaceAll('..', '.'))
}

/** What is empty is not there; computed fields are computed again. */
function withoutEmpty(given: Data, register?: Register): Data {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      if (register && fieldOf(register, name)?.computed) return false
      return !(value === undefined || value === null || isBlank(value))
    }),
  )
}

function isBlank(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === ''
}

function faultsOf(register: Register, error: z.ZodError | undefined, given: Data): readonly Fault[] {
  return (error?.issues ?? []).flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      return issue.keys.map((key) => ({ field: key, message: `is no field of ${register.title}` }))
    const field = String(issue.path[0])
    if (!(field in given)) return [{ field, message: 'is needed: fill it in' }]
    const [, row, column] = issue.path
    const at =
      typeof row === 'number' ? `row ${row + 1}${column === undefined ? '' : `, ${String(column)}`}: ` : ''
    return [{ field, message: `${at}${issue.message}` }]
  })
}

function tooLong(register: Register, data: Data): readonly Fault[] {
  return register.fields
    .filter(({ name, kind }) => (kind === 'list' || kind === 'rows') && name in data)
    .filter((field) => cellOf(field, data[field.name], () => '').length > longestCell)
    .map(({ name }) => ({
      field: name,
      message: `is longer than ${longestCell} characters in all: shorten it`,
    }))
}
