import { z } from 'zod'
import { append } from '#access/trail-store.ts'
import { keepDocument, type MadeDocument } from '#evidence/document-store.ts'
import { demandIssue, type Issue, unwrittenIssues } from '#service-level/issue-store.ts'
import { sendIssue } from '#service-level/receipt-store.ts'
import type { Job } from '../job-store.ts'
import type { Workshop } from '../workshop.ts'
import type { Watching } from './child.ts'
import type { Performed } from './performed.ts'
import { writeAlone } from './write-alone.ts'

/** What is asked: url is where links lead; without one the reports are written and not sent. */
const Asked = z.object({ kind: z.literal('service reports'), url: z.url().optional() })

/** Whether a job for documents is about service reports. */
export function isAboutServiceReports({ asked }: Pick<Job, 'asked'>): boolean {
  return Asked.safeParse(asked).success
}

/** Writes every issued service report that has no document yet, and sends it. */
export async function serviceReportJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const { url } = Asked.parse(job.asked)
  const issues = await shop.records.within(job.actor, async (tx) => {
    const open: Issue[] = []
    for (const id of await unwrittenIssues(tx)) open.push(await demandIssue(tx, id))
    return open
  })
  const written: MadeDocument[] = []
  for (const issue of issues) written.push(await write(shop, job, { issue, watching, signal }))
  return {
    ending: { state: 'done', outcome: { documents: written.length } },
    keep: async (tx) => {
      for (const [at, document] of written.entries()) {
        const issue = issues[at]
        if (!issue || !(await keepDocument(tx, job.organization, document))) continue
        if (url !== undefined) await sendIssue(tx, job.organization, issue, { url, now: shop.now() })
        const { kind, title, sha256 } = document
        const after = { kind, title, sha256, seal: issue.seal }
        await append(tx, job.actor, { action: 'make', kind: 'document', id: document.id, after })
      }
    },
  }
}

type Writing = Readonly<{ issue: Issue; watching: Watching; signal: AbortSignal }>

function write(shop: Workshop, job: Job, { issue, watching, signal }: Writing): Promise<MadeDocument> {
  const { text: _, ...matter } = issue
  const title = `${issue.figures.definition.title}, ${issue.period}`
  const alone = { kind: 'service report', id: issue.id, title, ending: 'pdf', matter } as const
  return writeAlone(shop, job, alone, { watching, signal })
}
