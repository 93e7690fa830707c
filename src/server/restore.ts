import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { verifyTrailIn } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openCluster } from '#db/cluster.ts'
import { readMigrations } from '#db/migrate.ts'
import { recordTypes, type Tables } from '#db/records.ts'
import { backUp } from './backup.ts'
import { type Manifest, secretName } from './backup-manifest.ts'
import { loadRecords, stepsFor } from './load-records.ts'
import { unpack } from './unpack.ts'

/** What a restore came to. kept: the backup of what was there before; absent when nothing was. */
export type Restored = Readonly<{ madeAt: string; rows: number; files: number; kept: string | undefined }>

const replaced = ['organizations', 'attachments'] as const

/**
 * Puts a backup in the place of an installation. The file is checked whole, then the records are replaced in one
 * transaction that also verifies every audit trail, then the files move in; until the transaction ends nothing has changed.
 */
export async function restore(
  path: string,
  folder: string,
  now: Date,
  known = readMigrations(),
): Promise<Restored> {
  const cluster = await openCluster(folder)
  const place = join(folder, 'restoring')
  try {
    await finishRestore(cluster.url, folder)
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true, mode: 0o700 })
    for (const top of replaced) mkdirSync(join(place, top))
    const { manifest, sha256 } = await unpack(path, place)
    stepsFor(manifest, known)
    const kept = await keepOld(cluster.url, folder, now)
    const id = crypto.randomUUID()
    await replaceRecords(cluster.url, { place, manifest, sha256, id, known })
    await finishRestore(cluster.url, folder)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { madeAt: manifest.madeAt, rows, files: manifest.files.length, kept }
  } catch (error) {
    // Even a commit that seems to have failed may have come through: the records say.
    await finishRestore(cluster.url, folder).catch(() => undefined)
    throw error
  } finally {
    await cluster.stop()
  }
}

/** A backup of what is about to be replaced; not of an installation that holds nothing. */
async function keepOld(url: string, folder: string, now: Date): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ filled: boolean }>(
    `select to_regclass('public.schema_migration') is not null as filled`,
  )
  await client.end()
  if (!rows[0]?.filled) return undefined
  const path = join(folder, `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}.tar`)
  await backUp(url, folder, path, now)
  return path
}

type Replacing = Readonly<{
  place: string
  manifest: Manifest
  sha256: string
  id: string
  known: Parameters<typeof stepsFor>[1]
}>

async function replaceRecords(url: string, { place, manifest, sha256, id, known }: Replacing): Promise<void> {
  const client = new pg.Client({ connectionString: url, types: recordTypes })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await demandAlone(client)
    await loadRecords(client, place, manifest, known)
    await verifyTrails(client, manifest)
    await client.query('insert into restoration (id, backup_made_at, manifest_sha256) values ($1, $2, $3)', [
      id,
      manifest.madeAt,
      sha256,
    ])
    // Whether the files move in is decided by the records: this name counts only if that row was committed.
    writeFileSync(join(place, 'ready'), id, { flush: true })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function demandAlone(client: pg.Client): Promise<void> {
  // A connection that was just closed is listed for a moment more.
  for (let left = 20; left > 0; left -= 1) {
    const { rows } = await client.query<{ others: number }>(`
      select count(*)::int as others from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`)
    if (rows[0]?.others === 0) return
    await wait(100)
  }
  throw new Refusal(
    'conflict',
    'Others are connected to this database. Stop every Clausewise server on it, then restore. Nothing was changed.',
  )
}

async function verifyTrails(client: pg.Client, { trails }: Manifest): Promise<void> {
  const lent = Object.assign(client, { release: () => undefined }) as unknown as pg.PoolClient
  const pool = { connect: async () => lent, end: async () => undefined } as unknown as pg.Pool
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const heads = await db.selectFrom('audit_head').selectAll().execute()
  for (const { organization, number, hash } of trails) {
    const head = heads.find((one) => one.organization_id === organization)
    const { breaks } = await verifyTrailIn(db, organization)
    const isEnd = head && head.number === number && head.hash === hash
    const wrong = isEnd ? breaks : [...breaks, 'it does not end where the backup says']
    if (wrong.length > 0)
      throw new Refusal(
        'invalid',
        `The audit trail of organization ${organization} does not hold: ${wrong.slice(0, 3).join('; ')}. Nothing was changed.`,
      )
  }
}

/** Moves in the files of a restore whose records are in place; of one that was cut off before that, it takes them away. */
export async function finishRestore(url: string, folder: string): Promise<void> {
  const place = join(folder, 'restoring')
  if (!existsSync(place)) return
  const ready = join(place, 'ready')
  if (existsSync(ready) && (await isRestored(url, readFileSync(ready, 'utf8')))) {
    for (const top of replaced) moveIn(place, folder, top)
    const secret = join(place, secretName)
    if (existsSync(secret)) renameSync(secret, join(folder, 'secret'))
  }
  rmSync(place, { recursive: true, force: true })
}

/** May be cut off and done again: what has moved is not there to be moved once more. */
function moveIn(place: string, folder: string, top: string): void {
  const [made, target, old] = [join(place, top), join(folder, top), join(place, `old-${top}`)]
  if (!existsSync(made)) return
  if (existsSync(target)) renameSync(target, old)
  renameSync(made, target)
}

async function isRestored(url: string, id: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ is: boolean }>(
      `select to_regclass('public.restoration') is not null as is`,
    )
    if (!rows[0]?.is) return false
    return (await client.query('select 1 from restoration where id = $1', [id])).rows.length > 0
  } finally {
    await client.end()
  }
}
