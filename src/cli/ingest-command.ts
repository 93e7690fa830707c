import type { Command } from 'commander'
import { withFolder, withMachine, withReading } from './command-options.ts'
import { printIngested } from './print.ts'
import { showProgress } from './progress.ts'
import { ingestStep, type Options } from './steps.ts'

/** clausewise ingest: reads files into a workspace. */
export function addIngest(program: Command, signal: AbortSignal): void {
  const command = program
    .command('ingest')
    .description('Read ticket exports into a workspace')
    .argument('<files...>', 'files or folders')
  withMachine(withReading(withFolder(command))).action(
    async (files: string[], options: Options & { json?: boolean }) => {
      const progress = showProgress(options.json ?? false)
      try {
        const ingested = await ingestStep(files, options, progress, signal)
        progress.end()
        printIngested(ingested, options)
      } finally {
        progress.end()
      }
    },
  )
}
