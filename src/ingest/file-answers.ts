import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Value, Workspace } from './store.ts'

/** Asks something of one file of the archive; a file there never changes, so what it once answered is not asked again. */
export async function askFile<T extends Record<string, Value>>(
  { duck, answers }: Workspace,
  path: string,
  sql: string,
): Promise<readonly T[]> {
  // Where the archive lies is nothing about its rows; the name of a file in it holds the hash of what it was made from.
  const mark = digest([sql.replaceAll(dirname(path), ''), basename(path)])
  const rows = answers.kept[mark] ?? (await duck.rows<T>(sql))
  answers.given[mark] = rows
  return rows as readonly T[] // the same select gives the same columns
}

/** Sixty-four hexadecimal digits that stand for texts in their order. */
export function digest(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}
