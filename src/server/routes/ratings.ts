import { ratingsApi } from '#api/requirements.ts'
import { assign } from '#assessment/assignment-store.ts'
import { readColleagues } from '#assessment/people-store.ts'
import { type RatingOutcome, rateAll } from '#assessment/rating-store.ts'
import { showAssignment, showRating } from '#assessment/requirement-page-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { Unserved } from '../problem.ts'

const handlers: Handlers<typeof ratingsApi> = {
  'POST /api/organizations/:organization/ratings': async ({ world, actor, body }) => {
    const { requirements } = openLibrary(world.content).catalogue
    const outcomes = await world.records.within(actor, async (tx) => {
      const made = await rateAll(tx, actor, body.items, { requirements, at: world.now() })
      refuseAll(made)
      return made
    })
    return { items: outcomes.map(({ requirement, kept }) => showRating(requirement, kept)) }
  },
  'POST /api/organizations/:organization/assignments': async ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const known = new Set(openLibrary(world.content).catalogue.requirements.map(({ id }) => id))
      const unknown = body.requirements.filter((id) => !known.has(id))
      if (unknown.length > 0)
        throw new Unserved(422, `There is no requirement ${unknown.join(', ')}. Nothing was assigned.`)
      const assigned = await assign(tx, actor, body, world.now())
      const names = await readColleagues(tx)
      return { items: assigned.map((one) => showAssignment(one.requirement, one, names)) }
    }),
}

export const ratings = { endpoints: ratingsApi, handlers }

/** One refusal refuses all; thrown within the transaction, so that nothing of it stays. */
function refuseAll(outcomes: readonly RatingOutcome[]): void {
  const refused = outcomes.filter((outcome) => outcome.refused)
  if (refused.length === 0) return
  const items = outcomes.map(({ requirement, refused: why }) => ({
    requirement,
    ...(why ? { refused: why.code, detail: why.message } : {}),
  }))
  throw new Unserved(
    422,
    `Nothing was rated: ${refused.length} of ${outcomes.length} ratings cannot be taken.`,
    { items },
  )
}
