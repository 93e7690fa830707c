import { type Actor, demandMay } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { openRegister } from './registers.ts'
import { permissionFor, type Subject } from './subject.ts'

/** Refuses what the actor may not read, and records that are not there. */
export async function demandSubject(tx: Tx, actor: Actor, subject: Subject): Promise<void> {
  demandMay(actor, permissionFor(subject))
  if (subject.kind !== 'record') return
  const row = await tx
    .selectFrom('record')
    .select('register')
    .where('organization_id', '=', actor.organization)
    .where('id', '=', subject.id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such record.')
  openRegister(actor, row.register)
}
