import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { canonical } from '#access/trail.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import { type Changing, type KeptCase, type KeptLine, readCase, writeLine } from './case-store.ts'
import { demandOwnLine, isWritten, OwnLine, type OwnLineDraft, type OwnWriting } from './own-line.ts'
import type { OwnRow } from './own-line-list.ts'
import { changesIn, type OwnChange } from './own-line-table.ts'

/** What own lines are held against beside the case: the pack's lines and the measures that can show something. */
type Known = Readonly<{ model: FinanceModel; measures: ReadonlySet<string> }>

/** Writes a new own line. */
export async function addOwnLine(
  tx: Tx,
  actor: Actor,
  { known, writing, at }: Readonly<{ known: Known; writing: OwnWriting; at: Date }>,
): Promise<{ id: string; version: number }> {
  const kept = await readCase(tx)
  const id = `own-${randomUUID()}`
  const version = await keep(tx, actor, { known, kept, id, writing }, { version: 0, at })
  return { id, version }
}

/** Writes an own line anew, whole; refuses one that is not there, or that comes from elsewhere. */
export async function changeOwnLine(
  tx: Tx,
  actor: Actor,
  { known, id, writing }: Readonly<{ known: Known; id: string; writing: OwnWriting }>,
  changing: Changing,
): Promise<number> {
  const kept = await readCase(tx)
  const own = kept.lines.get(id)?.own
  if (!own) throw new Refusal('not-found', `There is no own line ${id} in the business case.`)
  if (!isWritten(id))
    throw new Refusal(
      'conflict',
      `${own.title} comes from a technology option. Change the option in its register and put it into the case again.`,
    )
  return keep(tx, actor, { known, kept, id, writing }, changing)
}

/** An own line that was deleted, and can be put back. */
export type DeletedLine = Readonly<{ id: string; title: string; deletedAt: string; deletedBy: string }>

/** The own lines that were deleted, newest first. */
export async function listDeletedLines(tx: Tx): Promise<readonly DeletedLine[]> {
  const rows = await tx
    .selectFrom('case_line')
    .select(['id', 'own', 'deleted_at', 'changed_by_name'])
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, own, deleted_at: at, changed_by_name: deletedBy }) =>
    at ? [{ id, title: OwnLine.parse(own).title, deletedAt: at.toISOString(), deletedBy }] : [],
  )
}

/** Deletes an own line: it counts nowhere, keeps its history, and can be put back. */
export async function deleteOwnLine(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, at }: Changing,
): Promise<void> {
  const old = await demandKept(tx, id)
  if (old.deleted_at) throw new Refusal('not-found', `There is no own line ${id} in the business case.`)
  if (!isWritten(id))
    throw new Refusal('conflict', `${old.own.title} comes from a technology option: leave it out instead.`)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  await mark(tx, actor, { id, version: old.version + 1, deletedAt: at, at })
  await append(tx, actor, { action: 'delete', kind: 'line of the business case', id, before: toldOf(old) })
}

/** Puts a deleted line back as it was; refuses where another line has taken its title meanwhile. */
export async function restoreOwnLine(
  tx: Tx,
  actor: Actor,
  id: string,
  { known, at }: Readonly<{ known: Known; at: Date }>,
): Promise<number> {
  const old = await demandKept(tx, id)
  if (!old.deleted_at) return old.version
  demandOwnLine(old.own, { ...known, ...aroundOf(known, await readCase(tx), id) })
  await mark(tx, actor, { id, version: old.version + 1, deletedAt: null, at })
  await append(tx, actor, { action: 'restore', kind: 'line of the business case', id, after: toldOf(old) })
  return old.version + 1
}

async function demandKept(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('case_line')
    .select(['choice', 'owner', 'own', 'version', 'deleted_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.own) throw new Refusal('not-found', `There is no own line ${id} in the business case.`)
  return { ...row, own: OwnLine.parse(row.own) }
}

function toldOf({ choice, owner, own }: Awaited<ReturnType<typeof demandKept>>) {
  return { ...choice, owner, ...own }
}

type Marking = Readonly<{ id: string; version: number; deletedAt: Date | null; at: Date }>

async function mark(tx: Tx, actor: Actor, { id, version, deletedAt, at }: Marking): Promise<void> {
  await tx
    .updateTable('case_line')
    .set({
      version,
      deleted_at: deletedAt,
      changed_by: actor.id ?? null,
      changed_by_name: actor.name,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

type Keeping = Readonly<{ known: Known; kept: KeptCase; id: string; writing: OwnWriting }>

async function keep(
  tx: Tx,
  actor: Actor,
  { known, kept, id, writing }: Keeping,
  changing: Changing,
): Promise<number> {
  const { line, owner, isIn, settled } = writing
  const own: OwnLine = { ...demandOwnLine(line, { ...known, ...aroundOf(known, kept, id) }), id }
  const draft = { choice: { isIn, settled }, owner, own }
  return writeLine(tx, actor, { model: known.model, id, draft }, changing)
}

function aroundOf({ model }: Known, { settings, lines }: KeptCase, id: string | undefined) {
  const others = [...lines].flatMap(([other, { own }]) => (own && other !== id ? [own.title] : []))
  const taken = [...model.costs, ...model.benefits].map(({ title }) => title)
  return { years: settings.years, taken: [...taken, ...others] }
}

/** What becomes of one row of a list, or became. */
export type OwnFate = Readonly<{
  line: number
  title: string
  fate: 'new' | 'changed' | 'unchanged' | 'refused'
  before: OwnLineDraft | undefined
  after: OwnLineDraft | undefined
  /** What differs, by the names of the columns; nothing where the row is refused. */
  changes: readonly OwnChange[]
  reason: string | undefined
}>
type Planned = OwnFate &
  Readonly<{ id: string | undefined; writing: OwnWriting | undefined; version: number }>

/** The fate of every row; the digest names exactly this plan. */
export type OwnPlan = Readonly<{ fates: readonly OwnFate[]; digest: string }>

/** Decides the fate of every row; nothing is written. A row is about the own line of its title. */
export async function planOwnLines(tx: Tx, rows: readonly OwnRow[], known: Known): Promise<OwnPlan> {
  const planned = await planRows(tx, rows, known)
  return { fates: planned.map(fateOf), digest: digestOf(planned) }
}

/** Writes exactly what was previewed; if anything changed meanwhile, nothing is written. */
export async function applyOwnLines(
  tx: Tx,
  actor: Actor,
  rows: readonly OwnRow[],
  { known, digest, at }: Readonly<{ known: Known; digest: string; at: Date }>,
): Promise<OwnPlan> {
  const planned = await planRows(tx, rows, known)
  if (digestOf(planned) !== digest) throw changedMeanwhile()
  for (const { fate, id, writing, version } of planned) {
    if (!writing || (fate !== 'new' && fate !== 'changed')) continue
    if (id === undefined) await addOwnLine(tx, actor, { known, writing, at })
    else await changeOwnLine(tx, actor, { known, id, writing }, { version, at })
  }
  return { fates: planned.map(fateOf), digest }
}

function fateOf({ id: _, writing: __, version: ___, ...fate }: Planned): OwnFate {
  return fate
}

function digestOf(planned: readonly Planned[]): string {
  return createHash('sha256').update(canonical(planned)).digest('hex')
}

async function planRows(tx: Tx, rows: readonly OwnRow[], known: Known): Promise<readonly Planned[]> {
  const kept = await readCase(tx)
  const standing = new Map(
    [...kept.lines].flatMap(([id, { own, ...line }]) =>
      own && isWritten(id) ? [[own.title.toLowerCase(), { id, own, ...line }] as const] : [],
    ),
  )
  const firstLines = new Map<string, number>()
  return rows.map((row) => {
    const key = row.title.toLowerCase()
    const first = firstLines.get(key)
    firstLines.set(key, first ?? row.line)
    return planRow(row, { standing: standing.get(key), first, known, kept })
  })
}

type Standing = Readonly<{ id: string; own: OwnLine }> & Omit<KeptLine, 'own'>
type RowMatter = Readonly<{
  standing: Standing | undefined
  first: number | undefined
  known: Known
  kept: KeptCase
}>

function planRow(row: OwnRow, { standing, first, known, kept }: RowMatter): Planned {
  const { id, before, version, ...decided } = standingOf(standing)
  const { owner = decided.owner, isIn = decided.isIn, settled = decided.settled, ...said } = row.said
  const line = { class: 'hard', ...before, ...said, title: row.title } as OwnLineDraft // without side it is refused below
  const writing: OwnWriting = { line, owner, isIn, settled }
  const planned = { line: row.line, title: row.title, id, version, before }
  const wrong =
    row.wrong ??
    (first === undefined ? undefined : `Line ${first} speaks of the same line. Keep one of them.`) ??
    flawOf(line, { ...known, ...aroundOf(known, kept, id) })
  if (wrong !== undefined)
    return { ...planned, fate: 'refused', reason: wrong, changes: [], after: undefined, writing: undefined }
  const isSame = canonical({ ...decided, line: before }) === canonical(writing)
  const fate = isSame ? 'unchanged' : 'changed'
  const changes = before ? changesIn({ ...decided, line: before }, writing) : []
  return { ...planned, fate: before ? fate : 'new', reason: undefined, changes, after: line, writing }
}

/** What stands of a line already; a new one counts, and nobody answers for it yet. */
function standingOf(standing: Standing | undefined) {
  if (!standing) return { id: undefined, before: undefined, version: 0, owner: '', isIn: true, settled: '' }
  const { id, own, owner, choice, version } = standing
  const { id: _, ...before } = own
  return { id, before, version, owner, isIn: choice.isIn, settled: choice.settled }
}

function flawOf(line: OwnLineDraft, around: Parameters<typeof demandOwnLine>[1]): string | undefined {
  if (line.side === undefined) return `${line.title}: say whether it is a cost or a benefit.`
  try {
    demandOwnLine(line, around)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
