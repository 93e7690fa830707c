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
import { makeOnce } from '#db/try-database.ts'
import { type KeptSite, startAsFirst, startSite, type TrySite } from '#server/try-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The password of everybody in a small house. */
export const password = 'Sven likes long walks'

/** A fiftieth of the simulated house on a server of its own, and its owner. */
export type SmallHouse = Readonly<{ site: TrySite; url: string; organization: string; owner: Actor }>

/** Builds the pages, and starts a server into which a small simulated house has moved. now: its clock, where a journey moves it. */
export async function startSmallHouse(settings: { readonly now?: () => Date } = {}): Promise<SmallHouse> {
  const { buildWeb } = (await import(new URL('../../scripts/build-web.mjs', import.meta.url).href)) as {
    buildWeb: () => void
  }
  buildWeb()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const from = await keptHouse()
  const site = await startSite({ ...settings, ...from, url, pages: join(root, 'dist', 'web') })
  if (from) await site.world.jobs.start()
  else await moveIn(site)
  const owner = await ownerOf(site)
  await site.app.listen({ host: 'localhost', port })
  return { site, url, organization: owner.organization, owner }
}

/** The house into which a run of all tests has moved once: every journey goes on from a copy, each by its own server. */
async function keptHouse(): Promise<{ from: KeptSite } | undefined> {
  const { CLAUSEWISE_TRY_KEPT: place, DATABASE_URL: own } = process.env
  if (!place || own) return undefined
  const house = { database: 'try_small_house', folder: join(place, 'small-house') }
  await makeOnce(house.database, async () => {
    const site = await startSite()
    try {
      await moveIn(site)
    } catch (error) {
      await site.close()
      throw error
    }
    await site.leave(house)
  })
  return { from: house }
}

/** The first person starts an organization, and the simulated house moves in: tickets, people, registers, results. */
async function moveIn(site: TrySite): Promise<void> {
  await startAsFirst(site)
  const { jobs, records } = site.world
  const owner = await ownerOf(site)
  await jobs.start()
  await records.within(owner, (tx) => jobs.ask(tx, owner, 'demo', { scale: 0.02 }))
  await untilDone(site)
}

async function ownerOf({ world: { records } }: TrySite): Promise<Actor> {
  const [ada, house] = await Promise.all([
    records.db.selectFrom('person').select('id').where('name', '=', 'Ada Owner').executeTakeFirstOrThrow(),
    records.db.selectFrom('organization').select('id').executeTakeFirstOrThrow(),
  ])
  return { kind: 'person', id: ada.id, name: 'Ada', organization: house.id, role: 'owner' }
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

/** The checks are asked last but for the documents that follow from their answers. */
async function untilDone({ world: { records } }: TrySite): Promise<void> {
  for (let left = 3600; left > 0; left -= 1) {
    const jobs = await records.db.selectFrom('job').select(['kind', 'state', 'message']).execute()
    const broken = jobs.find(({ state }) => state === 'failed' || state === 'refused')
    assert.equal(broken, undefined)
    const isCollected = jobs.some(({ kind, state }) => kind === 'collect' && state === 'done')
    if (isCollected && jobs.every(({ state }) => state === 'done')) return
    await new Promise((go) => setTimeout(go, 100))
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
