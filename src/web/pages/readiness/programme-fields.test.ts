import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baselinesApi } from '#api/baselines.ts'
import { countKnown, groups, valueAt, withValue } from './programme-fields.ts'

const { programme: Programme } = baselinesApi['PUT /api/organizations/:organization/programme'].body.shape

test('every fact that the programme knows is asked for, and no other', () => {
  const known = Object.keys(withEverything).flatMap((group) => {
    const part = withEverything[group as keyof typeof withEverything]
    return typeof part === 'object' ? Object.keys(part).map((name) => `${group}.${name}`) : [group]
  })

  assert.deepEqual(
    groups.flatMap(({ fields }) => fields.map(([path]) => path as string)).sort(),
    known.sort(),
  )
  assert.ok(Programme.safeParse(withEverything).success)
  // What recurring duties come to is told by their records, and by nobody else.
  assert.deepEqual(Object.keys(Programme.shape).sort(), [...Object.keys(withEverything), 'cycles'].sort())
})

test('a fact is changed, and what holds nothing any more is taken out', () => {
  const one = withValue({}, 'scope.approved_on', '2026-04-14')
  const two = withValue(one, 'roles_filled', false)

  assert.deepEqual(two, { scope: { approved_on: '2026-04-14' }, roles_filled: false })
  assert.equal(valueAt(two, 'scope.approved_on'), '2026-04-14')
  assert.deepEqual(withValue(two, 'scope.approved_on', undefined), { roles_filled: false })
  assert.equal(countKnown(two).known, 2)
})

const withEverything = {
  organization: 'x',
  sector: 'x',
  size: { it_staff: 1, persons_in_scope: 1, sites: 1 },
  scope: {
    approved_on: '2026-01-01',
    approved_by: 'x',
    services_named: true,
    other_parties_known: ['x'],
  },
  internal_audit: {
    done: true,
    done_on: '2026-01-01',
    full_scope: true,
    impartial: true,
    reported_on: '2026-01-01',
    major: 0,
    minor: 0,
    actions_planned: true,
    majors_verified: true,
    requirements: ['4.1-a'],
  },
  management_review: { held: true, held_on: '2026-01-01', inputs_complete: true, decisions_recorded: true },
  training: { assigned: 1, completed: 1 },
  roles_filled: true,
  documents: { in_force: 1, required: 1 },
  records_since: '2026-01-01',
}
