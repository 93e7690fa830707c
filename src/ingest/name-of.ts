import type { Archived } from './store.ts'

/** The name by which the mapping file knows a table: the file's own name, and the table where a file holds several. */
export function nameOf({ file, table }: Pick<Archived, 'file' | 'table'>): string {
  const base = file.split(/[/\\]/).at(-1) ?? file
  return base.startsWith(`${table}.`) || table === base ? base : `${base}#${table}`
}
