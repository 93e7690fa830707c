import { type Actor, may } from '#access/actor.ts'
import type { RecordRow, RecordView } from '#api/registers.ts'
import type { Tx } from '#db/records.ts'
import type { Known } from '#registers/definition.ts'
import { movesOf, type Neighbour, type Record } from '#registers/record.ts'
import { neighboursOf, pointingAt } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'

/** Records as rows of a table, with the names of what they point at. */
export async function rowsOf(tx: Tx, actor: Actor, records: readonly Record[]): Promise<RecordRow[]> {
  const links = await neighboursOf(
    tx,
    actor.organization,
    records.map(({ id }) => id),
  )
  return records.map((record) => rowOf(record, links.get(record.id) ?? []))
}

/** A record whole, with what points at it and the moves of whoever asks. */
export async function viewOf(tx: Tx, actor: Actor, register: Known, record: Record): Promise<RecordView> {
  const links = await neighboursOf(tx, actor.organization, [record.id])
  const pointing = await pointingAt(tx, actor.organization, record.id)
  const linkedFrom = pointing.filter((one) => may(actor, demandRegister(one.register).register.reads))
  const moves = record.deletedAt ? [] : movesOf(register, record, actor, pointing)
  return {
    ...rowOf(record, links.get(record.id) ?? []),
    linkedFrom: [...linkedFrom],
    moves: moves.map((move) => ({ ...move, missing: [...move.missing] })),
  }
}

function rowOf(record: Record, links: readonly Neighbour[]): RecordRow {
  return {
    id: record.id,
    register: record.register,
    number: record.number,
    label: record.label,
    state: record.state,
    data: { ...record.data },
    links: [...links],
    version: record.version,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    ...(record.deletedAt ? { deletedAt: record.deletedAt.toISOString() } : {}),
  }
}
