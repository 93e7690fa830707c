import type { TryOrganization } from './try-assessment.ts'
import type { TryServer } from './try-server.ts'

/** Somebody of a test: name, unit, and what else the register of people in scope shall hold. */
export type TryWorker = Readonly<{ name: string; unit: string; more?: object }>

/** Writes people in scope, each with an address made of the name; gives the ids by name. */
export async function giveWorkforce(
  own: TryOrganization,
  by: string,
  workers: readonly TryWorker[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { name, unit, more } of workers) {
    const data = { name, unit, email: `${name}@example.org`, ...more }
    const { status, body } = await own.ask(by, 'POST', 'registers/workforce/records', { data })
    if (status !== 201) throw new Error(JSON.stringify(body))
    ids.set(name, (body as { id: string }).id)
  }
  return ids
}

/** Makes the people of a test known by their addresses, as signing in does. */
export async function giveAddresses({ world }: TryServer, names: readonly string[]): Promise<void> {
  for (const name of names)
    await world.records.db
      .insertInto('person')
      .values({ id: name, name, email: `${name}@example.org` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The codes in the messages of a kind that wait in the outbox, by address. */
export async function codesIn(
  { world }: TryServer,
  organization: string,
  kind: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await world.records.db
    .selectFrom('mail')
    .select(['recipient', 'body'])
    .where('organization_id', '=', organization)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(({ recipient, body }) => [recipient, /#code=(\S+)/.exec(body)?.[1] ?? '']))
}
