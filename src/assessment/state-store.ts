import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import { countDemanded } from '#content/standard.ts'
import type { Tx } from '#db/records.ts'
import { type CollectionHead, openLatestCollection } from '#evidence/collection-store.ts'
import type { Result } from '#evidence/result.ts'
import { type Assessment, type AssessmentItem, assess } from './assess.ts'
import { type Assignment, readAssignments } from './assignment-store.ts'
import { type Baseline, requirementsOf } from './baseline.ts'
import { currentBaseline, readBaseline } from './baseline-store.ts'
import { type EvidenceLink, isExpired } from './evidence-link.ts'
import { readLinks } from './evidence-link-store.ts'
import { asConfirmed, type KeptRating } from './kept-rating.ts'
import { latestKept } from './kept-rating-store.ts'
import { completeProgramme } from './programme-from-registers.ts'
import { type KeptProgramme, readProgramme } from './programme-store.ts'
import { readRegisterFacts } from './register-facts-store.ts'
import { type KeptStatement, latestStated } from './statement-store.ts'
import type { ToldFacts } from './told-facts-store.ts'

/**
 * The whole assessment of an organization as it stands: what is known, and what it means. Read by many pages, so it is
 * kept in memory until something changes; revision counts the changes.
 */
export type State = Readonly<{
  revision: number
  on: string
  baseline: Baseline | undefined
  assessment: Assessment
  items: ReadonlyMap<string, AssessmentItem>
  results: ReadonlyMap<string, Result>
  collection: CollectionHead | undefined
  ratings: ReadonlyMap<string, KeptRating>
  statements: ReadonlyMap<string, KeptStatement>
  assignments: ReadonlyMap<string, Assignment>
  links: ReadonlyMap<string, readonly EvidenceLink[]>
  programme: KeptProgramme
}>

/** What the organization decided for itself, read with every state. */
export type OrganizationFacts = Readonly<{ name: string; settings: Readonly<Record<string, unknown>> }>

type Kept = Readonly<{ stamp: string; state: Promise<State> }>

const states = new Map<string, Kept>()
const mostStates = 24

/** A question for the state, with who tells what later chapters know; the baseline is the open one, or the last, unless another is named. */
export type Wanted = Readonly<{
  organization: string
  now: Date
  told: ToldFacts
  baseline?: string | undefined
}>

/** The state of the assessment. Only to be asked where nothing was written in the same transaction. */
export async function openState(
  tx: Tx,
  library: Library,
  wanted: Wanted,
): Promise<State & { organization: OrganizationFacts }> {
  const { rows } = await sql<OrganizationFacts & { revision: number | null }>`
    select name, settings, (select number from assessment_revision) as revision
    from organization where id = ${wanted.organization}`.execute(tx)
  const [row] = rows
  if (!row) throw new Refusal('not-found', 'There is no such organization.')
  const on = wanted.now.toISOString().slice(0, 10)
  const revision = row.revision ?? 0
  const key = `${wanted.organization} ${wanted.baseline ?? ''}`
  const stamp = `${revision} ${on}`
  const { name, settings } = row
  const kept = states.get(key)
  if (kept?.stamp === stamp) {
    const state = await kept.state.catch(() => undefined)
    if (state) return { ...state, organization: { name, settings } }
  }
  const state = readState(tx, library, { ...wanted, on, revision })
  keep(key, { stamp, state })
  try {
    return { ...(await state), organization: { name, settings } }
  } catch (error) {
    states.delete(key)
    throw error
  }
}

/** The least recently made state goes first. */
function keep(key: string, kept: Kept): void {
  states.delete(key)
  states.set(key, kept)
  for (const oldest of states.keys()) {
    if (states.size <= mostStates) break
    states.delete(oldest)
  }
}

type Reading = Wanted & Readonly<{ on: string; revision: number }>

async function readState(tx: Tx, library: Library, reading: Reading): Promise<State> {
  const { on, revision } = reading
  const baseline =
    reading.baseline === undefined ? await currentBaseline(tx) : await readBaseline(tx, reading.baseline)
  const collection = await openLatestCollection(tx)
  const ratings = baseline ? await latestKept(tx, baseline.id) : new Map()
  const statements = baseline ? await latestStated(tx, baseline.id) : new Map()
  const assignments = await readAssignments(tx)
  const links = await readLinks(tx)
  const programme = await readProgramme(tx)
  const facts = await readRegisterFacts(tx, reading.organization, library, on)
  const told = await reading.told(tx, reading)
  const { catalogue } = library
  const assessment = assess({
    requirements: requirementsOf(baseline?.kind ?? 'full', catalogue.requirements),
    results: collection?.collected.results ?? [],
    statements: [...statements.values()].map(({ statement }) => statement),
    ratings: [...ratings.values()].map(asConfirmed),
    attached: [...links.values()].flat().flatMap((link) => attachedOf(link, on)),
    programme: completeProgramme(programme.programme, facts, told),
    requiredDocuments: countDemanded(catalogue.documents),
    on,
  })
  const results = collection?.collected.results ?? []
  const { collected: _, ...head } = collection ?? { collected: undefined }
  return {
    revision,
    on,
    baseline,
    assessment,
    items: new Map(assessment.items.map((item) => [item.requirement, item])),
    results: new Map(results.map((result) => [result.check, result])),
    collection: collection ? (head as CollectionHead) : undefined,
    ratings,
    statements,
    assignments,
    links,
    programme,
  }
}

/** What is expired, or speaks for itself only, is no evidence that counts. */
function attachedOf(link: EvidenceLink, on: string) {
  if (link.shows === 'other' || isExpired(link, on)) return []
  return [{ requirement: link.requirement, kind: link.shows, on: link.seenOn }]
}
