import type { Answered } from '../../data/call.ts'

export type View = Answered<'GET /api/organizations/:organization/mapping'>
export type Mapping = View['mapping']
export type FileMapping = Mapping['files'][number]
export type Canonical = View['canonical'][number]
type Shape = FileMapping['shape']

/**
 * A mapping that is being changed. seen: statuses, as "type native", that a person looked at here; those that were
 * proposed by their place and are not among them stay marked.
 */
export type Draft = Readonly<{ mapping: Mapping; seen: ReadonlySet<string> }>

export function draftOf(view: View): Draft {
  return { mapping: view.mapping, seen: new Set() }
}

export function keyOf(type: string, native: string): string {
  return `${type} ${native}`
}

/** Reads a status as another state; whoever does has looked at it. */
export function withState({ mapping, seen }: Draft, type: string, native: string, state: string): Draft {
  const states = { ...mapping.states, [type]: { ...mapping.states[type], [native]: state } }
  return { mapping: { ...mapping, states }, seen: new Set([...seen, keyOf(type, native)]) }
}

/** Changes one file. */
export function withFile(draft: Draft, name: string, change: (file: FileMapping) => FileMapping): Draft {
  const files = draft.mapping.files.map((file) => (file.file === name ? change(file) : file))
  return { ...draft, mapping: { ...draft.mapping, files } }
}

/** Fills a canonical column from a column of the file, or from none. group: the table of further columns, if not the first. */
export function withColumn(
  file: FileMapping,
  column: string,
  source: string | undefined,
  group?: string,
): FileMapping {
  if (group === undefined) return { ...file, columns: filled(file.columns, column, source) }
  return { ...file, also: { ...file.also, [group]: filled(file.also?.[group] ?? {}, column, source) } }
}

function filled(
  columns: Readonly<Record<string, string>>,
  column: string,
  source: string | undefined,
): Record<string, string> {
  const { [column]: _, ...rest } = columns
  return source === undefined ? rest : { ...rest, [column]: source }
}

/** What a file can be read as: its shape, and the canonical table it fills. */
export type ReadAs = `${Shape} ${string}`

export function readAsOf({ shape, table }: FileMapping): ReadAs {
  return `${shape} ${table}`
}

/** The choices for a file: tickets in three shapes, each other table, or not at all. */
export function waysToRead(canonical: readonly Canonical[]): readonly ReadAs[] {
  const records = canonical.filter(({ table }) => !['ticket', 'event', 'change', 'release'].includes(table))
  return [
    'list ticket',
    'log event',
    'history event',
    ...records.map(({ table }): ReadAs => `record ${table}`),
    'record ignore',
  ]
}

/** Reads a file as something else: columns that its new table has stay, others are found by their names. */
export function readAnew(
  file: FileMapping,
  as: ReadAs,
  columns: readonly string[],
  canonical: readonly Canonical[],
): FileMapping {
  const [shape, table = 'ignore'] = as.split(' ') as [Shape, string?]
  const { also: _, type, ...rest } = file
  const wanted = columnsFor({ shape, table }, canonical)
  const found = wanted.flatMap(({ name, aka }): [string, string][] => {
    const kept = file.columns[name]
    const source = kept ?? columns.find((each) => [name, ...aka].map(plain).includes(plain(each)))
    return source === undefined ? [] : [[name, source]]
  })
  const isTicket = shape === 'list' || shape === 'log'
  return {
    ...rest,
    shape,
    table,
    columns: Object.fromEntries(found),
    ...(isTicket && type !== undefined ? { type } : {}),
  }
}

/** The canonical columns that a file of this shape can fill, each once. */
export function columnsFor(
  { shape, table }: Pick<FileMapping, 'shape' | 'table'>,
  canonical: readonly Canonical[],
): Canonical['columns'] {
  const names = shape === 'log' ? ['ticket', 'event'] : [table]
  const all = names.flatMap((name) => canonical.find((one) => one.table === name)?.columns ?? [])
  return all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at)
}

/** Columns of the file that fill nothing. */
export function unusedOf(file: FileMapping, columns: readonly string[]): readonly string[] {
  const used = new Set([file.columns, ...Object.values(file.also ?? {})].flatMap((one) => Object.values(one)))
  return columns.filter((column) => !used.has(column))
}

/** The statuses that nobody has looked at: proposed by their place, and not settled here. */
export function unconfirmedOf({ seen }: Draft, states: View['states']): { type: string; native: string }[] {
  return states
    .filter(({ by, type, native }) => by === 'place' && !seen.has(keyOf(type, native)))
    .map(({ type, native }) => ({ type, native }))
}

export function isChanged({ mapping, seen }: Draft, view: View): boolean {
  return seen.size > 0 || JSON.stringify(mapping) !== JSON.stringify(view.mapping)
}

/** Names are compared in lower case, with letters and digits only. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
