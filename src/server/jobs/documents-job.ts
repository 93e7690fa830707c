import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { append } from '#access/trail-store.ts'
import { DocumentKind } from '#api/documents.ts'
import { Refusal } from '#base/refusal.ts'
import { keepDocument } from '#evidence/document-store.ts'
import type { Job } from '../job-store.ts'
import { type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, TaskRefused, type Watching } from './child.ts'
import { matterOf } from './document-matter.ts'
import { machine, type Performed } from './performed.ts'
import { isAboutServiceReports, serviceReportJob } from './service-report-job.ts'

/** What each kind of document is called, and the ending of its file. */
const forms = {
  'gap report': { title: 'Gap analysis report', ending: 'pdf' },
  'process guidelines': { title: 'Process guidelines', ending: 'docx' },
  playbook: { title: 'Continuous improvement playbook', ending: 'pdf' },
  'strategy framework': { title: 'Service management strategy framework', ending: 'pptx' },
  'open data': { title: 'Open data: everything that was written', ending: 'zip' },
  oscal: { title: 'OSCAL: catalog, results, plan of action', ending: 'zip' },
  'implementation roadmap': { title: 'Implementation roadmap', ending: 'xlsx' },
  'business case': { title: 'Business case', ending: 'xlsx' },
  'executive summary': { title: 'Executive summary', ending: 'pdf' },
} as const satisfies Record<DocumentKind, { title: string; ending: string }>

/** Writes a document about the newest evidence and the ratings as they stand. */
export async function documentsJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  if (isAboutServiceReports(job)) return serviceReportJob(shop, job, watching, signal)
  const folder = join(workspaceOf(shop, job.organization), 'documents')
  mkdirSync(folder, { recursive: true })
  const input = join(folder, `.${job.id}.json`)
  // A job that was asked for before there were kinds is about the report.
  const kind = DocumentKind.catch('gap report').parse(job.asked.kind)
  const { title, ending } = forms[kind]
  const made = join(folder, `.${job.id}.${ending}`)
  try {
    const matter = await shop.records.within(job.actor, (tx) => matterOf(tx, shop, job, kind))
    writeFileSync(input, JSON.stringify(matter.input), { mode: 0o600 })
    const task = {
      does: 'write',
      kind,
      folder: workspaceOf(shop, job.organization),
      content: shop.content,
      input,
      path: made,
      ...machine,
    } as const
    const { bytes, sha256 } = await inChild(task, watching, signal)
    const name = `${sha256}.${ending}`
    renameSync(made, join(folder, name))
    const document = {
      id: job.id,
      kind,
      title: `${title}, ${matter.madeOn}`,
      collectionId: matter.collection,
      baselineId: matter.baseline,
      path: name,
      sha256,
      bytes,
      madeBy: job.askedBy,
      madeAt: shop.now(),
    }
    return {
      ending: { state: 'done', outcome: { document: job.id, bytes } },
      keep: async (tx) => {
        await keepDocument(tx, job.organization, document)
        const { collectionId } = document
        const after = { kind, title: document.title, sha256, collection: collectionId }
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
