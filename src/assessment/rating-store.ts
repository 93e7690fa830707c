import { type Actor, may } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append, appendAll, type Change } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Requirement } from '#content/requirement.ts'
import type { Tx } from '#db/records.ts'
import type { Baseline } from './baseline.ts'
import { demandOpenBaseline } from './baseline-store.ts'
import { newestEvidence } from './evidence-link-store.ts'
import type { KeptRating } from './kept-rating.ts'
import { latestKept, type NewRow, toKept, toRow } from './kept-rating-store.ts'
import { type GivenRating, isWithoutNewEvidence, type RatingRefused, refuseRating } from './rate.ts'

/** What rating needs to know beside the database. */
export type RatingMatter = Readonly<{
  requirements: readonly Requirement[]
  at: Date
  origin?: 'person' | 'import'
}>

/** What became of one rating of several. */
export type RatingOutcome = Readonly<{
  requirement: string
  refused?: RatingRefused
  kept?: KeptRating
}>

/** Rates one requirement. */
export async function rate(
  tx: Tx,
  actor: Actor,
  given: GivenRating,
  matter: RatingMatter,
): Promise<KeptRating> {
  const [outcome] = await rateAll(tx, actor, [given], matter)
  if (outcome?.refused) throw new Refusal(outcome.refused.code, outcome.refused.message)
  if (!outcome?.kept) throw changedMeanwhile()
  return outcome.kept
}

/** Rates several requirements, all or none: one refused leaves every one as it was. */
export async function rateAll(
  tx: Tx,
  actor: Actor,
  given: readonly GivenRating[],
  matter: RatingMatter,
): Promise<readonly RatingOutcome[]> {
  const rater = demandPerson(actor, 'rate requirements', 'A rating is the judgement of a person')
  const baseline = await demandOpenBaseline(tx, actor, matter.at)
  const wanted = given.map(({ requirement }) => requirement)
  const standing = await latestKept(tx, baseline.id, wanted)
  const known = new Map(matter.requirements.map((requirement) => [requirement.id, requirement]))
  const fromTickets = wanted.filter((id) => known.get(id)?.ticket_check.possible !== 'none')
  const evidence = await newestEvidence(tx, baseline.id, wanted, fromTickets)
  const owners = await ownersOf(tx, wanted)
  const seen = new Set<string>()
  const judged = given.map((one) => {
    const circumstances = {
      kind: baseline.kind,
      requirement: known.get(one.requirement),
      standing: standing.get(one.requirement),
      evidenceAt: evidence.get(one.requirement),
    }
    const refused = seen.has(one.requirement)
      ? ({ code: 'invalid', message: `${one.requirement} is named twice.` } as const)
      : refuseRating(one, circumstances)
    seen.add(one.requirement)
    return { one, circumstances, refused }
  })
  if (judged.some(({ refused }) => refused))
    return judged.map(({ one: { requirement }, refused }) => ({
      requirement,
      ...(refused ? { refused } : {}),
    }))
  const rows = judged.map(({ one, circumstances }) => ({
    organization_id: actor.organization,
    baseline_id: baseline.id,
    requirement: one.requirement,
    version: (circumstances.standing?.version ?? 0) + 1,
    rating: one.rating,
    rationale: one.rationale ?? '',
    is_self: one.isSelf ?? owners.get(one.requirement) === rater,
    origin: matter.origin ?? ('person' as const),
    rated_by: rater,
    rated_by_name: actor.name,
    rated_at: matter.at,
    confirmed_by: null,
    confirmed_by_name: null,
    confirmed_at: null,
    reason: one.reason?.trim() || null,
    is_without_new_evidence: isWithoutNewEvidence(one, circumstances),
    written_at: matter.at,
  }))
  return keepAll(tx, actor, rows, standing)
}

async function keepAll(
  tx: Tx,
  actor: Actor,
  rows: readonly NewRow[],
  standing: ReadonlyMap<string, KeptRating>,
): Promise<readonly RatingOutcome[]> {
  if (rows.length === 0) return []
  const written = await tx
    .insertInto('rating')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning('requirement')
    .execute()
  if (written.length < rows.length) throw changedMeanwhile()
  const kept = rows.map(toKept)
  await appendAll(
    tx,
    actor,
    kept.map((one) => changeOf('rate', one, standing.get(one.requirement))),
  )
  return kept.map((one) => ({ requirement: one.requirement, kept: one }))
}

/** Puts a second person's name to a rating, or takes it away again. */
export async function confirm(
  tx: Tx,
  actor: Actor,
  requirement: string,
  { isConfirmed, version, at }: Readonly<{ isConfirmed: boolean; version: number | undefined; at: Date }>,
): Promise<KeptRating> {
  const person = demandPerson(actor, 'confirm ratings', 'A confirmation is the judgement of a person')
  const baseline = await demandOpenBaseline(tx, actor, at)
  const old = await demandRated(tx, baseline, requirement)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  if (isConfirmed && old.ratedBy.id === person)
    throw new Refusal(
      'not-allowed',
      `You rated ${requirement} yourself. A second person has to look at it and confirm.`,
    )
  if (isConfirmed === (old.confirmedBy !== undefined)) return old
  const row = {
    ...toRow(actor.organization, baseline.id, old),
    version: old.version + 1,
    confirmed_by: isConfirmed ? person : null,
    confirmed_by_name: isConfirmed ? actor.name : null,
    confirmed_at: isConfirmed ? at : null,
    written_at: at,
  }
  const written = await tx
    .insertInto('rating')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!written) throw changedMeanwhile()
  const kept = toKept(written)
  await append(tx, actor, changeOf(isConfirmed ? 'confirm' : 'withdraw confirmation', kept, old))
  return kept
}

async function demandRated(tx: Tx, baseline: Baseline, requirement: string): Promise<KeptRating> {
  const rated = (await latestKept(tx, baseline.id, [requirement])).get(requirement)
  if (!rated || rated.rating === 'not_assessed')
    throw new Refusal('not-found', `${requirement} is not rated yet, so there is nothing to confirm.`)
  return rated
}

/** Who rates and confirms is a person with a name: a program may read, and propose. */
function demandPerson(
  actor: Actor,
  permission: 'rate requirements' | 'confirm ratings',
  because: string,
): string {
  if (actor.kind === 'token' || actor.id === undefined || !may(actor, permission))
    throw new Refusal('not-allowed', `${because}. Sign in, with a role that may ${permission}.`)
  return actor.id
}

async function ownersOf(
  tx: Tx,
  requirements: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (requirements.length === 0) return new Map()
  const rows = await tx
    .selectFrom('assignment')
    .select(['requirement', 'person_id'])
    .where('requirement', 'in', [...requirements])
    .execute()
  return new Map(rows.map((row) => [row.requirement, row.person_id]))
}

function changeOf(action: string, after: KeptRating, before: KeptRating | undefined): Change {
  const { reason } = after
  return {
    action,
    kind: 'rating',
    id: after.requirement,
    ...(before ? { before } : {}),
    after,
    ...(reason === undefined || action !== 'rate' ? {} : { reason }),
  }
}
