import { describe } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { parseYaml } from '#content/read.ts'
import type { Knowledge } from './ingested.ts'
import { type FileMapping, Mapping } from './mapping.ts'
import { checkWords } from './mapping-words.ts'
import { nameOf } from './name-of.ts'
import type { Archived } from './store.ts'

/** Reads the text of a mapping as the next import will: what cannot be used is refused, with its place. */
export function checkMapping(text: string, knowledge: Knowledge, archived: readonly Archived[]): Mapping {
  const { value, problems } = parseYaml(text, Mapping, 'mapping')
  if (value === undefined)
    throw new Refusal('invalid', problems.map((problem) => describe(problem)).join('\n'))
  checkWords(value, knowledge)
  const wrong = value.files.flatMap((file, place) =>
    wrongColumns(file, knowledge, archived).map((says) => `files[${place}] (${file.file}): ${says}`),
  )
  if (wrong.length > 0) throw new Refusal('invalid', wrong.join('\n'))
  return value
}

/** Names that are no column of the file, or none of ours, each with what there is instead. */
function wrongColumns(file: FileMapping, { tables }: Knowledge, archived: readonly Archived[]): string[] {
  if (file.table === 'ignore') return []
  const kept = archived.find((each) => nameOf(each) === file.file)
  if (!kept) return []
  const own = file.shape === 'log' ? ['ticket', 'event'] : [file.table]
  const parts = [
    { path: 'columns', tables: own, columns: file.columns },
    ...Object.entries(file.also ?? {}).map(([table, columns]) => ({
      path: `also.${table}`,
      tables: [table],
      columns,
    })),
  ]
  return parts.flatMap(({ path, tables: names, columns }) => {
    const known = names.flatMap((name) => Object.keys(tables.tables[name]?.columns ?? {}))
    if (known.length === 0) return [`${path}: there is no table ${names.join(' and ')}.`]
    return Object.entries(columns).flatMap(([column, source]) => [
      ...(known.includes(column) ? [] : [`${path}.${column}: is no column of ${names.join(' or ')}.`]),
      ...(kept.columns.includes(source)
        ? []
        : [`${path}.${column}: the file has no column "${source}". It has: ${kept.columns.join(', ')}.`]),
    ])
  })
}
