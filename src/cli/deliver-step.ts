import { renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeGapReport } from '#deliver/gap-report.ts'
import { writeGapReport } from '#deliver/write.ts'
import { servicesOf } from '#evidence/services-store.ts'
import { content } from './folders.ts'
import { knowledge } from './knowledge.ts'
import type { Progress } from './progress.ts'
import type { Assessed, Options } from './steps.ts'

/** Writes the gap report and gives its path; an older one stays until the new one is whole. */
export async function deliverStep(
  assessed: Assessed,
  options: Options & { organization?: string },
  progress: Progress,
): Promise<string> {
  progress.tell('Writing the report')
  const { catalogue, ingested, collected, assessment, programme } = assessed
  const report = makeGapReport({
    organization: options.organization ?? programme.organization ?? 'Organization not named',
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
