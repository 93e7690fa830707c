import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FindingView } from '#api/findings.ts'
import { followChecks } from '#audit/follow-checks-store.ts'
import { giveTryEvidence, startTryOrganization, type TryOrganization, tryResult } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

let today = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => today)
after(server.close)

const check = 'change.approved-before-start'
const requirement = '8.5.1.3-a'
let organization: TryOrganization

before(async () => {
  organization = await startTryOrganization(server, 'olga')
  await organization.join('peter', 'process owner')
  await organization.join('paula', 'process owner')
  await organization.join('irene', 'internal auditor')
  await organization.join('carl', 'contributor')
})

const raised = {
  grade: 'minor',
  title: 'Approval after start',
  requirements: [requirement],
  evidence: '7 of 59 changes, drawn at random from 412 (seed 20000), show approval after start.',
  missing: 'Approval before start is not followed in every case.',
  gradeReason: 'One team; nothing followed from it.',
  extent: '41 of 412, all of team Network.',
  owner: 'peter',
}

async function raise(more: object = {}): Promise<FindingView> {
  const { status, body } = await organization.ask('irene', 'POST', 'findings', { ...raised, ...more })
  assert.equal(status, 201, JSON.stringify(body))
  return body as FindingView
}

async function read(id: string, person = 'irene'): Promise<FindingView> {
  return (await organization.ask(person, 'GET', `findings/${id}`)).body as FindingView
}

/** Asks for something about a finding, based on how it stands now. */
async function does(
  person: string,
  id: string,
  path: string,
  payload?: object,
  method: 'POST' | 'PATCH' = 'POST',
) {
  const { version } = await read(id)
  const at = path === '' ? `findings/${id}` : `findings/${id}/${path}`
  const { status, body } = await organization.ask(person, method, at, payload, version)
  return { status, finding: body as FindingView, detail: String((body as { detail?: string }).detail) }
}

const whys = {
  correction: 'The seven changes were looked at again; none had to be taken back.',
  causeRows: [
    { says: 'Approval was asked for after start.' },
    { says: 'The form lets a change start without it.' },
  ],
  rootCause: 'The tool does not hold the rule.',
  causeCategory: 'tools',
  extentCheck: 'Two other teams: none.',
}

/** Walks a finding to the day of its effect check, with an action of Peter's. */
async function walkToEffect(id: string): Promise<void> {
  await does('peter', id, '', whys, 'PATCH')
  await does('peter', id, 'moves', { to: 'contained' })
  await does('peter', id, 'moves', { to: 'analysing' })
  await does('irene', id, 'cause-approval')
  await actAndWait(id)
}

async function actAndWait(id: string): Promise<void> {
  const action = { says: 'Let the tool demand approval', owner: 'peter', dueOn: '2026-03-20' }
  const made = (await organization.ask('peter', 'POST', `findings/${id}/actions`, action)).body as {
    id: string
  }
  await does('peter', id, 'moves', { to: 'action_planned' })
  await does('peter', id, 'moves', { to: 'implementing' })
  const done = { doneOn: today.toISOString().slice(0, 10), evidence: 'CHG-2001, configuration of the form' }
  await organization.ask('peter', 'PATCH', `findings/${id}/actions/${made.id}`, done, 1)
  await does('peter', id, 'moves', { to: 'implemented' })
  const wait = new Date(today.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  await does(
    'irene',
    id,
    '',
    { effectDueOn: wait, criterion: 'No approval after start for a month' },
    'PATCH',
  )
  const { status, detail } = await does('irene', id, 'moves', { to: 'verifying' })
  assert.equal(status, 200, detail)
}

const pass = { isEffective: true, says: 'None of 38 changes of the month.' }

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
  today = new Date('2026-03-01T09:00:00Z')
  const { id } = await raise({ owner: 'olga' })
  await does('olga', id, '', { owner: 'peter' }, 'PATCH')
  await walkToEffect(id)
  const early = await does('irene', id, 'effect-checks', pass)
  today = new Date('2026-04-02T09:00:00Z')
  const failed = await does('irene', id, 'effect-checks', { isEffective: false, says: 'Two changes again.' })
  const unapproved = await does('peter', id, 'moves', { to: 'action_planned' })
  await does('irene', id, 'cause-approval')
  const actionless = await does('peter', id, 'moves', { to: 'action_planned' })
  await actAndWait(id)
  today = new Date('2026-05-10T09:00:00Z')
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
  today = new Date('2026-03-01T09:00:00Z')
  const { id } = await raise()
  await walkToEffect(id)
  await organization.join('petra', 'programme manager')
  const { rows } = await server.world.records.pool.query(
    "update finding_action set owner_id = 'petra' where finding_id = $1 returning id",
    [id],
  )
  today = new Date('2026-04-02T09:00:00Z')

  const own = await does('petra', id, 'effect-checks', pass)
  const other = await does('olga', id, 'effect-checks', pass)

  assert.equal(rows.length, 1)
  assert.equal(own.status, 403)
  assert.match(own.detail, /checked by somebody else/)
  assert.equal(other.finding.state, 'closed')
})

test('a check that still fails speaks against closing, and its verdict is kept beside the effect check', async () => {
  today = new Date('2026-03-01T09:00:00Z')
  const failing = { verdict: 'fail', met: 60, share: 0.6, because: '60 of 100.' } as const
  await giveTryEvidence(server, organization.id, [tryResult(check, requirement, failing)])
  const { id } = await raise({ source: 'check', check })
  await walkToEffect(id)
  today = new Date('2026-04-02T09:00:00Z')
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
    return followChecks(tx, system(), id, today)
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
