import { demandMay } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { keepDocument } from '#evidence/document-store.ts'
import type { Job } from '../job-store.ts'
import { readOpenData } from '../open-data-store.ts'
import type { Workshop } from '../workshop.ts'
import type { Watching } from './child.ts'
import type { Performed } from './performed.ts'
import { writeAlone } from './write-alone.ts'

/** Writes everything that an organization wrote as one zip file: all of it as it stands, and so from no snapshot. */
export async function openDataJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  demandMay(job.actor, 'manage settings')
  const now = shop.now().toISOString()
  const matter = await shop.records.within(job.actor, (tx) => readOpenData(tx, now))
  const title = `Open data: everything that was written, ${now.slice(0, 10)}`
  const alone = { kind: 'open data', id: job.id, title, ending: 'zip', matter } as const
  const document = await writeAlone(shop, job, alone, { watching, signal })
  const { kind, bytes, sha256 } = document
  return {
    ending: { state: 'done', outcome: { document: job.id, bytes } },
    keep: async (tx) => {
      await keepDocument(tx, job.organization, document)
      const after = { kind, title, sha256 }
      await append(tx, job.actor, { action: 'make', kind: 'document', id: job.id, after })
    },
  }
}
