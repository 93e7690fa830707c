import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MadeDocument } from '#evidence/document-store.ts'
import type { Job } from '../job-store.ts'
import { type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, type Watching } from './child.ts'
import { machine } from './performed.ts'
import type { WriteTask } from './task.ts'

/** What is written by itself, and from no snapshot. matter: all that the process that writes is given. */
export type Alone = Readonly<{
  kind: WriteTask['kind']
  id: string
  title: string
  ending: string
  matter: unknown
}>

/** Has one document written by a process of its own, under the hash of its file; what it was given does not stay. */
export async function writeAlone(
  shop: Workshop,
  job: Job,
  alone: Alone,
  { watching, signal }: Readonly<{ watching: Watching; signal: AbortSignal }>,
): Promise<MadeDocument> {
  const { kind, id, title, ending, matter } = alone
  const workspace = workspaceOf(shop, job.organization)
  const folder = join(workspace, 'documents')
  mkdirSync(folder, { recursive: true })
  const [input, made] = [join(folder, `.${id}.json`), join(folder, `.${id}.${ending}`)]
  try {
    writeFileSync(input, JSON.stringify(matter), { mode: 0o600 })
    const place = { folder: workspace, content: shop.content, ...machine }
    const task = { ...place, does: 'write', kind, input, path: made } as const
    const { bytes, sha256 } = await inChild(task, watching, signal)
    const path = `${sha256}.${ending}`
    renameSync(made, join(folder, path))
    const stands = { collectionId: undefined, baselineId: undefined }
    return { id, kind, title, ...stands, path, sha256, bytes, madeBy: job.askedBy, madeAt: shop.now() }
  } finally {
    for (const path of [input, made]) rmSync(path, { force: true })
  }
}
