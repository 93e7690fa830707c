import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startOrganization } from '#access/organization-store.ts'
import { openLibrary } from '#content/library.ts'
import { startDatabase } from '#db/try-database.ts'
import { changeRecord, createRecord } from '#registers/record-change-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { openState } from './state-store.ts'
import type { ToldFacts } from './told-facts-store.ts'

const { records, close } = await startDatabase()
after(close)
const library = openLibrary(join(import.meta.dirname, '../../content'))
const now = new Date('2026-03-01T09:00:00Z')
const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' }

async function started() {
  const { id: organization } = await startOrganization(records, ada, 'Ours')
  const actor = { kind: 'person', id: 'ada', name: 'Ada', organization, role: 'owner' } as const
  const open = (told: ToldFacts) =>
    records.within({ organization }, (tx) => openState(tx, library, { organization, now, told }))
  return { organization, actor, open }
}

const gate = (state: Awaited<ReturnType<Awaited<ReturnType<typeof started>>['open']>>, id: string) =>
  state.assessment.gates.find((one) => one.id === id)

test('what is told counts instead of what people wrote down, and only for whoever is asked with it', async () => {
  const [one, other] = [await started(), await started()]
  const held: ToldFacts = async () => ({ roles_filled: true, cycles: { of: 4, done: 4 } })

  const [told, untold] = [await one.open(held), await other.open(async () => ({}))]

  assert.notDeepEqual(gate(told, 'G7'), gate(untold, 'G7'))
})

test('it is asked again after a change of what it may be read from, and not before', async () => {
  const { organization, actor, open } = await started()
  const asked: number[] = []
  const told: ToldFacts = async () => {
    asked.push(asked.length)
    return {}
  }
  await open(told)
  await open(told)
  assert.equal(asked.length, 1, 'nothing has changed')

  const roles = demandRegister('roles')
  const { id } = await records.within(actor, (tx) =>
    createRecord(tx, actor, roles, { name: 'Change manager' }),
  )
  await open(told)
  assert.equal(asked.length, 2, 'a role was written down')
  await records.within(actor, (tx) =>
    changeRecord(tx, actor, roles, { id, data: { accountable: 'Grace' }, version: 1 }),
  )
  await open(told)
  assert.equal(asked.length, 3, 'the role was filled')
  await records.within(actor, (tx) =>
    tx
      .insertInto('service_review')
      .values({
        organization_id: organization,
        service: 'Tills',
        held_on: '2026-03-01',
        attendees: ['Ada'],
        note: 'Nothing is missing.',
        figures: '[]',
        seal: '0'.repeat(64),
        every_months: 3,
        next_on: '2026-06-01',
        recorded_by_name: 'Ada',
        recorded_at: now,
      })
      .execute(),
  )
  await open(told)
  assert.equal(asked.length, 4, 'a service review was held')
})

test('every table that what is told is read from counts as a change of the assessment', async () => {
  const { rows } = await records.pool.query<{ name: string }>(
    `select distinct event_object_table as name from information_schema.triggers
     where action_statement like '%count_assessment_change%'`,
  )
  const counted = rows.map(({ name }) => name)

  for (const name of [
    'alignment_review',
    'audit',
    'audit_signature',
    'collection',
    'course_assignment',
    'finding',
    'kpi_decision',
    'management_review',
    'quiz_attempt',
    'record',
    'review_action',
    'service_report_issue',
    'service_review',
    'survey',
  ])
    assert.ok(counted.includes(name), name)
})
