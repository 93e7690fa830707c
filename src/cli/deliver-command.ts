import type { Command } from 'commander'
import { withFolder, withLanguage, withStatements } from './command-options.ts'
import { deliverStep, documentsStep, type Named, otherDocumentsStep } from './deliver-step.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { assessStep } from './steps.ts'

/** clausewise deliver: writes the documents from what is kept. */
export function addDeliver(program: Command): void {
  const command = program.command('deliver').description('Write the documents from the kept results')
  withLanguage(withStatements(withFolder(command)))
    .option('--organization <name>', 'name on the cover')
    .option(
      '--all',
      'every document: also guidelines, forms, what management signs, playbook, strategy framework, awareness deck, roadmap, summary and OSCAL',
    )
    .option(
      '--awareness-for <roles>',
      'whom the awareness deck is for: desk, engineer, owner, with commas; everybody without it',
    )
    .action(async (options: Named & { json?: boolean; all?: boolean }) => {
      const progress = showProgress(options.json ?? false)
      try {
        const assessed = await assessStep(options, progress)
        const documents = await documentsStep(assessed, options)
        const others = options.all ? await otherDocumentsStep(documents, options, progress) : {}
        const paths = { report: await deliverStep(documents, options, progress), ...others }
        progress.end()
        print(paths, Object.values(paths), options.json)
      } finally {
        progress.end()
      }
    })
}
