import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Actor } from '#access/actor.ts'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import { startAsFirst, startSite, type TrySite } from '#server/try-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The password of everybody in a small house. */
export const password = 'Sven likes long walks'

/** A fiftieth of the simulated house on a server of its own, and its owner. */
export type SmallHouse = Readonly<{ site: TrySite; url: string; organization: string; owner: Actor }>

/** Builds the pages, starts a server, and lets a small simulated house move in. now: its clock, where a journey moves it. */
export async function startSmallHouse(settings: { readonly now?: () => Date } = {}): Promise<SmallHouse> {
  const { buildWeb } = (await import(new URL('../../scripts/build-web.mjs', import.meta.url).href)) as {
    buildWeb: () => void
  }
  buildWeb()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const site = await startSite({ ...settings, url, pages: join(root, 'dist', 'web') })
  const { organization } = await startAsFirst(site)
  const { jobs, records } = site.world
  await jobs.start()
  const ada = await records.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'ada@example.org')
    .executeTakeFirstOrThrow()
  const owner = { kind: 'person', id: ada.id, name: 'Ada', organization, role: 'owner' } as const
  await records.within(owner, (tx) => jobs.ask(tx, owner, 'demo', { scale: 0.02 }))
  await untilCollected(site)
  await site.app.listen({ host: 'localhost', port })
  return { site, url, organization, owner }
}

/** Somebody with a role and the password of the house. */
export async function admit(house: SmallHouse, name: string, email: string, role: Role): Promise<void> {
  const { records } = house.site.world
  const { id } = await createPerson(records, { name, email, password })
  await records.within(house.owner, (tx) => addMember(tx, house.owner, id, { role, expiresAt: undefined }))
}

/** Signs in by address and password, and waits for Today. */
export async function enter(window: Page, email: string): Promise<void> {
  await window.goto('/sign-in')
  await window.getByLabel('E-mail address').fill(email)
  await window.getByLabel('Password', { exact: true }).fill(password)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  await window.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
}

async function untilCollected({ world: { records } }: TrySite): Promise<void> {
  for (let left = 360; left > 0; left -= 1) {
    const jobs = await records.db.selectFrom('job').select(['kind', 'state', 'message']).execute()
    const broken = jobs.find(({ state }) => state === 'failed' || state === 'refused')
    assert.equal(broken, undefined)
    if (jobs.some(({ kind, state }) => kind === 'collect' && state === 'done')) return
    await new Promise((go) => setTimeout(go, 1_000))
  }
  throw new Error('The checks were not asked in time')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
