import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '#access/actor.ts'
import { startOrganization } from '#access/organization-store.ts'
import { addSource } from '#ingest/source-store.ts'
import type { Jobs } from './jobs.ts'
import { ticketLog } from './try-upload.ts'
import { uploadsOf, type Workshop } from './workshop.ts'

/** An organization with a file that waits to be read, and the job that is to read it. */
export async function withFile(shop: Workshop, jobs: Jobs): Promise<Actor> {
  const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' }
  const { id: organization } = await startOrganization(shop.records, ada, 'Cut off')
  const actor: Actor = { kind: 'person', id: 'ada', name: 'Ada', organization, role: 'owner' }
  const file = { id: crypto.randomUUID(), name: 'tickets.csv', bytes: 1, sha256: 'a', mediaKind: 'csv' }
  const folder = join(uploadsOf(shop, organization), file.id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file.name), ticketLog())
  await shop.records.within(actor, async (tx) => {
    await addSource(tx, actor, file, shop.now())
    await jobs.ask(tx, actor, 'ingest')
  })
  return actor
}
