import {
  acceptInvitation,
  type Invitation,
  invite,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from '#access/invitation-store.ts'
import { organizationsOf, type Person } from '#access/organization-store.ts'
import { createPerson, personOf } from '#access/person-store.ts'
import { type InvitationView, invitationsApi } from '#api/invitations.ts'
import { fromCursor, TimedPosition, toPage } from '#api/page.ts'
import { Refusal } from '#base/refusal.ts'
import { demandUnbreached } from '../breached.ts'
import type { Call, Handlers } from '../call.ts'
import { signInWith } from '../people.ts'
import { Unserved } from '../problem.ts'
import { viewOfOrganization } from './organizations.ts'

const handlers: Handlers<typeof invitationsApi> = {
  'GET /api/organizations/:organization/invitations': async ({ world, actor, query: { limit, cursor } }) => {
    const page = { limit: limit + 1, after: fromCursor(cursor, TimedPosition) }
    const rows = await world.records.within(actor, (tx) => listInvitations(tx, actor, page))
    return toPage(rows, limit, view, ({ createdAt, id }) => [createdAt.toISOString(), id])
  },
  'POST /api/organizations/:organization/invitations': async ({ world, actor, body }) => {
    const { email, role, roleExpiresAt } = body
    const given = { email, role, expiresAt: roleExpiresAt ? new Date(roleExpiresAt) : undefined }
    const at = { url: world.people.url, now: world.now() }
    return world.records.within(actor, async (tx) => view(await invite(tx, actor, given, at)))
  },
  'DELETE /api/organizations/:organization/invitations/:invitation': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => revokeInvitation(tx, actor, params.invitation))
  },
  'POST /api/invitations/opening': async ({ world, body }) => {
    const found = await openInvitation(world.records, body.code)
    return {
      organization: found.organizationName,
      role: found.role,
      email: found.email,
      expiresAt: found.expiresAt.toISOString(),
      hasAccount: (await personOf(world.records, found.email)) !== undefined,
    }
  },
  'POST /api/invitations/acceptance': async (call) => accept(call),
}

export const invitations = { endpoints: invitationsApi, handlers }

type Accepting = Call<(typeof invitationsApi)['POST /api/invitations/acceptance']>

async function accept(call: Accepting) {
  const { world, body } = call
  const person = call.person ?? (await signUp(call))
  const { organization } = await acceptInvitation(world.records, body.code, person)
  const found = (await organizationsOf(world.records, person.id)).find(({ id }) => id === organization)
  if (!found) throw new Refusal('conflict', 'The membership ended before it began. Ask for a new invitation.')
  return viewOfOrganization(found)
}

/** Whoever has the link has the mailbox: the account is made for its address, and nobody chooses another. */
async function signUp(call: Accepting): Promise<Person> {
  const { world, body } = call
  const { email } = await openInvitation(world.records, body.code)
  if (await personOf(world.records, email))
    throw new Unserved(401, `${email} has an account here. Sign in with it, then open the invitation again.`)
  const { name, password } = body
  if (name === undefined || password === undefined)
    throw new Refusal('invalid', 'Choose a name and a password, or sign in first.')
  await demandUnbreached(world.people.isBreached, password)
  const person = await createPerson(world.records, { name, email, password })
  await signInWith(world.people, call, { email, password })
  return person
}

function view(invitation: Invitation): InvitationView {
  const { roleExpiresAt, createdAt, expiresAt, ...plain } = invitation
  return {
    ...plain,
    roleExpiresAt: roleExpiresAt?.toISOString(),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
