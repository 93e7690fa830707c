import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openGuides } from './guides.ts'
import { openLibrary } from './library.ts'
import { openPlaybookText } from './playbook.ts'

const content = join(import.meta.dirname, '../../content')
const text = openPlaybookText(content)

test('every requirement, clause and guide that the playbook names exists', () => {
  const { catalogue } = openLibrary(content)
  const known = new Set([
    ...catalogue.requirements.map(({ id }) => id),
    ...catalogue.clauses.map(({ id }) => id),
    ...openGuides(content).guides.map(({ id }) => id),
  ])
  const named = [
    ...text.cycle.flatMap(({ clauses }) => clauses),
    ...text.calendar.flatMap(({ requirements, guide }) => [...requirements, ...(guide ? [guide] : [])]),
    ...text.forms.flatMap(({ requirements }) => requirements),
  ]

  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  )
})

test('who acts in the cycle and in the calendar is a role of the guides, or the certification body', () => {
  const { guides } = openGuides(content)
  const roles = new Set([
    ...guides.flatMap(({ roles: own }) => own.map(({ role }) => role)),
    ...guides.flatMap(({ activities }) => activities.flatMap((one) => [one.responsible, one.accountable])),
    'Certification body',
  ])
  const acting = [
    ...text.cycle.flatMap(({ who, decides }) => [who, decides]),
    ...text.calendar.map(({ who }) => who),
  ]

  assert.deepEqual(
    [...new Set(acting)].filter((role) => !roles.has(role)),
    [],
  )
})
