import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { startOrganization } from '#access/organization-store.ts'
import { permissionsOf, type Role } from '#access/permissions.ts'
import { startDatabase, type TryDatabase } from '#db/try-database.ts'
import { exportAll } from './export-all.ts'
import { readOpenData, secretColumns, withheld } from './open-data-store.ts'
import { RegisterUser } from './try-registers.ts'
import { startServer } from './try-server.ts'

const server = await startServer()
after(server.close)

let user: RegisterUser
before(async () => {
  user = await RegisterUser.start(server, 'ada')
  await RegisterUser.start(server, 'bob')
})

const read = (base: string) =>
  server.world.records.within({ organization: base.split('/').at(-1) ?? '' }, (tx) =>
    readOpenData(tx, '2026-03-01'),
  )

test('what an organization wrote is there, with its trail, and nothing of another', async () => {
  await user.add('suppliers', { name: 'Only of Ada' }).catch(() => undefined)
  const { tables, organization } = await read(user.base)
  const rows = (name: string) => tables.find((one) => one.name === name)?.rows ?? []

  assert.equal(organization, 'ada')
  assert.deepEqual(
    rows('organization').map(({ name }) => name),
    ['ada'],
  )
  assert.ok(rows('audit_entry').length > 0)
  assert.equal(JSON.stringify(tables).includes('"bob"'), false)
})

test('every table of an organization is handed out or withheld with a reason', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'organization_id'`.execute(server.world.records.db)
  const { tables } = await read(user.base)
  const known = new Set([...tables.map(({ name }) => name), ...Object.keys(withheld)])

  assert.deepEqual(
    rows.map(({ name }) => name).filter((name) => !known.has(name)),
    [],
  )
})

test('no secret leaves: neither its table nor a column that sounds like one', async () => {
  const { tables } = await read(user.base)
  const columns = tables.flatMap(({ name, columns: own }) => own.map((column) => `${name}.${column}`))

  for (const name of ['api_token', 'invitation', 'webhook', 'survey_token', 'survey_box'])
    assert.equal(
      tables.some((one) => one.name === name),
      false,
      name,
    )
  assert.deepEqual(
    columns.filter((one) => secretColumns.test(one.split('.')[1] ?? '')),
    [],
  )
})

test('only who runs the programme may ask for it', async () => {
  const roles: readonly Role[] = ['owner', 'programme manager', 'consultant']
  for (const role of roles) assert.ok(permissionsOf(role).has('manage settings'))

  const asked = await user.ask('/documents', { method: 'POST', payload: { kind: 'open data' } })

  assert.equal(asked.status, 201, asked.text)
})

test('the command writes one organization, names its hash, and stands in the trail', async () => {
  const database: TryDatabase = await startDatabase()
  try {
    const person = { id: 'eve', name: 'Eve', email: 'eve@example.org' }
    await startOrganization(database.records, person, 'Norden AG')
    await startOrganization(database.records, person, 'Sueden AG')

    const made = await exportAll(database.url, 'Norden AG', new Date('2026-03-01T09:00:00Z'))
    const files = unzipSync(made.bytes)
    const text = (name: string) => new TextDecoder().decode(files[name])

    assert.equal(made.sha256, createHash('sha256').update(made.bytes).digest('hex'))
    assert.equal(JSON.parse(text('index.json')).organization, 'Norden AG')
    assert.match(text('tables/audit_entry.csv'), /clausewise export/)
    assert.equal(
      Object.keys(files).some((name) => text(name).includes('Sueden')),
      false,
    )
    await assert.rejects(exportAll(database.url, 'Westen AG', new Date()), /There are: Norden AG, Sueden AG/)
  } finally {
    await database.close()
  }
})
