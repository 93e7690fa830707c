import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { changeOrganization, startOrganization } from '#access/organization-store.ts'
import { append, appendAll } from '#access/trail-store.ts'
import { openCluster } from '#db/cluster.ts'
import { type Migration, migrate, readMigrations } from '#db/migrate.ts'
import { openRecords, type Records } from '#db/records.ts'
import { backUp } from './backup.ts'
import { reachRecords } from './reach.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

// The embedded store, also where the other tests run on a server: a restore replaces a whole database.
process.env.DATABASE_URL = ''
const base = mkdtempSync(join(tmpdir(), 'clausewise-backup-'))
after(() => rmSync(base, { recursive: true, force: true }))

const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' }
const now = new Date('2026-03-01T09:00:00Z')
const bytes = Buffer.from('%PDF-1.7 a policy')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const [folder, copy, other] = ['one', 'copy', 'other'].map((name) => join(base, name)) as [
  string,
  string,
  string,
]
const file = join(base, 'all.tar')
let organization = ''

async function withRecords<T>(
  at: string,
  work: (records: Records, url: string) => Promise<T>,
  steps = readMigrations(),
): Promise<T> {
  const cluster = await openCluster(at, '')
  await migrate(cluster.url, steps)
  const records = openRecords(cluster.url, 3)
  try {
    return await work(records, cluster.url)
  } finally {
    await records.close()
    await cluster.stop()
  }
}

/** Words that a careless way of packing would lose or change. */
const hard = 'tab\there, "quotes", back\\slash, (a,b), {x}, \nnew line, ünïcode 🚲, NULL, ,,'

async function fill(records: Records, at: string): Promise<string> {
  const { id } = await startOrganization(records, ada, hard)
  const actor = { kind: 'person', id: ada.id, name: ada.name, organization: id, role: 'owner' } as const
  await records.within(actor, async (tx) => {
    await changeOrganization(tx, actor, { settings: { note: hard, none: null } }, undefined)
    const notes = Array.from({ length: 2100 }, (_, n) => ({ id: String(n), after: { hard, n, half: 0.1 } }))
    await appendAll(
      tx,
      actor,
      notes.map((note) => ({ action: 'change', kind: 'note', ...note })),
    )
  })
  await records.pool.query(
    `insert into attachment (organization_id, id, on_kind, on_id, title) values ($1, $1, 'note', '1', 'Policy')`,
    [id],
  )
  await records.pool.query(
    `insert into attachment_revision (organization_id, attachment_id, revision, name, type, bytes, sha256, author_name)
     values ($1, $1, 1, 'policy.pdf', 'application/pdf', $2, $3, 'Ada')`,
    [id, bytes.length, sha256],
  )
  const frozen = createHash('sha256').update(hard).digest('hex')
  const keep = 'insert into frozen_text (organization_id, sha256, document) values ($1, $2, $3)'
  await records.pool.query(keep, [id, frozen, hard])
  mkdirSync(join(at, 'attachments', id), { recursive: true })
  writeFileSync(join(at, 'attachments', id, sha256), bytes)
  const workspace = join(at, 'organizations', id)
  mkdirSync(join(workspace, 'archive'), { recursive: true })
  const parquet = `${'ab'.repeat(32)}-${'a very long name of a table '.repeat(3).trim()}.parquet`
  writeFileSync(join(workspace, 'archive', parquet), 'PAR1...PAR1')
  const parquet_sha256 = createHash('sha256').update('PAR1...PAR1').digest('hex')
  writeFileSync(
    join(workspace, 'archive', 'index.json'),
    JSON.stringify({ version: 1, archived: [{ file: 'a.csv', parquet, parquet_sha256 }] }),
  )
  writeFileSync(join(workspace, 'mapping.yaml'), 'a: b\n')
  writeFileSync(join(workspace, 'events.duckdb'), 'derived')
  writeFileSync(join(at, 'secret'), 'the secret of cookies\n', { mode: 0o600 })
  return id
}

async function rowsOf(records: Records, steps: readonly Migration[] = []) {
  const { rows } = await records.pool.query(
    'select tablename from pg_tables where schemaname = $1 order by 1',
    ['public'],
  )
  const found: Record<string, unknown> = {}
  for (const { tablename } of rows.filter(
    (row) => !['schema_migration', 'restoration'].includes(row.tablename),
  ))
    found[tablename] = (
      await records.pool.query(
        `select md5(string_agg(t::text, '|' order by t::text)) as h from "${tablename}" t`,
      )
    ).rows[0].h
  return { found, steps: steps.length }
}

const filesOf = (at: string) =>
  ['organizations', 'attachments'].flatMap((top) =>
    existsSync(join(at, top))
      ? readdirSync(join(at, top), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(at.length))
      : [],
  )

before(async () => {
  await withRecords(folder, async (records, url) => {
    organization = await fill(records, folder)
    // The server goes on running meanwhile: this process holds the folder, and writes.
    await backUp(url, folder, file, now)
  })
})

test('a backup is one file that any tar lists, for its owner only', () => {
  const { stdout } = spawnSync('tar', ['-tf', file], { encoding: 'utf8' })
  const names = stdout.trim().split('\n')

  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(names.slice(-2), ['manifest.json', 'manifest.json.sha256'])
  assert.ok(names.includes(`attachments/${organization}/${sha256}`))
  assert.ok(names.some((name) => name.endsWith('.parquet')))
  assert.ok(!names.some((name) => name.includes('duckdb')))
})

test('restored into an empty place, every row and file is what it was, and all trails hold', async () => {
  const made = await restore(file, copy, now)
  const [was, is] = [
    await withRecords(folder, (records) => rowsOf(records)),
    await withRecords(copy, (records) => rowsOf(records)),
  ]
  const found = await reachRecords(copy, (url) => verify(url, copy))

  assert.equal(made.kept, undefined)
  assert.deepEqual(is, was)
  assert.deepEqual(
    filesOf(copy).sort(),
    filesOf(folder)
      .filter((name) => !name.endsWith('.duckdb'))
      .sort(),
  )
  assert.equal(readFileSync(join(copy, 'secret'), 'utf8'), 'the secret of cookies\n')
  assert.deepEqual(found, { organizations: 1, entries: 2102, archives: 1, attachments: 1, wrong: [] })
})

test('the trail of a restored installation goes on where it ended', async () => {
  await withRecords(copy, async (records) => {
    const actor = { kind: 'person', id: 'ada', name: 'Ada', organization, role: 'owner' } as const
    await records.within(actor, (tx) => append(tx, actor, { action: 'change', kind: 'note', id: 'x' }))
    await assert.rejects(records.pool.query('delete from audit_entry'), /only ever added to/)
  })
  const { entries, wrong } = await reachRecords(copy, (url) => verify(url, copy))

  assert.deepEqual([entries, wrong], [2103, []])
})

const sql = `alter table organization add column motto text not null default 'none yet';
  update organization set motto = 'since ' || version`
const later: Migration = {
  name: '9999-motto',
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
  isBreaking: false,
}
const newer = [...readMigrations(), later]

test('a newer program restores it: first the schema it was made in, then the newer steps over its rows', async () => {
  await withRecords(other, async (records) => startOrganization(records, ada, 'In the way'), newer)

  const { kept } = await restore(file, other, now, newer)

  await withRecords(
    other,
    async (records) => {
      const { rows } = await records.pool.query('select name, motto from organization')
      assert.deepEqual(rows, [{ name: hard, motto: 'since 2' }])
    },
    newer,
  )
  assert.ok(kept && existsSync(kept), 'what was there before is kept in a backup')
})

test('an older program refuses it by the name of what it does not know, and changes nothing', async () => {
  const path = join(base, 'newer.tar')
  await reachRecords(other, (url) => backUp(url, other, path, now))
  const was = await withRecords(copy, (records) => rowsOf(records))

  await assert.rejects(restore(path, copy, now), {
    code: 'conflict',
    message: /made by a newer Clausewise \(it has 9999-motto\).*Nothing was changed/,
  })

  assert.deepEqual(await withRecords(copy, (records) => rowsOf(records)), was)
})

const size = () => statSync(file).size
const damage: Record<string, (path: string) => void> = {
  'cut off in the middle': (path) => truncateSync(path, Math.floor(size() / 2)),
  'cut off before its last file': (path) => truncateSync(path, size() - 3 * 512),
  'with one byte altered in a file': (path) => {
    const all = readFileSync(path)
    const at = all.indexOf(bytes)
    all[at + 3] = 0x32
    writeFileSync(path, all)
  },
  'with one byte altered in its list': (path) => {
    const all = readFileSync(path)
    const at = all.lastIndexOf('"rows"')
    all[at + 9] = 0x39
    writeFileSync(path, all)
  },
  'that is no backup at all': (path) => writeFileSync(path, 'x'.repeat(5000)),
  'that is empty': (path) => writeFileSync(path, ''),
}

for (const [what, spoil] of Object.entries(damage))
  test(`a file ${what} is refused, and the installation stays as it was`, async () => {
    const path = join(base, 'damaged.tar')
    writeFileSync(path, readFileSync(file))
    spoil(path)
    const [rows, files] = [await withRecords(copy, (records) => rowsOf(records)), filesOf(copy)]

    await assert.rejects(restore(path, copy, now), { code: 'invalid' })

    assert.deepEqual(await withRecords(copy, (records) => rowsOf(records)), rows)
    assert.deepEqual(filesOf(copy), files)
    assert.equal(existsSync(join(copy, 'restoring')), false)
  })

test('a trail that was altered before the backup is found on restore, and nothing is replaced', async () => {
  const path = join(base, 'forged.tar')
  await withRecords(
    other,
    async ({ pool }, url) => {
      await pool.query('alter table audit_entry disable trigger user')
      await pool.query(`update audit_entry set actor_name = 'Eve' where number = 7`)
      await pool.query('alter table audit_entry enable trigger user')
      await backUp(url, other, path, now)
    },
    newer,
  )

  await assert.rejects(restore(path, folder, now, newer), {
    code: 'invalid',
    message: /entry 7: was altered/,
  })

  assert.deepEqual((await reachRecords(folder, (url) => verify(url, folder))).wrong, [])
  const { wrong } = await reachRecords(other, (url) => verify(url, other))
  assert.equal(wrong.length, 1)
})

test('a backup is never written over, and a running server is not restored under', async () => {
  await reachRecords(folder, async (url) => {
    await assert.rejects(backUp(url, folder, file, now), { code: 'conflict', message: /never written over/ })
    await assert.rejects(restore(file, folder, now), {
      code: 'conflict',
      message: /in use|Others are connected/,
    })
  })
})

test('verify finds what was altered or is missing among files', async () => {
  writeFileSync(join(folder, 'attachments', organization, sha256), 'something else')
  const archive = join(folder, 'organizations', organization, 'archive')
  for (const name of readdirSync(archive)) if (name.endsWith('.parquet')) rmSync(join(archive, name))

  const { wrong } = await reachRecords(folder, (url) => verify(url, folder))

  assert.equal(wrong.length, 2)
  assert.match(wrong[0] ?? '', /archive, .*parquet \(from a\.csv\) is missing/)
  assert.match(wrong[1] ?? '', /attachment policy\.pdf .* was altered/)
})
