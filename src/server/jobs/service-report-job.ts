import { z } from 'zod'
import { append } from '#access/trail-store.ts'
import { type Language, languageCodes } from '#base/language.ts'
import { openServiceReportSpeech, periodNamed, type ServiceReportInput } from '#deliver/service-report.ts'
import { findDocument, keepDocument, type MadeDocument } from '#evidence/document-store.ts'
import { demandIssue, type Issue, unwrittenIssues } from '#service-level/issue-store.ts'
import { sendIssue } from '#service-level/receipt-store.ts'
import { fileIdOf, languageOfIssue } from '../issue-file.ts'
import type { Job } from '../job-store.ts'
import type { Tx, Workshop } from '../workshop.ts'
import type { Watching } from './child.ts'
import type { Performed } from './performed.ts'
import { writeAlone } from './write-alone.ts'

/**
 * What is asked: url is where links lead; without one the reports are written and not sent. also: one issue that is
 * wanted in another language than it went out in.
 */
const Asked = z.object({
  kind: z.literal('service reports'),
  url: z.url().optional(),
  also: z.object({ issue: z.uuid(), language: z.enum(languageCodes) }).optional(),
})

/** Whether a job for documents is about service reports. */
export function isAboutServiceReports({ asked }: Pick<Job, 'asked'>): boolean {
  return Asked.safeParse(asked).success
}

/** Writes every issued service report that has no document yet, and sends it; or one in another language. */
export async function serviceReportJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const asked = Asked.parse(job.asked)
  const open = await shop.records.within(job.actor, (tx) => openFiles(tx, asked))
  const written: Written[] = []
  for (const one of open)
    written.push({ ...one, document: await write(shop, job, { ...one, watching, signal }) })
  return {
    ending: { state: 'done', outcome: { documents: written.length } },
    keep: async (tx) => {
      for (const { issue, document } of written) {
        if (!(await keepDocument(tx, job.organization, document))) continue
        const { kind, title, sha256, language } = document
        const isAsIssued = document.id === issue.id
        if (isAsIssued && asked.url !== undefined)
          await sendIssue(tx, job.organization, issue, {
            url: asked.url,
            now: shop.now(),
            content: shop.content,
          })
        const after = { kind, title, sha256, language, seal: issue.seal }
        await append(tx, job.actor, { action: 'make', kind: 'document', id: document.id, after })
      }
    },
  }
}

type OpenFile = Readonly<{ issue: Issue; language: Language }>
type Written = OpenFile & Readonly<{ document: MadeDocument }>

/** The files that are to be written: every issue that has none, or the one that is asked for when it is not written yet. */
async function openFiles(tx: Tx, { also }: z.infer<typeof Asked>): Promise<readonly OpenFile[]> {
  if (also) {
    const issue = await demandIssue(tx, also.issue)
    const known = await findDocument(tx, fileIdOf(issue, also.language))
    return known ? [] : [{ issue, language: also.language }]
  }
  const open: OpenFile[] = []
  for (const id of await unwrittenIssues(tx)) {
    const issue = await demandIssue(tx, id)
    open.push({ issue, language: languageOfIssue(issue) })
  }
  return open
}

type Writing = OpenFile & Readonly<{ watching: Watching; signal: AbortSignal }>

async function write(
  shop: Workshop,
  job: Job,
  { issue, language, watching, signal }: Writing,
): Promise<MadeDocument> {
  const { text: _, ...report } = issue
  const id = fileIdOf(issue, language)
  const speech = openServiceReportSpeech(shop.content, language)
  const title = `${issue.figures.definition.title}, ${periodNamed(issue.period, speech)}`
  const matter: ServiceReportInput = { report, language }
  const alone = { kind: 'service report', id, title, ending: 'pdf', matter } as const
  return { ...(await writeAlone(shop, job, alone, { watching, signal })), language }
}
