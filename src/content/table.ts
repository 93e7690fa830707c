import { z } from 'zod'

/** The six kinds of column that both engines store alike. */
export const ColumnType = z.enum(['text', 'integer', 'double', 'boolean', 'timestamp', 'date'])
export type ColumnType = z.infer<typeof ColumnType>

const Column = z.strictObject({
  type: ColumnType,
  means: z.string().min(2),
  aka: z.array(z.string()).optional(),
})
export type Column = Readonly<z.infer<typeof Column>>

/** One table of the canonical model, or one that the engine fills for the facts. */
export const Table = z.strictObject({
  row: z.string(),
  key: z.array(z.string()),
  columns: z.record(z.string(), Column),
})
export type Table = Readonly<z.infer<typeof Table>>

/** content/tables.yaml: what every source is mapped to, and what the engine adds. */
export const Tables = z.strictObject({
  tables: z.record(z.string(), Table),
  reference: z.record(z.string(), Table),
})
export type Tables = Readonly<z.infer<typeof Tables>>

/** The type's name in SQL, the same word on DuckDB and on PostgreSQL. */
export const sqlType: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  integer: 'integer',
  double: 'double precision',
  boolean: 'boolean',
  timestamp: 'timestamp',
  date: 'date',
}

/** Columns that say from which row of which file a canonical row came. */
export const provenance: Readonly<Record<string, ColumnType>> = { source_file: 'text', source_row: 'integer' }

/** The statement that makes a table, with its columns in their written order. */
export function createTable(
  name: string,
  columns: Readonly<Record<string, { readonly type: ColumnType }>>,
): string {
  const lines = Object.entries(columns).map(([column, { type }]) => `    ${column} ${sqlType[type]}`)
  return `create table ${name} (\n${lines.join(',\n')}\n)`
}

/** The statements that make the whole canonical schema, empty. */
export function createCanonical(tables: Tables): string[] {
  const withSource = Object.entries(tables.tables).map(([name, table]) => {
    const sources = Object.fromEntries(Object.entries(provenance).map(([column, type]) => [column, { type }]))
    return createTable(`canonical.${name}`, { ...table.columns, ...sources })
  })
  const reference = Object.entries(tables.reference)
    .filter(([name]) => name !== 'parameter')
    .map(([name, table]) => createTable(`canonical.${name}`, table.columns))
  return ['create schema if not exists canonical', ...withSource, ...reference]
}
