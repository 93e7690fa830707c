import type { Actor } from '#access/actor.ts'
import type { Entry } from '#access/trail.ts'
import { historyOf } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import type { Requirement } from '#content/requirement.ts'
import type { Tx } from '#db/records.ts'
import { type Assignment, demandVisible, readAssignments, visibleTo } from './assignment-store.ts'
import { currentBaseline } from './baseline-store.ts'
import { describeRequirement, describeRow, type Names, nameOf, type Row } from './describe-requirement.ts'
import { filterRows, pageAfter, type RequirementFilter, searchTexts } from './filter-requirements.ts'
import type { KeptRating } from './kept-rating.ts'
import { latestKept } from './kept-rating-store.ts'
import { readColleagues } from './people-store.ts'
import { openState, type State, type Wanted } from './state-store.ts'
import { type KeptStatement, statementHistory } from './statement-store.ts'

/** What every page about requirements is asked with. */
export type PageMatter = Omit<Wanted, 'organization'> & Readonly<{ library: Library }>

/** A page of requirements, as far as the actor may see them. */
export type RequirementPage = Readonly<{
  items: readonly Row[]
  last: string | undefined
  total: number
  state: State
}>

const texts = new WeakMap<Library, ReadonlyMap<string, string>>()

/** The requirements with their state; a respondent sees those that are assigned to him. */
export async function listRequirements(
  tx: Tx,
  actor: Actor,
  { library, ...question }: PageMatter,
  wanted: RequirementFilter & Readonly<{ limit: number; after: string | undefined }>,
): Promise<RequirementPage> {
  const state = await openState(tx, library, { organization: actor.organization, ...question })
  const isVisible = await visibleTo(tx, actor)
  const names = await readColleagues(tx)
  const byId = requirementsById(library)
  const rows = state.assessment.items.flatMap((item) => {
    const requirement = byId.get(item.requirement)
    return requirement && isVisible(item.requirement) ? [describeRow(state, item, requirement, names)] : []
  })
  const searched = texts.get(library) ?? searchTexts(library.catalogue.requirements)
  texts.set(library, searched)
  const found = filterRows(rows, wanted, { me: actor.id, texts: searched })
  return { ...pageAfter(found, wanted.after, wanted.limit), total: found.length, state }
}

/** Everything about one requirement. */
export async function readRequirement(
  tx: Tx,
  actor: Actor,
  { library, ...question }: PageMatter,
  requirement: string,
) {
  await demandVisible(tx, actor, requirement)
  const state = await openState(tx, library, { organization: actor.organization, ...question })
  const item = state.items.get(requirement)
  if (!item) throw unknownRequirement(requirement, state)
  const names = await readColleagues(tx)
  return {
    ...describeRequirement(state, library, item, names),
    currentRating: showRating(requirement, state.ratings.get(requirement)),
    currentStatement: showStatement(requirement, state.statements.get(requirement)),
    assignment: showAssignment(requirement, state.assignments.get(requirement), names),
    source: sourceOf(state),
  }
}

function unknownRequirement(requirement: string, { baseline }: State): Refusal {
  const where = baseline?.kind === 'quick scan' ? ' in the quick scan' : ''
  return new Refusal('not-found', `There is no requirement ${requirement}${where}.`)
}

/** The requirement of the catalogue that an address names, if the actor sees it. */
export async function demandRequirement(
  tx: Tx,
  actor: Actor,
  library: Library,
  id: string,
): Promise<Requirement> {
  await demandVisible(tx, actor, id)
  const requirement = requirementsById(library).get(id)
  if (!requirement) throw new Refusal('not-found', `There is no requirement ${id}.`)
  return requirement
}

/** The rating of a requirement in the current baseline. */
export async function readRating(tx: Tx, actor: Actor, library: Library, id: string) {
  await demandRequirement(tx, actor, library, id)
  const baseline = await currentBaseline(tx)
  const kept = baseline && (await latestKept(tx, baseline.id, [id])).get(id)
  return showRating(id, kept)
}

/** The last statement about a requirement in the current baseline. */
export async function readStatement(tx: Tx, actor: Actor, library: Library, id: string) {
  await demandRequirement(tx, actor, library, id)
  const baseline = await currentBaseline(tx)
  const [kept] = baseline ? await statementHistory(tx, baseline.id, id) : []
  return showStatement(id, kept)
}

/** Who is asked about a requirement. */
export async function readAssignment(tx: Tx, id: string) {
  const names = await readColleagues(tx)
  return showAssignment(id, (await readAssignments(tx)).get(id), names)
}

const historyKinds = ['rating', 'statement', 'assignment', 'evidence'] as const

/** Everything that was done about a requirement, newest first. */
export async function readHistory(
  tx: Tx,
  actor: Actor,
  library: Library,
  id: string,
): Promise<readonly Entry[]> {
  await demandRequirement(tx, actor, library, id)
  const entries: Entry[] = []
  for (const kind of historyKinds) entries.push(...(await historyOf(tx, kind, id)))
  return entries.toSorted((a, b) => b.number - a.number)
}

/** A rating as it is shown; version 0 where nobody has rated. */
export function showRating(requirement: string, kept: KeptRating | undefined) {
  return (
    kept ?? {
      requirement,
      version: 0,
      rating: 'not_assessed' as const,
      rationale: '',
      isSelf: false,
      isWithoutNewEvidence: false,
    }
  )
}

/** A statement as it is shown; version 0 where nobody has said anything. */
export function showStatement(requirement: string, kept: KeptStatement | undefined) {
  if (!kept) return { requirement, version: 0 }
  const { statement, version, writtenBy, writtenAt } = kept
  return { ...statement, requirement, version, writtenBy, writtenAt }
}

/** An assignment as it is shown; version 0 where nobody was ever asked. */
export function showAssignment(requirement: string, kept: Assignment | undefined, names: Names) {
  if (!kept) return { requirement, version: 0, note: '' }
  return { ...kept, person: kept.person === undefined ? undefined : nameOf(names, kept.person) }
}

/** Where the numbers of a page come from. */
export function sourceOf({ collection, on, revision }: State) {
  return {
    collection: collection?.id,
    collectedAt: collection?.collectedAt.toISOString(),
    period: collection?.period,
    dataUntil: collection?.dataUntil,
    packVersion: collection?.packVersion,
    on,
    revision,
  }
}

const byIds = new WeakMap<Library, ReadonlyMap<string, Requirement>>()

function requirementsById(library: Library): ReadonlyMap<string, Requirement> {
  const known = byIds.get(library)
  if (known) return known
  const made = new Map(library.catalogue.requirements.map((one) => [one.id, one]))
  byIds.set(library, made)
  return made
}
