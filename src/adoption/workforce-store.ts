import type { Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { readAll } from '#registers/record-store.ts'
import type { Learner } from './curriculum.ts'

/** Somebody in scope, as the register of people has him. */
export type Worker = Learner &
  Readonly<{
    number: string
    email: string | undefined
    isContractor: boolean
    /** Away for long counts as here, but is asked nothing. */
    state: 'active' | 'away' | 'left'
    leader: string | undefined
    manager: string | undefined
  }>

/** Everybody in scope, by the numbers of the register; roles by their name and process. */
export async function readWorkforce(tx: Tx, organization: string): Promise<readonly Worker[]> {
  const [people, roles] = [
    await readAll(tx, organization, 'workforce'),
    await readAll(tx, organization, 'roles'),
  ]
  const named = new Map(
    roles.map(({ id, data }) => [id, [data.name, data.process].filter(Boolean).join(', ')]),
  )
  return people.map((record) => toWorker(record, named))
}

function toWorker({ id, number, state, data }: Record, roles: ReadonlyMap<string, string>): Worker {
  const held = Array.isArray(data.roles) ? data.roles.map(String) : []
  return {
    id,
    number,
    name: String(data.name),
    unit: String(data.unit),
    email: textOf(data.email)?.toLowerCase(),
    isContractor: data.is_contractor === true,
    state: state as Worker['state'], // the states of the register are these
    leader: data.leader === 'not a leader' ? undefined : textOf(data.leader),
    manager: textOf(data.manager),
    roles: held.flatMap((role) => roles.get(role) ?? []),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The address of whoever asks, by which he is found among the people in scope. */
export async function addressOf(tx: Tx, person: string | undefined): Promise<string | undefined> {
  if (person === undefined) return undefined
  const row = await tx.selectFrom('person').select('email').where('id', '=', person).executeTakeFirst()
  return row?.email
}

/** What the organization is called, for what leaves it: certificates and calendars. */
export async function organizationName(tx: Tx): Promise<string> {
  return (await tx.selectFrom('organization').select('name').executeTakeFirstOrThrow()).name
}
