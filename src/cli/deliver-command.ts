import type { Command } from 'commander'
import { withFolder, withStatements } from './command-options.ts'
import { deliverStep } from './deliver-step.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { assessStep, type Options } from './steps.ts'

/** clausewise deliver: writes the documents from what is kept. */
export function addDeliver(program: Command): void {
  const command = program.command('deliver').description('Write the gap report from the kept results')
  withStatements(withFolder(command))
    .option('--organization <name>', 'name on the cover')
    .action(async (options: Options & { json?: boolean; organization?: string }) => {
      const progress = showProgress(options.json ?? false)
      try {
        const report = await deliverStep(await assessStep(options, progress), options, progress)
        progress.end()
        print({ report }, [report], options.json)
      } finally {
        progress.end()
      }
    })
}
