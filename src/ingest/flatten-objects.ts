import { join } from 'node:path'
import { type Archived, parquetName, parquetPath, type Workspace } from './store.ts'
import { quoted, text } from './value-sql.ts'

/** The three tables of an object-centric log, and the event log that one row per event and object makes of them. */
const parts = ['object', 'event', 'relation'] as const

/** Whether a table is one of the three parts; they are kept in the archive and read through their log. */
export function isObjectPart({ format, table }: Archived): boolean {
  return format === 'ocel' && parts.some((part) => part === table)
}

/**
 * Writes the event log of each object-centric file: one row for every event of every object, so that each object
 * is a case. Events that several objects share stand once with each of them (OCEL calls this flattening).
 */
export async function flattenObjects(
  workspace: Workspace,
  archived: readonly Archived[],
): Promise<Archived[]> {
  const files = Map.groupBy(
    archived.filter((each) => isObjectPart(each)),
    ({ sha256 }) => sha256,
  )
  const made: Archived[] = []
  for (const [sha256, tables] of files) {
    const [object, event, relation] = parts.map((part) => tables.find(({ table }) => table === part))
    const isMade = archived.some((each) => each.sha256 === sha256 && each.table === 'log')
    if (object && event && relation && !isMade) made.push(await flatten(workspace, object, event, relation))
  }
  return made
}

async function flatten(
  workspace: Workspace,
  object: Archived,
  event: Archived,
  relation: Archived,
): Promise<Archived> {
  const rows = (table: Archived) =>
    `read_parquet(${text(parquetPath(workspace, table))}, file_row_number = true)`
  const attributes = object.columns.filter((column) => !['id', 'type'].includes(column))
  const details = event.columns.filter(
    (column) => !['id', 'type', 'at'].includes(column) && !attributes.includes(column),
  )
  const parquet = parquetName(object.sha256, 'log')
  const to = join(workspace.scratch, parquet)
  const columns = [
    'object.id as "ticket id"',
    'object.type as "ticket type"',
    'event.type as activity',
    'event."at" as "timestamp"',
    ...attributes.map((column) => `object.${quoted(column)}`),
    ...details.map((column) => `event.${quoted(column)}`),
  ]
  await workspace.duck.run(`copy (
      select ${columns.join(', ')}
      from ${rows(relation)} as relation
      inner join ${rows(event)} as event on event.id = relation.from_id
      inner join ${rows(object)} as object on object.id = relation.to_id
      where relation.kind = 'e2o'
      order by event.file_row_number, object.file_row_number
  ) to ${text(to)} (format parquet, write_bloom_filter false)`)
  const [{ n = 0 } = {}] = await workspace.duck.rows<{ n: number }>(
    `select cast(count(*) as integer) as n from read_parquet(${text(to)})`,
  )
  const described = await workspace.duck.rows<{ column_name: string }>(
    `describe select * from read_parquet(${text(to)})`,
  )
  return {
    ...object,
    table: 'log',
    parquet,
    rows: n,
    columns: described.map(({ column_name }) => column_name),
    rejected: [],
    rejected_count: 0,
  }
}
