import type { Data, Field, Register } from './definition.ts'

/** By what a record is found and sorted. */
export type Key = Readonly<{ field: string; key: string }>

/** Names of keys that every register has, besides its fields. */
export const commonKeys = ['number', 'state', 'created_at', 'updated_at'] as const

/** The field under which the words of a record are kept; no field of a register can be called so. */
export const wordField = '#'

/** Stands for no value: sorted behind every other. */
export const emptyKey = '\u{10FFFF}'

const longestKey = 120
const longestWord = 40
const mostWords = 300
const searchedText = 4000

/** What a record is found by. */
export type Findable = Readonly<{
  number: string
  serial: number
  state: string
  label: string
  data: Data
  createdAt: Date
  updatedAt: Date
}>

/** Every key of a record: one or more for each field that can be sorted or filtered by, and its words. */
export function keysOf(register: Register, record: Findable): readonly Key[] {
  const common = [
    { field: 'number', key: numberKey(record.serial) },
    { field: 'state', key: choiceKey(register.states, record.state) },
    { field: 'created_at', key: record.createdAt.toISOString() },
    { field: 'updated_at', key: record.updatedAt.toISOString() },
  ]
  const fields = register.fields
    .filter(isKeyed)
    .flatMap((field) =>
      valuesOf(record.data[field.name]).map((value) => ({ field: field.name, key: keyOf(field, value) })),
    )
  const words = wordsOf(register, record).map((key) => ({ field: wordField, key }))
  return distinct([...common, ...fields, ...words])
}

/** Whether a register can be filtered by a field. */
export function isKeyed({ kind }: Pick<Field, 'kind'>): boolean {
  return kind !== 'long text' && kind !== 'rows'
}

/** Whether a register can be sorted by a field: it has one value only. */
export function isSortable(field: Pick<Field, 'kind' | 'many'>): boolean {
  return isKeyed(field) && field.kind !== 'list' && field.kind !== 'link'
}

/** A value in the form in which it is compared. */
export function keyOf(field: Pick<Field, 'kind' | 'choices'>, value: unknown): string {
  if (value === undefined || value === null) return emptyKey
  if (field.kind === 'choice') return choiceKey(field.choices ?? [], String(value))
  if (field.kind === 'number' || field.kind === 'money') return numberKey(Number(value))
  if (field.kind === 'yes or no') return value === true || value === 'yes' || value === 'true' ? '1' : '0'
  return fold(String(value)).slice(0, longestKey)
}

/** A choice by its place, so that low comes before high. */
export function choiceKey(choices: readonly string[], word: string): string {
  const at = choices.indexOf(word)
  return at === -1 ? `99 ${word}` : String(at).padStart(2, '0')
}

/** Text without accents and case. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text, as they are kept and asked for; a number such as RSK-12 is one word. */
export function wordsIn(text: string): readonly string[] {
  return (fold(text).match(/(?<![\p{L}\p{N}])[a-z]{2,4}-\d+(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu) ?? []).map(
    (word) => word.slice(0, longestWord),
  )
}

/** The bits of a double, turned so that their text sorts as the numbers do. */
export function numberKey(value: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  const bits = bytes.readBigUInt64BE()
  const sign = 1n << 63n
  const turned = bits & sign ? ~bits & ((1n << 64n) - 1n) : bits | sign
  return turned.toString(16).padStart(16, '0')
}

function wordsOf({ fields }: Register, { number, label, data }: Findable): readonly string[] {
  const texts = fields
    .filter(({ kind }) => ['text', 'long text', 'person', 'list', 'rows'].includes(kind))
    .flatMap(({ name }) => textsIn(data[name]))
  const words = [number, label, ...texts].flatMap((text) => wordsIn(text.slice(0, searchedText)))
  return [...new Set(words)].slice(0, mostWords)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function valuesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : [value]
}

function distinct(keys: readonly Key[]): readonly Key[] {
  return [...new Map(keys.map((one) => [`${one.field} ${one.key}`, one])).values()]
}
