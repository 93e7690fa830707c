import { renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openForms } from '#content/forms.ts'
import { openGuides } from '#content/guides.ts'
import { openImprovement } from '#content/improvement.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openPlaybookText } from '#content/playbook.ts'
import { openSentences } from '#content/sentences.ts'
import { formTitles, makeForms } from '#deliver/forms.ts'
import { makeGapReport } from '#deliver/gap-report.ts'
import { printOscal } from '#deliver/oscal.ts'
import { makePlaybook } from '#deliver/playbook.ts'
import { auditsOf, reviewsOf } from '#deliver/playbook-of-programme.ts'
import { makeGuideBook } from '#deliver/process-guides.ts'
import { printPlaybook, writeGapReport } from '#deliver/write.ts'
import { writeForms } from '#deliver/write-forms.ts'
import { writeGuideBook } from '#deliver/write-guides.ts'
import { servicesOf } from '#evidence/services-store.ts'
import { content } from './folders.ts'
import { knowledge } from './knowledge.ts'
import type { Progress } from './progress.ts'
import type { Assessed, Options } from './steps.ts'

/** Writes the process guidelines, a volume and a document for each process, and gives the folder. */
export async function guidelinesStep(
  assessed: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): Promise<string> {
  progress.tell('Writing the process guidelines')
  const { catalogue, collected, assessment, programme } = assessed
  const book = makeGuideBook({
    organization: options.organization ?? programme.organization ?? unnamed,
    shelf: openGuides(content),
    sentences: openSentences(content, 'process-guides', 'en'),
    models: knowledge(options.out).models,
    reference: openKnowledge(content).models,
    forms: formTitles(openForms(content), openSentences(content, 'forms', 'en')),
    catalogue,
    collected,
    assessment,
    madeOn: options.on ?? collected.dataUntil.slice(0, 10),
    version: collected.packVersion,
  })
  const folder = resolve(options.out, 'process-guidelines')
  await writeGuideBook(book, folder)
  return folder
}

/** Writes the forms to fill in, one document for each, and gives the folder. */
export async function formsStep(
  { collected, programme }: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): Promise<string> {
  progress.tell('Writing the forms')
  const forms = makeForms(
    openForms(content),
    {
      organization: options.organization ?? programme.organization ?? unnamed,
      madeOn: options.on ?? collected.dataUntil.slice(0, 10),
      version: collected.packVersion,
    },
    { sentences: openSentences(content, 'forms', 'en'), guides: openGuides(content).guides },
  )
  const folder = resolve(options.out, 'forms')
  await writeForms(forms, folder)
  return folder
}

/** Writes the continuous improvement playbook and gives its path. */
export function playbookStep(
  assessed: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): string {
  progress.tell('Writing the playbook')
  const { catalogue, collected, assessment, programme } = assessed
  const playbook = makePlaybook({
    organization: options.organization ?? programme.organization ?? unnamed,
    madeOn: options.on ?? collected.dataUntil.slice(0, 10),
    version: collected.packVersion,
    shelf: openGuides(content),
    text: openPlaybookText(content),
    duties: openImprovement(content).duties,
    models: knowledge(options.out).models,
    catalogue,
    collected,
    assessment,
    actions: [],
    audits: auditsOf(programme),
    reviews: reviewsOf(programme),
  })
  return replaced(options.out, 'improvement-playbook.pdf', printPlaybook(playbook, content))
}

/** Writes the OSCAL documents and gives their path. */
export function oscalStep(
  assessed: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): string {
  progress.tell('Writing the OSCAL documents')
  const { catalogue, collected, assessment, programme } = assessed
  const bytes = printOscal({
    organization: options.organization ?? programme.organization ?? unnamed,
    madeOn: options.on ?? collected.dataUntil.slice(0, 10),
    version: collected.packVersion,
    catalogue,
    collected,
    assessment,
    remedies: [],
  })
  return replaced(options.out, 'oscal.zip', bytes)
}

/** Keeps a file of the workspace; an older one stays until the new one is whole. */
function replaced(folder: string, name: string, bytes: Uint8Array): string {
  const path = resolve(folder, name)
  const scratch = join(folder, `.${name}.new`)
  writeFileSync(scratch, bytes)
  renameSync(scratch, path)
  return path
}

const unnamed = 'Organization not named'

/** Writes the gap report and gives its path; an older one stays until the new one is whole. */
export async function deliverStep(
  assessed: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): Promise<string> {
  progress.tell('Writing the report')
  const { catalogue, ingested, collected, assessment, programme } = assessed
  const report = makeGapReport({
    organization: options.organization ?? programme.organization ?? unnamed,
    catalogue,
    models: knowledge(options.out).models,
    ingested,
    collected,
    assessment,
    services: await servicesOf(options.out),
    version: collected.packVersion,
    ...(options.on === undefined ? {} : { madeOn: options.on }),
  })
  const path = resolve(options.out, 'gap-analysis-report.pdf')
  const scratch = join(options.out, '.gap-analysis-report.pdf.new')
  writeGapReport(report, content, scratch)
  renameSync(scratch, path)
  return path
}
