import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { startDatabase } from './try-database.ts'

/** Row-level security, read from the catalogue: a table that is added tomorrow is tested tomorrow. */
const database = await startDatabase()
const client = new pg.Client({ connectionString: database.url })
await client.connect()
after(async () => {
  await client.end()
  await database.close()
})

const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()]
const refusedRow = '42501'

type Column = { name: string; type: string; required: boolean }
type Table = { name: string; key: string; columns: readonly Column[] }

async function readTables(): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
        'required', a.attnotnull and a.attgenerated = '' and a.attidentity = '') order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname
    order by c.relname`)
  return rows
    .map(({ name, columns }) => ({ name, columns, key: name === 'organization' ? 'id' : 'organization_id' }))
    .filter(({ key, columns }) => columns.some((column) => column.name === key))
}

const tables = await readTables()

/** Any value of a type; constraints are taken off before it is written. */
function anyOf(type: string): unknown {
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return crypto.randomUUID()
  if (/json/.test(type)) return '{}'
  if (/^(bigint|integer|smallint|numeric|double precision|real)$/.test(type)) return 1
  if (type === 'boolean') return true
  if (/^timestamp|^date/.test(type)) return '2026-01-01'
  if (type === 'tstzrange' || type === 'daterange') return 'empty'
  if (type === 'bytea') return Buffer.from(crypto.randomUUID())
  return crypto.randomUUID().slice(0, 8)
}

/** One transaction that is taken back: constraints and triggers of the table off, one row of ours and one of theirs in. */
async function withRows(table: Table, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    const { rows } = await client.query<{ conname: string; conrelid: string }>(
      `select conname, conrelid::regclass::text as conrelid from pg_constraint
       where contype in ('f', 'c') and (conrelid = $1::regclass or confrelid = $1::regclass)`,
      [table.name],
    )
    for (const { conname, conrelid } of rows)
      await client.query(`alter table ${conrelid} drop constraint if exists "${conname}"`)
    await client.query(`alter table "${table.name}" disable trigger user`)
    for (const organization of [ours, theirs]) await insert(table, organization)
    await work()
  } finally {
    await client.query('rollback')
  }
}

async function insert(table: Table, organization: string): Promise<void> {
  const filled = table.columns.filter(({ required, name }) => required || name === table.key)
  const names = filled.map(({ name }) => `"${name}"`).join(', ')
  const places = filled.map((_, index) => `$${index + 1}`).join(', ')
  const values = filled.map(({ name, type }) => (name === table.key ? organization : anyOf(type)))
  await client.query(`insert into "${table.name}" (${names}) values (${places})`, values)
}

async function speakAs(organization: string): Promise<void> {
  await client.query(
    `select set_config('role', 'clausewise_app', true), set_config('clausewise.organization', $1, true),
      set_config('clausewise.person', 'nobody', true)`,
    [organization],
  )
}

/** Tries a statement and takes it back; what a right forbids counts as nothing touched. */
async function touched(sql: string, values: readonly unknown[] = []): Promise<number | string> {
  await client.query('savepoint before')
  try {
    const { rowCount } = await client.query(sql, [...values])
    return rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback to savepoint before')
  }
}

test('there are tables to test', () => {
  assert.ok(tables.length >= 5, tables.map(({ name }) => name).join(', '))
})

test('every table of an organization has forced row-level security and the policy of the owner', async () => {
  const { rows } = await client.query(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'owner_sees_all') as owner,
      exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'own_organization') as own
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  const state = new Map(rows.map((row) => [row.name, row]))

  const open = tables.filter(({ name }) => {
    const { forced, owner, own } = state.get(name) ?? {}
    return !(forced && owner && own)
  })

  assert.deepEqual(
    open.map(({ name }) => name),
    [],
  )
})

test('the organization is in the primary key of each of its tables', async () => {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) and a.attname = 'organization_id'
    where i.indisprimary`)
  const keyed = new Set(rows.map(({ name }) => name))

  assert.deepEqual(
    tables.filter(({ name, key }) => key === 'organization_id' && !keyed.has(name)).map(({ name }) => name),
    [],
  )
})

for (const table of tables) {
  test(`${table.name}: one organization neither sees nor touches the rows of another`, async () => {
    await withRows(table, async () => {
      await speakAs(theirs)
      const [column] = table.columns
      assert.ok(column)
      const where = `where "${table.key}" = $1`

      assert.equal(
        await touched(`select 1 from "${table.name}" ${where}`, [theirs]),
        1,
        'its own row is seen',
      )
      assert.equal(await touched(`select 1 from "${table.name}"`), 1, 'and no other')
      const update = `update "${table.name}" set "${column.name}" = "${column.name}" ${where}`
      for (const sql of [update, `delete from "${table.name}" ${where}`])
        assert.ok([0, refusedRow].includes(await touched(sql, [ours])), sql)
      const moved = `update "${table.name}" set "${table.key}" = $1`
      assert.equal(await touched(moved, [ours]), refusedRow, 'a row is not given to another')
      await client.query('savepoint before')
      await assert.rejects(insert(table, ours), { code: refusedRow })
      await client.query('rollback to savepoint before')
      await speakAs('')
      assert.equal(
        await touched(`select 1 from "${table.name}"`),
        0,
        'without an organization nothing is seen',
      )
    })
  })
}

test('a transaction of the application cannot take row-level security off', async () => {
  await client.query('begin')
  await speakAs(theirs)
  const tried = [
    'alter table audit_entry disable row level security',
    'alter table audit_entry no force row level security',
    'drop policy own_organization on membership',
    'create policy mine on membership using (true)',
    'alter role clausewise_app bypassrls',
    'alter table audit_entry disable trigger all',
    'set local session_replication_role = replica',
    "copy audit_entry to '/tmp/x'",
    "copy audit_entry from program 'true'",
    'create extension dblink',
  ]

  for (const sql of tried) assert.equal(await touched(sql), '42501', sql)
  await client.query('set local row_security = off')
  assert.equal(await touched('select 1 from audit_entry'), '42501', 'it is an error, not an open door')
  await client.query('rollback')
})

test('the role of the application has no power of its own', async () => {
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication
     from pg_roles where rolname = 'clausewise_app'`,
  )

  assert.deepEqual(new Set(Object.values(rows[0])), new Set([false]))
})
