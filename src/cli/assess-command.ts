import type { Command } from 'commander'
import { withFolder, withStatements } from './command-options.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'
import { assessStep, type Options } from './steps.ts'
import { summarize } from './summary.ts'

/** clausewise assess: proposes a rating per requirement and shows readiness. */
export function addAssess(program: Command): void {
  const command = program
    .command('assess')
    .description('Propose a rating per requirement, with gates and readiness')
  withStatements(withFolder(command)).action(async (options: Options & { json?: boolean }) => {
    const assessed = await assessStep(options, showProgress(true))
    print(assessed.assessment, [summarize(assessed)], options.json)
  })
}
