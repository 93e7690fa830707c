import type { FrozenRecord } from '#deliver/snapshot-matter.ts'
import type { Field, Data as RecordData } from '#registers/definition.ts'
import { demandRegister } from '#registers/registers.ts'
import { Target } from '#registers/target.ts'
import { type Cell, dayOf, manyOf, type Row, textOf, wordOf } from './cell.ts'
import { type DocumentedMatter, liveRecords } from './matter.ts'

/** How people and linked records are named. */
type Naming = Readonly<{ people: DocumentedMatter['people']; labels: ReadonlyMap<string, string> }>

/** The registers that documents are filled from. */
export const usedRegisters = [
  'services',
  'agreements',
  'parties',
  'interested-parties',
  'issues',
  'risks',
  'goals',
  'objectives',
  'documents',
  'obligations',
  'roles',
  'assets',
  'communication',
  'improvements',
  'workforce',
] as const

/** What a name of a person, or of a record that a link leads to, is read from. */
export function namingOf(matter: DocumentedMatter): Naming {
  return laidOf(matter).naming
}

/** What is read from all registers: laid out once, and shared by the documents of one snapshot. */
type Laid = Readonly<{ naming: Naming; tables: ReadonlyMap<string, readonly Row[]> }>
const laid = new WeakMap<DocumentedMatter['registers'], Laid>()

/** The tables that the registers are: every record that has not ended, by its fields. */
export function registerTables(matter: DocumentedMatter): ReadonlyMap<string, readonly Row[]> {
  return laidOf(matter).tables
}

function laidOf(matter: DocumentedMatter): Laid {
  const { people, registers } = matter
  const known = laid.get(registers)
  if (known?.naming.people === people) return known
  const all = [...registers.values()].flat()
  const naming = { people, labels: new Map(all.map(({ id, label }) => [id, label])) }
  const made = { naming, tables: layTables(matter, naming) }
  laid.set(registers, made)
  return made
}

function layTables(matter: DocumentedMatter, naming: Naming): Laid['tables'] {
  return new Map(
    usedRegisters.map((register) => {
      const { ended } = demandRegister(register).register
      return [
        register,
        liveRecords(matter, register, ended).map((record) => rowOfRecord(register, record, naming)),
      ]
    }),
  )
}

/** One record as a row: its number, its state, and its fields. */
export function rowOfRecord(register: string, { number, state, data }: FrozenRecord, naming: Naming): Row {
  const { fields } = demandRegister(register).register
  return {
    number,
    state: { word: state },
    ...Object.fromEntries(fields.map((field) => [field.name, cellOfField(field, data, naming)])),
  }
}

function cellOfField({ name, kind, unit }: Field, data: RecordData, naming: Naming): Cell | undefined {
  const value = data[name]
  if (value === undefined) return undefined
  switch (kind) {
    case 'choice':
      return wordOf(value)
    case 'day':
      return dayOf(value)
    case 'money':
      return typeof value === 'number' ? { money: value } : undefined
    case 'number':
      return numberIn(value, unit)
    case 'yes or no':
      return value === true
    case 'person':
      return personOf(value, naming)
    case 'link':
      return manyOf([value].flat().map((id) => naming.labels.get(String(id))))
    case 'list':
      return manyOf([value].flat().map(textOf))
    case 'rows':
      return rowsIn(name, value)
    default:
      return textOf(value)
  }
}

function numberIn(value: unknown, unit: string | undefined): Cell | undefined {
  if (typeof value !== 'number') return undefined
  return unit === '%' ? { share: value / 100 } : value
}

/** A person by name where the register has an address that a member uses. */
function personOf(value: unknown, { people }: Naming): Cell | undefined {
  const said = textOf(value)
  return said && (people.get(said.toLowerCase()) ?? said)
}

/** The needs that were accepted, the skills of a role, the targets of an agreement: each as one entry. */
function rowsIn(name: string, value: unknown): Cell | undefined {
  const rows = [value].flat() as readonly Readonly<Record<string, unknown>>[] // rows are objects by their schema
  if (name === 'targets') return manyOf(Target.array().parse(rows).map(targetCell))
  if (name === 'needs' && rows.some((row) => 'need' in row))
    return manyOf(rows.filter((row) => row.accepted === 'accepted').map((row) => textOf(row.need)))
  return manyOf(rows.map((row) => textOf(row.skill ?? row.about)))
}

/** What an agreement promises, in a line: measure, case, value and hours. */
function targetCell({ measure, applies_to, value, unit, hours }: Target): Cell {
  return {
    phrase: [
      { word: measure },
      ...(applies_to ? [applies_to] : []),
      unit === '%' ? { share: value / 100 } : value,
      ...(unit === '%' ? [] : [{ word: unit }]),
      ...(hours ? [{ word: hours }] : []),
    ],
  }
}
