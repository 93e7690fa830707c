import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { append } from '#access/trail-store.ts'
import { AskedDocumented } from '#api/documented.ts'
import { Refusal } from '#base/refusal.ts'
import { keepDocument } from '#evidence/document-store.ts'
import { readDocumented } from '../documented-store.ts'
import type { Job } from '../job-store.ts'
import { type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, TaskRefused, type Watching } from './child.ts'
import { machine, type Performed } from './performed.ts'

/** Whether a job is about a document that management signs. */
export function isDocumentedJob({ asked }: Pick<Job, 'asked'>): boolean {
  return AskedDocumented.safeParse(asked).success
}

/** Composes a document that management signs from the records as they stand, and has it printed by a process of its own. */
export async function documentedJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const { kind, language, subject } = AskedDocumented.parse(job.asked)
  const workspace = workspaceOf(shop, job.organization)
  const folder = join(workspace, 'documents')
  mkdirSync(folder, { recursive: true })
  const [input, made] = [join(folder, `.${job.id}.json`), join(folder, `.${job.id}.docx`)]
  try {
    const asking = { actor: job.actor, content: shop.content, now: shop.now(), language }
    const document = await shop.records.within(job.actor, (tx) =>
      readDocumented(tx, asking, { kind, subject }),
    )
    writeFileSync(input, JSON.stringify(document), { mode: 0o600 })
    const place = { folder: workspace, content: shop.content, ...machine }
    const task = { ...place, does: 'write', kind: 'documented', input, path: made } as const
    const { bytes, sha256 } = await inChild(task, watching, signal)
    const path = `${sha256}.docx`
    renameSync(made, join(folder, path))
    const about = [document.title, document.subject].filter(Boolean).join(': ')
    const title = `${about}, ${document.madeOn}`
    const missing = document.missing.length
    return {
      ending: { state: 'done', outcome: { document: job.id, bytes, missing } },
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
        const after = { kind, title, sha256, language: document.language, missing }
        await append(tx, job.actor, { action: 'make', kind: 'document', id: job.id, after })
      },
    }
  } catch (error) {
    if (error instanceof TaskRefused || error instanceof Refusal)
      return { ending: { state: 'refused', message: error.message } }
    throw error
  } finally {
    for (const path of [input, made]) rmSync(path, { force: true })
  }
}
