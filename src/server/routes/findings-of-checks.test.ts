import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FindingView } from '#api/findings.ts'
import { followChecks } from '#audit/follow-checks-store.ts'
import { giveTryEvidence, tryResult } from '../try-assessment.ts'
import { pass, startTryFindings, tried } from '../try-findings.ts'

const { server, organization, turnTo, now, raise, read, does, walkToEffect } = await startTryFindings()
after(server.close)
const { check, requirement } = tried

test('a check that still fails speaks against closing, and its verdict is kept beside the effect check', async () => {
  turnTo('2026-03-01')
  const failing = { verdict: 'fail', met: 60, share: 0.6, because: '60 of 100.' } as const
  await giveTryEvidence(server, organization.id, [tryResult(check, requirement, failing)])
  const { id } = await raise({ source: 'check', check })
  await walkToEffect(id)
  turnTo('2026-04-02')
  const refused = await does('irene', id, 'effect-checks', pass)
  await giveTryEvidence(server, organization.id, [tryResult(check, requirement)])
  const passed = await does('irene', id, 'effect-checks', pass)
  await giveTryEvidence(server, organization.id, [tryResult(check, requirement, failing)])
  const kept = (await read(id)).effectChecks[0]

  assert.equal(refused.status, 409)
  assert.match(refused.detail, /still fails: 60 of 100/)
  assert.equal(passed.finding.state, 'closed')
  assert.deepEqual([kept?.results[0]?.check, kept?.results[0]?.verdict], [check, 'pass'])
})

const system = () =>
  ({
    kind: 'system',
    id: undefined,
    name: 'collector',
    organization: organization.id,
    role: 'owner',
  }) as const

/** Follows the newest collection, as the job does. */
function follow() {
  return server.world.records.within(system(), async (tx) => {
    const { id } = await tx
      .selectFrom('collection')
      .select('id')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return followChecks(tx, system(), id, now())
  })
}

test('a finding is opened again when its check fails again, once, and the trail says why', async () => {
  const first = await follow()
  const again = await follow()
  const list = (await organization.ask('irene', 'GET', 'findings')).body as { items: FindingView[] }
  const reopened = list.items.filter(({ reopened: times }) => times > 0)
  const trail = (await organization.ask('olga', 'GET', `trail?kind=finding&record=${reopened[0]?.id}`))
    .body as {
    items: { action: string; reason?: string }[]
  }

  assert.deepEqual([first.reopened, again.reopened], [1, 0])
  assert.deepEqual(
    reopened.map(({ state }) => state),
    ['analysing'],
  )
  assert.match(trail.items.find(({ action }) => action === 're-open')?.reason ?? '', /fails again: 60 of 100/)
})

test('a check that passed before and fails now raises one finding', async () => {
  const other = 'incident.categorised'
  await giveTryEvidence(server, organization.id, [tryResult(other, '8.6.1-a')])
  await follow()
  await giveTryEvidence(server, organization.id, [
    tryResult(other, '8.6.1-a', { verdict: 'fail', met: 50, share: 0.5 }),
  ])
  const first = await follow()
  const again = await follow()
  const { items } = (await organization.ask('irene', 'GET', 'findings')).body as { items: FindingView[] }
  const found = items.filter(({ source, title }) => source === 'check' && title.startsWith('No longer so'))

  assert.deepEqual([first.raised, again.raised], [1, 0])
  assert.equal(found.length, 1)
  assert.deepEqual(found[0]?.requirements, ['8.6.1-a'])
})
