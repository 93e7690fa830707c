import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FindingView } from '#api/findings.ts'
import { pass, startTryFindings, whys } from '../try-findings.ts'

const { server, organization, turnTo, raise, read, does, walkToEffect, actAndWait } = await startTryFindings()
after(server.close)

test('a finding is raised with the parts of its text, and goes its way step by step', async () => {
  const { id, name, state } = await raise()
  const skipped = await does('irene', id, 'moves', { to: 'analysing' })
  const bare = await does('peter', id, 'moves', { to: 'contained' })

  assert.match(name, /^FND-\d+$/)
  assert.equal(state, 'raised')
  assert.equal(skipped.status, 409)
  assert.match(bare.detail, /lacks what was done at once/)
})

test('whoever has nothing to do with a finding does not work on it', async () => {
  const { id } = await raise()

  const other = await does('paula', id, '', { correction: 'mine now' }, 'PATCH')
  const text = await does('peter', id, '', { grade: 'opportunity' }, 'PATCH')

  assert.equal(other.status, 403)
  assert.match(other.detail, /worked on by peter/)
  assert.equal(text.status, 403)
  assert.match(text.detail, /those who audit/)
})

test('nobody approves the own analysis, and a changed cause has to be approved anew', async () => {
  const { id } = await raise()
  await does('irene', id, '', whys, 'PATCH')
  await does('irene', id, 'moves', { to: 'contained' })
  await does('irene', id, 'moves', { to: 'analysing' })

  const own = await does('irene', id, 'cause-approval')
  const others = await does('olga', id, 'cause-approval')
  const changed = await does('peter', id, '', { rootCause: 'Another one.' }, 'PATCH')

  assert.equal(own.status, 403)
  assert.match(own.detail, /approved by somebody else/)
  assert.equal(others.finding.causeApproved?.by.name, 'olga')
  assert.equal(changed.finding.causeApproved, undefined)
})

test('closing is refused with everything that is missing', async () => {
  const { id } = await raise()

  const { status, detail } = await does('irene', id, 'moves', { to: 'closed' })

  assert.equal(status, 409)
  assert.match(
    detail,
    /what was done at once.*the cause.*approval of the cause.*looked for.*an action.*effect check/,
  )
})

test('an action is not done without evidence, nor before its day has come', async () => {
  const { id } = await raise()
  const action = { says: 'Do it', owner: 'peter', dueOn: '2026-03-20' }
  const made = (await organization.ask('peter', 'POST', `findings/${id}/actions`, action)).body as {
    id: string
  }
  const done = (payload: object) =>
    organization.ask('peter', 'PATCH', `findings/${id}/actions/${made.id}`, payload, 1)

  const bare = await done({ doneOn: '2026-03-01' })
  const early = await done({ doneOn: '2026-04-01', evidence: 'a record' })

  assert.match((bare.body as { detail: string }).detail, /without evidence is not done/)
  assert.match((early.body as { detail: string }).detail, /still to come/)
})

test('the effect is checked by somebody else, after some time; a failed check sends back, a passed one closes', async () => {
  turnTo('2026-03-01')
  const { id } = await raise({ owner: 'olga' })
  await does('olga', id, '', { owner: 'peter' }, 'PATCH')
  await walkToEffect(id)
  const early = await does('irene', id, 'effect-checks', pass)
  turnTo('2026-04-02')
  const failed = await does('irene', id, 'effect-checks', { isEffective: false, says: 'Two changes again.' })
  const unapproved = await does('peter', id, 'moves', { to: 'action_planned' })
  await does('irene', id, 'cause-approval')
  const actionless = await does('peter', id, 'moves', { to: 'action_planned' })
  await actAndWait(id)
  turnTo('2026-05-10')
  const passed = await does('irene', id, 'effect-checks', pass)

  assert.equal(early.status, 403)
  assert.match(early.detail, /at the earliest/)
  assert.deepEqual([failed.finding.state, failed.finding.causeApproved], ['analysing', undefined])
  assert.match(unapproved.detail, /approval of the cause/)
  assert.match(actionless.detail, /still to be done/)
  assert.deepEqual(
    [passed.finding.state, passed.finding.effectChecks.map(({ isEffective }) => isEffective)],
    ['closed', [false, true]],
  )
})

test('whoever did an action does not check its effect', async () => {
  turnTo('2026-03-01')
  const { id } = await raise()
  await walkToEffect(id)
  await organization.join('petra', 'programme manager')
  const { rows } = await server.world.records.pool.query(
    "update finding_action set owner_id = 'petra' where finding_id = $1 returning id",
    [id],
  )
  turnTo('2026-04-02')

  const own = await does('petra', id, 'effect-checks', pass)
  const other = await does('olga', id, 'effect-checks', pass)

  assert.equal(rows.length, 1)
  assert.equal(own.status, 403)
  assert.match(own.detail, /checked by somebody else/)
  assert.equal(other.finding.state, 'closed')
})

test('whoever did an action does not hand it on and check its effect then', async () => {
  turnTo('2026-03-01')
  const { id } = await raise()
  await organization.join('pia', 'programme manager')
  await does('peter', id, '', whys, 'PATCH')
  await does('peter', id, 'moves', { to: 'contained' })
  await does('peter', id, 'moves', { to: 'analysing' })
  await does('irene', id, 'cause-approval')
  const planned = { says: 'Ask the tool', owner: 'pia', dueOn: '2026-03-20' }
  const made = await organization.ask('pia', 'POST', `findings/${id}/actions`, planned)
  const change = async (payload: object, version: number) => {
    const at = `findings/${id}/actions/${(made.body as { id: string }).id}`
    const { status, body } = await organization.ask('pia', 'PATCH', at, payload, version)
    return { status, detail: String((body as { detail?: string }).detail) }
  }
  assert.equal((await change({ doneOn: '2026-03-01', evidence: 'CHG-1' }, 1)).status, 200)

  const handed = await change({ owner: 'peter' }, 2)
  assert.equal(handed.status, 409)
  assert.match(handed.detail, /"Ask the tool" was done by pia: whoever did an action stays its owner/)

  assert.equal((await change({ doneOn: null }, 2)).status, 200)
  assert.equal((await change({ owner: 'peter', doneOn: '2026-03-01' }, 3)).status, 200)
  await actAndWait(id)
  turnTo('2026-04-02')
  const checked = await does('pia', id, 'effect-checks', pass)
  assert.equal(checked.status, 403, 'not by taking it back and handing it on either')
  assert.match(checked.detail, /Its effect is checked by somebody else/)
})

test('what comes back is seen: by its requirement, or by the category of its cause', async () => {
  const { id } = await raise()
  const { recurrence } = await read(id)

  assert.ok(recurrence.length > 0)
  assert.equal(recurrence[0]?.by, 'requirement')
})

test('an opportunity is decided on and closed, a nonconformity is not', async () => {
  const { id } = await raise({ grade: 'opportunity' })

  const silent = await does('irene', id, 'moves', { to: 'closed' })
  const decided = await does('irene', id, 'moves', { to: 'closed', reason: 'Not worth it this year.' })

  assert.equal(silent.status, 422)
  assert.deepEqual([decided.finding.state, decided.finding.decision], ['closed', 'Not worth it this year.'])
})

test('a contributor sees the findings that he has to do with, and no others', async () => {
  const { id } = await raise()
  const unseen = await organization.ask('carl', 'GET', `findings/${id}`)
  await organization.ask('irene', 'POST', `findings/${id}/actions`, {
    says: 'Write it down',
    owner: 'carl',
    dueOn: '2026-05-01',
  })
  const seen = await organization.ask('carl', 'GET', `findings/${id}`)
  const { items } = (await organization.ask('carl', 'GET', 'findings')).body as { items: FindingView[] }

  assert.deepEqual([unseen.status, seen.status], [404, 200])
  assert.deepEqual(
    items.map((one) => one.id),
    [id],
  )
})

test('an effect check cannot be altered, whoever tries', async () => {
  await assert.rejects(
    server.world.records.pool.query('update effect_check set is_effective = true'),
    /stay as they were/,
  )
})
