import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet } from '../try-upload.ts'

const server = await startServer()
await server.world.jobs.start()
after(server.close)

test('the simulated house moves in: tickets read, people, registers, an assessment half way, checks that fail', async () => {
  const organization = await organizationOf(server, 'ada', 'Simulated house')
  const actor = { kind: 'person', id: 'ada', name: 'ada', organization, role: 'owner' } as const
  await server.world.records.within(actor, (tx) => server.world.jobs.ask(tx, actor, 'demo', { scale: 0.02 }))

  await untilQuiet(server, 'ada', organization, 240)

  const { failing, jobs, services, snapshots, summaries } = await server.world.records.within(
    actor,
    async (tx) => ({
      jobs: await tx.selectFrom('job').select(['kind', 'state', 'message']).orderBy('kind').execute(),
      failing: await tx.selectFrom('result').select('check_id').where('verdict', '=', 'fail').execute(),
      snapshots: await tx.selectFrom('snapshot').select('number').execute(),
      summaries: await tx
        .selectFrom('made_document')
        .select('snapshot_id')
        .where('kind', '=', 'executive summary')
        .execute(),
      services: await tx.selectFrom('record').select('label').where('register', '=', 'services').execute(),
    }),
  )
  assert.deepEqual(
    jobs.map(({ kind, state, message }) => [kind, state, message]),
    [
      ['collect', 'done', null],
      ['demo', 'done', null],
      // The service reports that the story tells of.
      ['documents', 'done', null],
      // The executive summary, from the first snapshot.
      ['documents', 'done', null],
      ['ingest', 'done', null],
    ],
  )
  assert.equal(services.length, 40)
  assert.deepEqual(snapshots, [{ number: 1 }])
  assert.equal(summaries.length, 1)
  assert.ok(summaries[0]?.snapshot_id)
  assert.ok(failing.length > 5, `${failing.length} checks fail`)
})
