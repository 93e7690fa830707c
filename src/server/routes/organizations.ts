import assert from 'node:assert'
import type { Actor } from '#access/actor.ts'
import {
  changeOrganization,
  type Organization,
  organizationsOf,
  readOrganization,
  startOrganization,
} from '#access/organization-store.ts'
import { permissionsOf } from '#access/permissions.ts'
import { type OrganizationView, organizationsApi } from '#api/organizations.ts'
import { Refusal } from '#base/refusal.ts'
import { demandAgreed } from '#roadmap/agreed-days.ts'
import { readPlan } from '#roadmap/plan-store.ts'
import type { Handlers } from '../call.ts'
import type { LiveSession } from '../session-life.ts'

const handlers: Handlers<typeof organizationsApi> = {
  'GET /api/organizations': async ({ world, person }) => {
    assert(person)
    return { items: (await organizationsOf(world.records, person.id)).map(viewOfOrganization) }
  },
  'POST /api/organizations': async ({ world, person, body }) => {
    assert(person)
    return viewOfOrganization(await startOrganization(world.records, person, body.name))
  },
  'GET /api/organizations/:organization': async ({ world, actor }) =>
    world.records.within(actor, async (tx) => viewOfOrganization(await readOrganization(tx, actor))),
  'PATCH /api/organizations/:organization': async ({ world, actor, session, body, version }) => {
    if (body.settings?.secondFactor !== undefined) demandMayAsk(actor, session, body.settings)
    return world.records.within(actor, async (tx) => {
      demandAgreed((await readPlan(tx)).plan, body.settings ?? {})
      return viewOfOrganization(await changeOrganization(tx, actor, body, version))
    })
  },
}

export const organizations = { endpoints: organizationsApi, handlers }

/** Only an owner asks for two factors, and only after he proved two himself: he would shut himself out. */
function demandMayAsk(
  actor: Actor,
  session: LiveSession | undefined,
  { secondFactor }: Readonly<{ secondFactor?: 'offered' | 'demanded' | undefined }>,
): void {
  if (actor.role !== 'owner' || actor.kind === 'token')
    throw new Refusal('not-allowed', 'Only an owner decides whether two factors are demanded.')
  if (secondFactor === 'demanded' && actor.kind === 'person' && !session?.isStrong)
    throw new Refusal('conflict', 'Sign in with two factors yourself first, then demand it of everybody.')
}

/** What is told of an organization to one of its members. */
export function viewOfOrganization({ id, name, role, settings, version }: Organization): OrganizationView {
  return { id, name, role, permissions: [...permissionsOf(role)], settings, version }
}
