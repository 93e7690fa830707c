import { type Actor, demandMay } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Data, Known, Move } from './definition.ts'
import { demandData } from './read-data.ts'
import { difference, labelOf, missingFor, type Record, whyNot } from './record.ts'
import { demandRecord, pointingAt } from './record-store.ts'
import { demandNotDeleted, insertRecords, updateRecord } from './record-write-store.ts'
import { fieldOf } from './registers.ts'

/** Adds a record; its first state may be another than where records usually start. */
export async function createRecord(
  tx: Tx,
  actor: Actor,
  known: Known,
  given: Data,
  wantedState?: string,
): Promise<Record> {
  demandMay(actor, known.register.writes)
  const state = demandState(known, wantedState)
  const data = demandData(known, given, state)
  const draft = { id: crypto.randomUUID(), state, label: labelOf(known, data), data }
  const [record] = await insertRecords(tx, actor.organization, known, [draft])
  if (!record) throw new Refusal('conflict', 'The record was not kept. Try again.')
  await append(tx, actor, { action: 'create', kind: 'record', id: record.id, after: asTold(record) })
  return record
}

/** Changes the fields that are named; null or nothing empties a field. The state is changed by a move. */
export async function changeRecord(
  tx: Tx,
  actor: Actor,
  known: Known,
  change: Readonly<{ id: string; data: Data; version: number | undefined; reason?: string | undefined }>,
): Promise<Record> {
  demandMay(actor, known.register.writes)
  const old = await demandCurrent(tx, actor, known, change.id, change.version)
  const data = demandData(known, { ...old.data, ...change.data }, old.state)
  const told = difference(old.data, data)
  if (Object.keys(told.before).length + Object.keys(told.after).length === 0) return old
  const record = await kept(tx, actor, known, old, { ...old, data, label: labelOf(known, data) })
  await append(tx, actor, {
    action: 'change',
    kind: 'record',
    id: old.id,
    before: { register: old.register, number: old.number, ...told.before },
    after: { register: old.register, number: old.number, ...told.after },
    ...reasonOf(change.reason),
  })
  return record
}

/** Takes a record to another state, if the register has such a move and the actor may make it. */
export async function moveRecord(
  tx: Tx,
  actor: Actor,
  known: Known,
  step: Readonly<{ id: string; to: string; reason: string | undefined; version: number | undefined }>,
): Promise<Record> {
  demandMay(actor, known.register.writes)
  const old = await demandCurrent(tx, actor, known, step.id, step.version)
  const move = demandMove(known, old, step.to)
  const pointing = move.pointedAtBy.length > 0 ? await pointingAt(tx, actor.organization, step.id) : []
  const why = whyNot(move, missingFor(known, move, old.data, pointing), actor)
  if (why) throw new Refusal(move.by && !move.by.includes(actor.role) ? 'not-allowed' : 'invalid', why)
  await demandOther(tx, actor, known, move, old)
  if (move.asksReason && !step.reason?.trim())
    throw new Refusal('invalid', `"${move.says}" asks for a reason: say why, for whoever reads the history.`)
  const data = demandData(known, old.data, step.to)
  const record = await kept(tx, actor, known, old, { ...old, data, state: step.to })
  await append(tx, actor, {
    action: 'move',
    kind: 'record',
    id: old.id,
    before: { register: old.register, number: old.number, state: old.state },
    after: { register: old.register, number: old.number, state: step.to, move: move.says },
    ...reasonOf(step.reason),
  })
  return record
}

/** Refuses whoever a field names: nobody takes the step that somebody else has to take about him. */
async function demandOther(
  tx: Tx,
  actor: Actor,
  { register }: Known,
  { notBy, says }: Move,
  { number, data }: Record,
): Promise<void> {
  if (notBy.length === 0) return
  const row = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', actor.id ?? '')
    .executeTakeFirst()
  const own = [actor.name, row?.email].flatMap((name) => name?.toLowerCase() ?? [])
  const field = notBy.find((name) => own.includes(String(data[name]).toLowerCase()))
  if (field === undefined) return
  throw new Refusal(
    'not-allowed',
    `${number}: ${String(data[field])} stands there as ${fieldOf(register, field)?.label.toLowerCase()}, so "${says}" is for somebody else.`,
  )
}

/** Takes a record out of its register; it can be restored. */
export async function deleteRecord(
  tx: Tx,
  actor: Actor,
  known: Known,
  id: string,
  version: number | undefined,
): Promise<void> {
  demandMay(actor, known.register.writes)
  const old = await demandCurrent(tx, actor, known, id, version)
  await kept(tx, actor, known, old, { ...old, deletedAt: new Date() })
  await append(tx, actor, { action: 'delete', kind: 'record', id, before: asTold(old) })
}

/** Brings a deleted record back as it was. */
export async function restoreRecord(tx: Tx, actor: Actor, known: Known, id: string): Promise<Record> {
  demandMay(actor, known.register.writes)
  const old = await demandRecord(tx, actor.organization, known, id)
  if (!old.deletedAt) return old
  const record = await kept(tx, actor, known, old, { ...old, deletedAt: undefined })
  await append(tx, actor, { action: 'restore', kind: 'record', id, after: asTold(record) })
  return record
}

/** What the trail says about a whole record. */
export function asTold(record: Record): Data {
  const { register, number, state, data } = record
  return { register, number, state, ...data }
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason?.trim() ? { reason: reason.trim() } : {}
}

function demandState({ register }: Known, state: string | undefined): string {
  const [start = ''] = register.states
  if (state === undefined || register.states.includes(state)) return state ?? start
  throw new Refusal(
    'invalid',
    `${state} is no state of ${register.title}. States are: ${register.states.join(', ')}.`,
  )
}

function demandMove({ register }: Known, { state, number }: Record, to: string): Move {
  const move = register.moves.find((one) => one.from === state && one.to === to)
  if (move) return move
  const open = register.moves.filter(({ from }) => from === state).map((one) => one.to)
  const next = open.length > 0 ? `It can go to: ${open.join(', ')}.` : 'It goes no further.'
  throw new Refusal('invalid', `${number} is ${state} and cannot become ${to}. ${next}`)
}

async function demandCurrent(
  tx: Tx,
  actor: Actor,
  known: Known,
  id: string,
  version: number | undefined,
): Promise<Record> {
  const old = await demandRecord(tx, actor.organization, known, id)
  demandNotDeleted(old)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  return old
}

async function kept(
  tx: Tx,
  actor: Actor,
  known: Known,
  old: Record,
  change: Readonly<Pick<Record, 'state' | 'label' | 'data' | 'deletedAt'>>,
): Promise<Record> {
  const record = await updateRecord(tx, actor.organization, known, old, change)
  if (!record) throw changedMeanwhile()
  return record
}
