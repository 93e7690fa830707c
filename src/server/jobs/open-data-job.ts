import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demandMay } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { keepDocument } from '#evidence/document-store.ts'
import type { Job } from '../job-store.ts'
import { readOpenData } from '../open-data-store.ts'
import { type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, type Watching } from './child.ts'
import { machine, type Performed } from './performed.ts'

const kind = 'open data'

/** Writes everything that an organization wrote as one zip file: all of it as it stands, and so from no snapshot. */
export async function openDataJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  demandMay(job.actor, 'manage settings')
  const workspace = workspaceOf(shop, job.organization)
  const folder = join(workspace, 'documents')
  mkdirSync(folder, { recursive: true })
  const [input, made] = [join(folder, `.${job.id}.json`), join(folder, `.${job.id}.zip`)]
  try {
    const now = shop.now().toISOString()
    const matter = await shop.records.within(job.actor, (tx) => readOpenData(tx, now))
    writeFileSync(input, JSON.stringify(matter), { mode: 0o600 })
    const place = { folder: workspace, content: shop.content, ...machine }
    const task = { ...place, does: 'write', kind, input, path: made } as const
    const { bytes, sha256 } = await inChild(task, watching, signal)
    const path = `${sha256}.zip`
    renameSync(made, join(folder, path))
    const title = `Open data: everything that was written, ${now.slice(0, 10)}`
    return {
      ending: { state: 'done', outcome: { document: job.id, bytes } },
      keep: async (tx) => {
        await keepDocument(tx, job.organization, {
          id: job.id,
          kind,
          title,
          collectionId: undefined,
          baselineId: undefined,
          path,
          sha256,
          bytes,
          madeBy: job.askedBy,
          madeAt: shop.now(),
        })
        await append(tx, job.actor, {
          action: 'make',
          kind: 'document',
          id: job.id,
          after: { kind, title, sha256 },
        })
      },
    }
  } finally {
    for (const path of [input, made]) rmSync(path, { force: true })
  }
}
