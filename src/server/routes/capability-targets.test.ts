import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

type Process = { clause: string; target: number; derived: number; set?: { level: number; version: number } }

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('rita', 'read-only')
})

async function process(clause: string): Promise<Process | undefined> {
  const { body } = await own.ask('rita', 'GET', 'capability-targets')
  return (body as { processes: Process[] }).processes.find((one) => one.clause === clause)
}

test('targets follow from the goals in the register, by their clauses and their themes', async () => {
  const goal = { owner: 'ada', horizon: 'this year', metric: 'Hours lost', priority: 'high' }
  await own.ask('ada', 'POST', 'registers/goals/records', {
    data: { ...goal, title: 'Open every day', clauses: ['8.7.2'] },
  })
  await own.ask('ada', 'POST', 'registers/goals/records', {
    data: { ...goal, title: 'The same way', theme: 'operational-excellence', priority: 'medium' },
  })

  assert.equal((await process('8.7.2'))?.derived, 3)
  assert.equal((await process('8.5.1'))?.derived, 2)
  assert.equal((await process('8.3.4'))?.derived, 1)
  assert.equal(await process('8.7'), undefined)
})

test('a level is set with a reason, not over somebody else, and follows from goals again when it is taken back', async () => {
  const body = { level: 3, reason: 'Auditors of customers look here first.' }
  const put = (version: number, given: object = body) =>
    own.ask('ada', 'PUT', 'capability-targets/8.3.4', given, version)

  const first = await put(0)
  const late = await put(0, { ...body, level: 2 })
  const silent = await put(1, { ...body, reason: '' })
  const beyond = await put(1, { ...body, level: 6 })
  const standing = await process('8.3.4')
  const unknown = await own.ask('ada', 'PUT', 'capability-targets/8.9.9', body, 0)

  assert.deepEqual(
    [first, late, silent, beyond, unknown].map(({ status }) => status),
    [200, 409, 422, 422, 404],
  )
  assert.deepEqual([standing?.target, standing?.derived], [3, 1])

  const cleared = await own.ask('ada', 'DELETE', 'capability-targets/8.3.4')
  const again = await own.ask('ada', 'DELETE', 'capability-targets/8.3.4')
  assert.deepEqual([cleared.status, again.status], [204, 404])
  assert.deepEqual(await process('8.3.4').then((one) => [one?.target, one?.set]), [1, undefined])
})
