import type { Tx } from '#db/records.ts'

/** A colleague: the id that records carry, and the name that people read. */
export type Colleague = Readonly<{ id: string; name: string; role: string }>

/** The people of the organization, by id. */
export async function readColleagues(tx: Tx): Promise<ReadonlyMap<string, Colleague>> {
  const rows = await tx
    .selectFrom('membership')
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.person_id', 'membership.role', 'person.name'])
    .orderBy('membership.person_id')
    .execute()
  return new Map(rows.map(({ person_id: id, name, role }) => [id, { id, name: name ?? id, role }]))
}
