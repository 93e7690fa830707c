import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { verifyTrail } from '#access/trail-store.ts'
import { readCatalogue } from '#content/catalogue.ts'
import { openFinance } from '#content/finance.ts'
import { readCaseOutlook } from '#finance/outlook-store.ts'
import { hire, keepStory } from '#server/story-store.ts'
import { Story } from '#server/told-story.ts'
import { startServer } from '#server/try-server.ts'
import { liveTwoYears } from './life.ts'
import { tellStory } from './story/story.ts'

const server = await startServer()
after(server.close)

test('the story of the simulated house is kept whole, by the doors that everybody uses', async () => {
  const world = liveTwoYears(1, 0.02)
  const story = Story.parse(JSON.parse(JSON.stringify(tellStory(world))))
  const made = await server.as('ada', {
    method: 'POST',
    url: '/api/organizations',
    payload: { name: 'Simulated house' },
  })
  const { id } = JSON.parse(made.body)
  const owner = { kind: 'person', id: 'ada', name: 'ada', organization: id, role: 'owner' } as const
  const catalogue = readCatalogue(join(server.world.content, 'standards/iso20000-1-2018'))

  const people = await hire(server.world.records, story, owner)
  await server.world.records.within(owner, (tx) =>
    keepStory(tx, story, people, { owner, catalogue, content: server.world.content, at: server.world.now() }),
  )

  const counts = await server.world.records.within(owner, async (tx) => ({
    members: (await tx.selectFrom('membership').select('person_id').execute()).length,
    records: (await tx.selectFrom('record').select('id').execute()).length,
    ratings: (await tx.selectFrom('rating').select('requirement').execute()).length,
    surveys: (await tx.selectFrom('survey').select('id').execute()).length,
    trained: (await tx.selectFrom('course_assignment').select('id').execute()).length,
    services: (await tx.selectFrom('record').select('id').where('register', '=', 'services').execute())
      .length,
  }))
  const rated = story.answers.filter(({ rating }) => rating)
  const confirmed = rated.filter(({ rating }) => rating?.confirmedBy)
  const trail = await verifyTrail(server.world.records, id)
  assert.equal(counts.members, story.people.length + 1)
  assert.equal(counts.records, story.records.length + story.adoption.records.length)
  assert.deepEqual([counts.surveys, counts.trained], [4, story.adoption.training.length])
  assert.equal(counts.services, world.services.length)
  assert.ok(counts.ratings >= rated.length && rated.length > 60 && confirmed.length > 40)
  assert.ok(trail.entries > story.records.length + rated.length)
  assert.deepEqual(trail.breaks, [])
})

test('the business case of the story can be computed, and every value names its source', async () => {
  const world = liveTwoYears(1, 0.02)
  const { businessCase } = tellStory(world)
  const model = openFinance(server.world.content)
  const [organization] = await server.world.records.db
    .selectFrom('business_case')
    .select('organization_id')
    .execute()
  const outlook = await server.world.records.within(
    { organization: organization?.organization_id ?? '' },
    (tx) => readCaseOutlook(tx, model),
  )

  assert.ok(businessCase?.assumptions.every(({ source }) => source !== ''))
  assert.ok(outlook && outlook.npv.p10 < outlook.npv.p50 && outlook.npv.p50 < outlook.npv.p90)
  assert.equal(outlook.withoutSource, 0)
})

test('the assessment of the story is in the middle of its way', () => {
  const { answers } = tellStory(liveTwoYears(1, 0.02))

  const rated = answers.filter(({ rating }) => rating).length

  assert.ok(rated > 306 * 0.2 && rated < 306 * 0.6, `${rated} of 306 are rated`)
  assert.ok(answers.some(({ askedOf }) => askedOf))
})
