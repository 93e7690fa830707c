import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openGuides } from './guides.ts'
import { openLibrary } from './library.ts'
import { openPlaybookText } from './playbook.ts'

const content = join(import.meta.dirname, '../../content')
const text = openPlaybookText(content)

test('every requirement and clause that the playbook names exists', () => {
  const { catalogue } = openLibrary(content)
  const known = new Set([
    ...catalogue.requirements.map(({ id }) => id),
    ...catalogue.clauses.map(({ id }) => id),
  ])
  const named = [
    ...text.cycle.flatMap(({ clauses }) => clauses),
    ...text.forms.flatMap(({ requirements }) => requirements),
  ]

  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  )
})

test('who acts in the cycle is a role of the guides', () => {
  const { guides } = openGuides(content)
  const roles = new Set([
    ...guides.flatMap(({ roles: own }) => own.map(({ role }) => role)),
    ...guides.flatMap(({ activities }) => activities.flatMap((one) => [one.responsible, one.accountable])),
  ])
  const acting = text.cycle.flatMap(({ who, decides }) => [who, decides])

  assert.deepEqual(
    [...new Set(acting)].filter((role) => !roles.has(role)),
    [],
  )
})
