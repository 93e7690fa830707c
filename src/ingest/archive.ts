import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { askFile } from './file-answers.ts'
import type { StagedTable } from './formats/staged.ts'
import { type Archived, parquetName, type Workspace } from './store.ts'
import { quoted, text } from './value-sql.ts'

/** Writes one staged table into the archive as it is: text columns, in the order of the file. */
export async function archive(workspace: Workspace, staged: StagedTable): Promise<Archived> {
  const parquet = parquetName(staged.sha256, staged.name)
  const to = join(workspace.scratch, parquet)
  const { duck } = workspace
  await duck.run(
    `copy (select * from ${reader(staged)}) to ${text(to)} (format parquet, compression lz4_raw, write_bloom_filter false)`,
  )
  const [{ rows = 0 } = {}] = await duck.rows<{ rows: number }>(
    `select cast(count(*) as integer) as rows from read_parquet(${text(to)})`,
  )
  const described = await duck.rows<{ column_name: string }>(
    `describe select * from read_parquet(${text(to)})`,
  )
  const rejected = staged.load.kind === 'csv' ? await rejects(workspace) : { count: 0, sample: [] }
  if (rows === 0) {
    throw new Refusal(
      'invalid',
      `${staged.file}: there is a head but no row below it. Export the tickets with their data, then run again.`,
    )
  }
  return {
    file: staged.file,
    table: staged.name,
    sha256: staged.sha256,
    parquet,
    format: staged.format,
    rows,
    columns: described.map(({ column_name }) => column_name),
    quoted_newlines: staged.quotedNewlines,
    rejected: rejected.sample,
    rejected_count: rejected.count,
  }
}

/** The reader of a staged table: everything as text, short rows filled up, rows that cannot be read kept aside. */
function reader(staged: StagedTable): string {
  const { load } = staged
  if (load.kind === 'parquet') return `(select columns(*)::varchar from read_parquet(${text(load.path)}))`
  const typed = staged.columns.map((name) => `${text(name)}: 'VARCHAR'`).join(', ')
  if (load.kind === 'ndjson') {
    return `read_json(${text(load.path)}, format = 'newline_delimited', columns = {${typed}}, maximum_object_size = 67108864)`
  }
  const options = [
    'header = false',
    'skip = 1',
    'auto_detect = false',
    `columns = {${typed}}`,
    `delim = ${text(load.delimiter)}`,
    `quote = ${text(load.quote)}`,
    `escape = ${text(load.quote)}`,
    'null_padding = true',
    'ignore_errors = true',
    'store_rejects = true',
    'max_line_size = 16777216',
    // Otherwise a buffer is sixteen times the longest line.
    'buffer_size = 33554432',
    ...(staged.quotedNewlines ? ['parallel = false'] : []),
  ]
  return `read_csv(${text(load.path)}, ${options.join(', ')})`
}

async function rejects(
  workspace: Workspace,
): Promise<{ count: number; sample: { line: number; message: string }[] }> {
  const { duck } = workspace
  const [{ count = 0 } = {}] = await duck.rows<{ count: number }>(
    'select cast(count(distinct line) as integer) as count from reject_errors',
  )
  const sample = await duck.rows<{ line: number; message: string }>(
    `select cast(line as integer) as line, min(error_type || coalesce(' in column ' || column_name, '')) as message from reject_errors group by line order by line limit 20`,
  )
  await duck.run('drop table if exists reject_errors')
  await duck.run('drop table if exists reject_scans')
  return { count, sample }
}

/** How many rows and how many distinct values one column of an archived table has. */
export async function countDistinct(
  workspace: Workspace,
  path: string,
  column: string,
): Promise<{ rows: number; distinct: number }> {
  const [counted] = await askFile<{ rows: number; distinct: number }>(
    workspace,
    path,
    `select cast(count(*) as integer) as rows, cast(count(distinct ${quoted(column)}) as integer) as "distinct" from read_parquet(${text(path)})`,
  )
  return counted ?? { rows: 0, distinct: 0 }
}

/** Distinct values of one column of an archived table; a closed set has no more than these. */
export async function distinctValues(workspace: Workspace, path: string, column: string): Promise<string[]> {
  const rows = await askFile<{ value: string }>(
    workspace,
    path,
    `select distinct trim(${quoted(column)}) as value from read_parquet(${text(path)}) where ${quoted(column)} is not null order by 1 limit 200`,
  )
  return rows.map(({ value }) => value)
}
