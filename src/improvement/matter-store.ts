import { completionOf } from '#adoption/completion.ts'
import { listSurveys } from '#adoption/survey-store.ts'
import { type Assignment, readAssignments } from '#adoption/training-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { listBaselines } from '#assessment/baseline-store.ts'
import { findDrifts } from '#assessment/drift.ts'
import type { Programme } from '#assessment/programme.ts'
import { listSnapshots } from '#assessment/snapshot-store.ts'
import type { KeptProof } from '#content/improvement.ts'
import type { Tx } from '#db/records.ts'
import type { Collected } from '#evidence/collected.ts'
import { type CollectionHead, listCollections, openCollection } from '#evidence/collection-store.ts'
import { readActuals } from '#finance/actual-store.ts'
import { readAllOf } from '#registers/record-store.ts'
import { listAlignmentReviews } from '#strategy/alignment-review-store.ts'
import type { CalendarEntry } from './calendar.ts'
import type { Day } from './days.ts'
import type { Proof } from './duty.ts'
import { carryForward, type ManagementReview, type ReviewAction } from './management-review.ts'
import { factsOfActions, factsOfEvidence, factsOfRecords, type RecordsOf } from './record-facts.ts'
import { readActions } from './review-action-store.ts'
import type { Fact, Facts } from './review-facts.ts'
import { listReviews } from './review-store.ts'

/** What chapters that this one does not know hand in, by way of the server: plain values. */
export type Handed = Readonly<{
  /** Figures of a review, by their names. */
  facts: readonly (readonly [string, Fact])[]
  /** What was kept that proves a duty. */
  proofs: ReadonlyMap<KeptProof, readonly Proof[]>
  /** What is dated. */
  entries: readonly CalendarEntry[]
  /** What it means for the gates. */
  programme: Programme
}>

/** When nobody hands in anything. */
export const nothingHanded: Handed = { facts: [], proofs: new Map(), entries: [], programme: {} }

/** Everything that reviews, duties and the calendar are made from, read once. */
export type Matter = Readonly<{
  on: Day
  /** From when on duties are expected: the day on which the first assessment began. */
  since: Day
  of: RecordsOf
  collected: Collected | undefined
  collections: readonly CollectionHead[]
  drifts: number | undefined
  assignments: readonly Assignment[]
  reviews: readonly ManagementReview[]
  actions: readonly ReviewAction[]
  kept: ReadonlyMap<KeptProof, readonly Proof[]>
  benefits: number | undefined
  handed: Handed
}>

/** The registers that are read. */
const wanted = [
  'activities',
  'agreements',
  'assets',
  'certificates',
  'certification-audits',
  'competence',
  'documents',
  'feedback',
  'goals',
  'improvements',
  'initiatives',
  'interested-parties',
  'issues',
  'leadership-acts',
  'lessons',
  'objectives',
  'obligations',
  'parties',
  'risks',
  'roles',
  'workforce',
] as const

/** Reads the matter of an organization as it stands. */
export async function readMatter(
  tx: Tx,
  { organization, now, handed }: Readonly<{ organization: string; now: Date; handed: Handed }>,
): Promise<Matter> {
  const on = now.toISOString().slice(0, 10)
  const records = await readAllOf(tx, organization, wanted)
  const collections = await listCollections(tx, undefined, mostCollections)
  const [newest, before] = collections
  const collected = newest && (await openCollection(tx, newest.id))?.collected
  const older = before && (await openCollection(tx, before.id))?.collected
  const assignments = await readAssignments(tx, await readWorkforce(tx, organization))
  const reviews = await listReviews(tx)
  const begun = (await listBaselines(tx)).map(({ startedAt }) => startedAt.slice(0, 10))
  const actuals = await readActuals(tx)
  return {
    on,
    since: begun.toSorted()[0] ?? on,
    of: (register) => records.get(register) ?? [],
    collected,
    collections,
    drifts: collected && older && findDrifts(older.results, collected.results).length,
    assignments,
    reviews,
    actions: await readActions(tx),
    kept: await keptProofs(tx, { collections, assignments, reviews }, handed),
    benefits: actuals.length === 0 ? undefined : actuals.reduce((sum, { value }) => sum + value, 0),
    handed,
  }
}

const mostCollections = 200
const mostSnapshots = 200

async function keptProofs(
  tx: Tx,
  { collections, assignments, reviews }: Pick<Matter, 'collections' | 'assignments' | 'reviews'>,
  handed: Handed,
): Promise<Matter['kept']> {
  const snapshots = await listSnapshots(tx, { before: undefined, limit: mostSnapshots })
  const own: readonly (readonly [KeptProof, readonly Proof[]])[] = [
    [
      'review',
      reviews.flatMap(({ id, number, heldOn, signature }) =>
        signature ? [{ on: heldOn, title: `MR-${number}`, where: { page: 'review', id } }] : [],
      ),
    ],
    [
      'snapshot',
      snapshots.map(({ name, frozenAt }) => ({
        on: frozenAt.slice(0, 10),
        title: name,
        where: { page: 'snapshots' },
      })),
    ],
    [
      'collection',
      collections.map(({ number, collectedAt }) => ({
        on: dayOf(collectedAt),
        title: `#${number}`,
        where: { page: 'checks' },
      })),
    ],
    [
      'survey',
      (await listSurveys(tx)).map(({ title, sentAt }) => ({
        on: dayOf(sentAt),
        title,
        where: { page: 'surveys' },
      })),
    ],
    [
      'alignment',
      (await listAlignmentReviews(tx, mostSnapshots)).map(({ reviewedAt, reviewedBy }) => ({
        on: reviewedAt.slice(0, 10),
        title: reviewedBy,
        where: { page: 'strategy' },
      })),
    ],
    [
      'training',
      assignments.flatMap(({ passedOn, course }) =>
        passedOn === undefined ? [] : [{ on: passedOn, title: course, where: { page: 'training' } }],
      ),
    ],
  ]
  const all = new Map(own)
  for (const [kind, proofs] of handed.proofs) all.set(kind, [...(all.get(kind) ?? []), ...proofs])
  return all
}

/** The facts of a review as they stand. ratings: what the assessment tells, read by whoever may read it. */
export function factsOf(matter: Matter, ratings: readonly (readonly [string, Fact])[]): Facts {
  const { of, on, reviews, actions, collected, drifts, assignments, benefits, handed } = matter
  const signed = reviews.find(({ signature }) => signature !== undefined)
  const carried = carryForward(actions, { on, since: signed?.heldOn })
  const { share, base } = completionOf(assignments, on)
  const open = of('feedback').filter(({ state }) => state === 'received' || state === 'triaged')
  return new Map<string, Fact>([
    ...factsOfActions(carried, signed !== undefined),
    ...factsOfRecords(of, on, signed?.heldOn),
    ...factsOfEvidence(collected, drifts),
    ...(share === undefined
      ? []
      : [['training.share', { value: share, n: base, unit: 'share', where: { page: 'training' } }] as const]),
    ...(of('feedback').length === 0
      ? []
      : [
          [
            'feedback.open',
            { value: open.length, n: of('feedback').length, where: { page: 'feedback' } },
          ] as const,
        ]),
    ...(benefits === undefined
      ? []
      : [['benefits.measured', { value: benefits, where: { page: 'tracking' } }] as const]),
    ...ratings,
    ...handed.facts,
  ])
}

function dayOf(at: Date): Day {
  return at.toISOString().slice(0, 10)
}
