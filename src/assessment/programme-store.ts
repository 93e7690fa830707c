import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import type { Tx } from '#db/records.ts'
import { Programme } from './programme.ts'

/** The facts about the programme as they stand; version 0 while nobody has written any. */
export type KeptProgramme = Readonly<{
  version: number
  programme: Programme
  writtenBy: string | undefined
  writtenAt: string | undefined
}>

/** What is known about the programme. */
export async function readProgramme(tx: Tx): Promise<KeptProgramme> {
  const row = await tx
    .selectFrom('programme_version')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, programme: {}, writtenBy: undefined, writtenAt: undefined }
  return {
    version: row.version,
    programme: Programme.parse(row.facts),
    writtenBy: row.written_by_name,
    writtenAt: row.written_at.toISOString(),
  }
}

/** Writes the facts of the programme anew, whole; the earlier versions stay. */
export async function writeProgramme(
  tx: Tx,
  actor: Actor,
  programme: Programme,
  { version, at, reason }: Readonly<{ version: number | undefined; at: Date; reason?: string | undefined }>,
): Promise<KeptProgramme> {
  const old = await readProgramme(tx)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const row = await tx
    .insertInto('programme_version')
    .values({
      organization_id: actor.organization,
      version: old.version + 1,
      facts: JSON.stringify(programme),
      written_by: actor.id ?? null,
      written_by_name: actor.name,
      written_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  await append(tx, actor, {
    action: 'write',
    kind: 'programme',
    id: actor.organization,
    before: old.programme,
    after: programme,
    ...(reason === undefined ? {} : { reason }),
  })
  return { version: row.version, programme, writtenBy: actor.name, writtenAt: at.toISOString() }
}
