import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type pg from 'pg'
import { Refusal } from '#base/refusal.ts'
import { applyStep, type Migration, prepareMigrations } from '#db/migrate.ts'
import { type Manifest, plainSettings } from './backup-manifest.ts'

const unzip = promisify(gunzip)

/** The steps that made the schema of a backup, and those that came later; a backup of a newer program is refused. */
export function stepsFor(
  { migrations }: Manifest,
  known: readonly Migration[],
): { before: readonly Migration[]; after: readonly Migration[] } {
  const mine = new Map(known.map((step) => [step.name, step]))
  const newer = migrations.filter(({ name }) => !mine.has(name)).map(({ name }) => name)
  if (newer.length > 0)
    throw new Refusal(
      'conflict',
      `This backup was made by a newer Clausewise (it has ${newer.join(', ')}). Restore it with that version. Nothing was changed.`,
    )
  const other = migrations.find(({ name, sha256 }) => mine.get(name)?.sha256 !== sha256)
  if (other)
    throw new Refusal(
      'conflict',
      `The migration ${other.name} of this backup is not the one of this program. Use the program as it was released. Nothing was changed.`,
    )
  const applied = new Set(migrations.map(({ name }) => name))
  return {
    before: known.filter(({ name }) => applied.has(name)),
    after: known.filter(({ name }) => !applied.has(name)),
  }
}

/**
 * Replaces all records of a database, in the transaction that is open on the connection: the schema of the backup is made,
 * its rows are loaded, then the newer steps run over them. Jobs under way belong to the old records and go with them.
 */
export async function loadRecords(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  known: readonly Migration[],
): Promise<void> {
  const { before, after } = stepsFor(manifest, known)
  await client.query('drop schema if exists pgboss cascade')
  await client.query('drop schema public cascade')
  await client.query('create schema public')
  await prepareMigrations(client)
  for (const step of before) await applyStep(client, step)
  await client.query(plainSettings)
  const putBack = await loosen(client)
  for (const { name, rows, columns } of manifest.tables)
    await loadTable(client, folder, { name, rows, columns })
  for (const { name, last } of manifest.sequences) await client.query('select setval($1, $2)', [name, last])
  for (const sql of putBack) await client.query(sql)
  await client.query('set local search_path to default')
  for (const step of after) await applyStep(client, step)
}

/** Takes off what would stand in the way of loading; gives what puts it back, which checks every row. */
async function loosen(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ off: string; back: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
    union all
    select distinct format('alter table %s disable trigger user', tgrelid::regclass),
      format('alter table %s enable trigger user', tgrelid::regclass)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`)
  for (const { off } of rows) await client.query(off)
  return rows.map(({ back }) => back)
}

async function loadTable(
  client: pg.Client,
  folder: string,
  { name, rows, columns }: Manifest['tables'][number],
): Promise<void> {
  await client.query(`delete from public."${name}"`)
  const at = join(folder, 'records', name)
  const batches = existsSync(at) ? (await readdir(at)).sort() : []
  const listed = columns.map((column) => `"${column}"`).join(', ')
  const taken = columns.map((column) => `(one.line::public."${name}")."${column}"`).join(', ')
  const sql = `insert into public."${name}" (${listed}) overriding system value
    select ${taken} from unnest($1::text[]) as one (line)`
  let loaded = 0
  for (const batch of batches) {
    const text = (await unzip(await readFile(join(at, batch)))).toString('utf8')
    const lines = text.split('\n').filter((line) => line !== '')
    const { rowCount } = await client.query(sql, [lines.map((line) => JSON.parse(line) as string)])
    loaded += rowCount ?? 0
  }
  if (loaded !== rows)
    throw new Refusal('invalid', `Of ${rows} rows of ${name} ${loaded} were loaded. Nothing was changed.`)
}
