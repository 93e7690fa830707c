import type { Command } from 'commander'
import { withFolder, withStatements } from './command-options.ts'
import { deliverStep, guidelinesStep, playbookStep } from './deliver-step.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { assessStep, type Options } from './steps.ts'

/** clausewise deliver: writes the documents from what is kept. */
export function addDeliver(program: Command): void {
  const command = program.command('deliver').description('Write the documents from the kept results')
  withStatements(withFolder(command))
    .option('--organization <name>', 'name on the cover')
    .option('--all', 'every document: also the process guidelines (Word) and the improvement playbook (PDF)')
    .action(async (options: Options & { json?: boolean; organization?: string; all?: boolean }) => {
      const progress = showProgress(options.json ?? false)
      try {
        const assessed = await assessStep(options, progress)
        const report = await deliverStep(assessed, options, progress)
        const guidelines = options.all ? await guidelinesStep(assessed, options, progress) : undefined
        const playbook = options.all ? playbookStep(assessed, options, progress) : undefined
        progress.end()
        print(
          { report, ...(guidelines ? { guidelines } : {}), ...(playbook ? { playbook } : {}) },
          [report, guidelines ?? '', playbook ?? ''].filter(Boolean),
          options.json,
        )
      } finally {
        progress.end()
      }
    })
}
