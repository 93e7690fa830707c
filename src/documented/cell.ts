/**
 * A value on its way into a document. Text stands as somebody wrote it; a word is one of ours, such as a state or a choice,
 * and is said in the language of the document, as are days, numbers, shares (0 to 1) and money.
 */
export type Cell =
  | string
  | number
  | boolean
  | Readonly<{ day: string }>
  | Readonly<{ month: string }>
  | Readonly<{ word: string }>
  | Readonly<{ share: number }>
  | Readonly<{ money: number }>
  | Readonly<{ key: string }>
  | Readonly<{ many: readonly Cell[] }>
  | Readonly<{ phrase: readonly Cell[] }>

/** A row of a table by the names of its columns; what is absent was not recorded. number names the row to people. */
export type Row = Readonly<Record<string, Cell | undefined>>

/** Rows that stand under one subheading, with what is said before their table. */
export type Group = Readonly<{ title: Cell; says: readonly Cell[]; rows: readonly Row[] }>

/** Everything a document may show: tables by name, tables in groups, and single values by name. */
export type Data = Readonly<{
  tables: ReadonlyMap<string, readonly Row[]>
  groups: ReadonlyMap<string, readonly Group[]>
  values: ReadonlyMap<string, Cell | undefined>
}>

/** A day where there is one. */
export function dayOf(value: unknown): Cell | undefined {
  return typeof value === 'string' && value !== '' ? { day: value.slice(0, 10) } : undefined
}

/** Text where somebody wrote some. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** One of our words where it is known. */
export function wordOf(value: unknown): Cell | undefined {
  return typeof value === 'string' && value !== '' ? { word: value } : undefined
}

/** Several values as one, undefined where there are none. */
export function manyOf(values: readonly (Cell | undefined)[]): Cell | undefined {
  const many = values.filter((value) => value !== undefined)
  return many.length === 0 ? undefined : { many }
}

/** Several tables, groups and values together. */
export function joinData(parts: readonly Partial<Data>[]): Data {
  return {
    tables: new Map(parts.flatMap(({ tables }) => [...(tables ?? [])])),
    groups: new Map(parts.flatMap(({ groups }) => [...(groups ?? [])])),
    values: new Map(parts.flatMap(({ values }) => [...(values ?? [])])),
  }
}

/** The single values of a row under a name of their own: audit.title, audit.lead. */
export function valuesOf(name: string, row: Row | undefined): Data['values'] {
  return new Map(Object.entries(row ?? {}).map(([field, value]) => [`${name}.${field}`, value]))
}
