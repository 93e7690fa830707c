import { organizationsOf, type Person, startOrganization } from '#access/organization-store.ts'
import { createPerson, hasTwoFactor, isNobodyHere, takeBackPerson } from '#access/person-store.ts'
import { sessionApi } from '#api/session.ts'
import { demandUnbreached } from '../breached.ts'
import type { Call, Handlers } from '../call.ts'
import { signInWith } from '../people.ts'
import { Unserved } from '../problem.ts'
import { viewOfOrganization } from './organizations.ts'

const handlers: Handlers<typeof sessionApi> = {
  'GET /api/session': async ({ world, person, session }) => {
    const { records, people } = world
    const ways = { signOn: people.signOn, sendsMail: people.sendsMail }
    if (!person) return { organizations: [], isNew: await isNobodyHere(records), ...ways }
    return {
      person: { ...person, hasTwoFactor: await hasTwoFactor(records, person.id) },
      organizations: (await organizationsOf(records, person.id)).map(viewOfOrganization),
      ...(session ? { session: { isStrong: session.isStrong, isFresh: session.isFresh } } : {}),
      isNew: false,
      ...ways,
    }
  },
  'POST /api/start': async (call) => start(call),
}

export const session = { endpoints: sessionApi, handlers }

async function start(call: Call<(typeof sessionApi)['POST /api/start']>) {
  const { world, body } = call
  if (!(await world.people.isStartCode(body.code)))
    throw new Unserved(403, 'This link was used, or is of an earlier start. Use the one printed last.')
  await demandUnbreached(world.people.isBreached, body.password)
  const person = await createPerson(world.records, body, { onlyAsFirst: true })
  try {
    const made = await startOrganization(world.records, person, body.organization, { demo: body.demo })
    if (body.demo) await askForDemo(call, person, made.id)
    await signInWith(world.people, call, body)
    return viewOfOrganization(made)
  } catch (error) {
    // Without an organization the first person would have locked everybody out.
    await takeBackPerson(world.records, person.id)
    throw error
  }
}

/** The simulated house moves in by a job; the pages follow it. */
async function askForDemo(
  { world }: Call<(typeof sessionApi)['POST /api/start']>,
  { id, name }: Person,
  organization: string,
) {
  const actor = { kind: 'person', id, name, organization, role: 'owner' } as const
  await world.records.within(actor, (tx) => world.jobs.ask(tx, actor, 'demo'))
}
