import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startOrganization } from '#access/organization-store.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide } from '#content/people-side.ts'
import { startDatabase } from '#db/try-database.ts'
import { hashOfFacts, readRegisterFacts } from './register-facts-store.ts'
import { registerFigures } from './register-figures.ts'

const { records, close } = await startDatabase()
after(close)
const content = join(import.meta.dirname, '../../content')

test('of an organization that has just begun nothing is computed that nobody has written down', async () => {
  const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' }
  const { id: organization } = await startOrganization(records, ada, 'Ours')
  const wanted = {
    organization,
    library: openLibrary(content),
    side: openPeopleSide(content),
    now: new Date('2026-03-01T09:00:00Z'),
    told: async () => ({}),
  }
  const facts = await records.within({ organization }, (tx) => readRegisterFacts(tx, wanted))
  const figures = registerFigures.flatMap(({ id, of }) => (of(facts) ? [id] : []))

  assert.ok(
    figures.every((id) => ['blocking-gaps', 'requirements-with-evidence'].includes(id)),
    figures.join(),
  )
  assert.match(hashOfFacts(facts), /^[0-9a-f]{64}$/)
})
