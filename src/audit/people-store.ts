import { readColleagues } from '#assessment/people-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Person } from './finding.ts'

/** Somebody of the organization, by id; a stranger is refused. */
export async function demandPerson(tx: Tx, id: string): Promise<Person> {
  const found = (await readColleagues(tx)).get(id)
  if (!found)
    throw new Refusal('invalid', 'This person does not belong to the organization. Invite the person first.')
  return { id: found.id, name: found.name }
}
