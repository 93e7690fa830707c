import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import {
  withFolder,
  withLanguage,
  withMachine,
  withPeriod,
  withReading,
  withStatements,
} from './command-options.ts'
import { deliverStep, documentsStep, type Named } from './deliver-step.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { assessStep, collectStep, ingestStep } from './steps.ts'
import { summarize } from './summary.ts'

/** clausewise run: everything, from the export to the report. */
export function addRun(program: Command, signal: AbortSignal): void {
  const command = program
    .command('run')
    .description('Everything: read, ask, assess, and write the gap report')
    .argument('<files...>', 'files or folders')
  const full = withLanguage(withMachine(withStatements(withPeriod(withReading(withFolder(command))))))
  full
    .option('--organization <name>', 'name on the cover')
    .action(async (files: string[], options: Named & { json?: boolean }) => {
      const progress = showProgress(options.json ?? false)
      try {
        const ingested = await ingestStep(files, options, progress, signal)
        await collectStep(options, progress, signal)
        const assessed = await assessStep(options, progress)
        const documents = await documentsStep(assessed, options)
        const report = await deliverStep(documents, options, progress)
        progress.end()
        const value = {
          report,
          workspace: resolve(options.out),
          readiness: assessed.assessment.proposedReadiness,
          files: ingested.files,
          results: assessed.collected.results.length,
        }
        const warnings = ingested.problems.filter(({ level }) => level !== 'note').length
        print(
          value,
          [
            summarize(assessed),
            '',
            `${warnings} warnings about the data are in the report. Mapping: ${resolve(options.out)}/mapping.yaml`,
            `Evidence pack: ${dirname(report)}/evidence`,
            report,
          ],
          options.json,
        )
      } finally {
        progress.end()
      }
    })
}
