import { createHash } from 'node:crypto'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { canonical } from '#access/trail.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { currentBaseline } from './baseline-store.ts'
import type { GapRow } from './gap-list.ts'
import { latestKept } from './kept-rating-store.ts'
import { refuseRating } from './rate.ts'
import type { Rating } from './rating.ts'
import { rateAll } from './rating-store.ts'

/** What will happen to one row, or happened. */
export type GapFate = Readonly<{
  line: number
  requirement: string
  title: string
  fate: 'new' | 'changed' | 'unchanged' | 'refused'
  before: Rating | undefined
  after: Rating | undefined
  comment: string
  reason: string | undefined
}>

/** The fate of every row; the digest names exactly this plan. */
export type GapPlan = Readonly<{ fates: readonly GapFate[]; digest: string }>

type Planning = Readonly<{ library: Library; file: string; at: Date }>

/** Decides the fate of every row; nothing is written. */
export async function planGapList(tx: Tx, rows: readonly GapRow[], { library }: Planning): Promise<GapPlan> {
  const baseline = await currentBaseline(tx)
  const standing = baseline ? await latestKept(tx, baseline.id) : new Map()
  const known = new Map(library.catalogue.requirements.map((one) => [one.id, one]))
  const fates = rows.map((row): GapFate => {
    const kept = standing.get(row.requirement)
    const requirement = known.get(row.requirement)
    const fate = {
      line: row.line,
      requirement: row.requirement,
      title: requirement?.title ?? '',
      before: kept?.rating,
      after: row.rating,
      comment: row.comment,
    }
    if (row.wrong !== undefined || row.rating === undefined)
      return { ...fate, fate: 'refused', reason: row.wrong ?? 'The rating cannot be read.' }
    const given = { requirement: row.requirement, rating: row.rating, rationale: row.comment, reason: '-' }
    const circumstances = {
      kind: baseline?.kind ?? 'full',
      requirement,
      standing: kept,
      evidenceAt: undefined,
    }
    const refused = refuseRating(given, circumstances)
    if (refused) return { ...fate, fate: 'refused', reason: refused.message }
    if (!kept) return { ...fate, fate: 'new', reason: undefined }
    const isSame = kept.rating === row.rating && kept.rationale === row.comment
    return { ...fate, fate: isSame ? 'unchanged' : 'changed', reason: undefined }
  })
  const versions = [...standing].map(([id, { version }]) => [id, version])
  const digest = createHash('sha256')
    .update(canonical([baseline?.id, versions, fates]))
    .digest('hex')
  return { fates, digest }
}

/** Writes exactly what was previewed; if anything changed meanwhile, nothing is written. */
export async function applyGapList(
  tx: Tx,
  actor: Actor,
  rows: readonly GapRow[],
  planning: Planning & Readonly<{ digest: string }>,
): Promise<GapPlan> {
  const plan = await planGapList(tx, rows, planning)
  if (plan.digest !== planning.digest) throw changedMeanwhile()
  const given = plan.fates.flatMap(({ fate, requirement, after, comment, line }) =>
    (fate === 'new' || fate === 'changed') && after !== undefined
      ? [{ requirement, rating: after, rationale: comment, reason: `From ${planning.file}, line ${line}` }]
      : [],
  )
  if (given.length === 0) return plan
  const { library, at } = planning
  const outcomes = await rateAll(tx, actor, given, {
    requirements: library.catalogue.requirements,
    at,
    origin: 'import',
  })
  const refused = outcomes.find((outcome) => outcome.refused)?.refused
  if (refused) throw new Refusal(refused.code, `Nothing was imported. ${refused.message}`)
  return plan
}
