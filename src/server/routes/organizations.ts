import assert from 'node:assert'
import {
  changeOrganization,
  type Organization,
  organizationsOf,
  readOrganization,
  startOrganization,
} from '#access/organization-store.ts'
import { permissionsOf } from '#access/permissions.ts'
import { type OrganizationView, organizationsApi } from '#api/organizations.ts'
import { demandAgreed } from '#roadmap/agreed-days.ts'
import { readPlan } from '#roadmap/plan-store.ts'
import type { Handlers } from '../call.ts'

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
  'PATCH /api/organizations/:organization': async ({ world, actor, body, version }) =>
    world.records.within(actor, async (tx) => {
      demandAgreed((await readPlan(tx)).plan, body.settings ?? {})
      return viewOfOrganization(await changeOrganization(tx, actor, body, version))
    }),
}

export const organizations = { endpoints: organizationsApi, handlers }

/** What is told of an organization to one of its members. */
export function viewOfOrganization({ id, name, role, settings, version }: Organization): OrganizationView {
  return { id, name, role, permissions: [...permissionsOf(role)], settings, version }
}
