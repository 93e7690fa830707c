import type { Command } from 'commander'
import { withFolder, withStatements } from './command-options.ts'
import { deliverStep, formsStep, guidelinesStep, oscalStep, playbookStep } from './deliver-step.ts'
import { print } from './print.ts'
import { programmeStep } from './programme-step.ts'
import { showProgress } from './progress.ts'
import { assessStep, type Options } from './steps.ts'

/** What --all writes beside the report, by the name under which the answer gives its path. */
const others = {
  guidelines: guidelinesStep,
  forms: formsStep,
  playbook: playbookStep,
  oscal: oscalStep,
} as const

/** What may be told to deliver. */
type Delivered = Options & { json?: boolean; organization?: string; all?: boolean; awarenessFor?: string }

/** clausewise deliver: writes the documents from what is kept. */
export function addDeliver(program: Command): void {
  const command = program.command('deliver').description('Write the documents from the kept results')
  withStatements(withFolder(command))
    .option('--organization <name>', 'name on the cover')
    .option(
      '--all',
      'every document: also guidelines, forms, playbook, strategy framework, awareness deck, roadmap, summary and OSCAL',
    )
    .option(
      '--awareness-for <roles>',
      'whom the awareness deck is for: desk, engineer, owner, with commas; everybody without it',
    )
    .action(async (options: Delivered) => {
      const progress = showProgress(options.json ?? false)
      try {
        const assessed = await assessStep(options, progress)
        const paths: Record<string, string> = { report: await deliverStep(assessed, options, progress) }
        if (options.all)
          for (const [name, step] of Object.entries(others))
            paths[name] = await step(assessed, options, progress)
        if (options.all) Object.assign(paths, await programmeStep(assessed, options, progress))
        progress.end()
        print(paths, Object.values(paths), options.json)
      } finally {
        progress.end()
      }
    })
}
