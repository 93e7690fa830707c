import type { Command } from 'commander'
import { withFolder, withMachine, withPeriod } from './command-options.ts'
import { printCollected } from './print.ts'
import { showProgress } from './progress.ts'
import { collectStep, type Options } from './steps.ts'

/** clausewise collect: asks every check and measure, and writes the evidence pack. */
export function addCollect(program: Command, signal: AbortSignal): void {
  const command = program
    .command('collect')
    .description('Ask every check and measure about a period, and write the evidence pack')
  withMachine(withPeriod(withFolder(command))).action(async (options: Options & { json?: boolean }) => {
    const progress = showProgress(options.json ?? false)
    try {
      const collected = await collectStep(options, progress, signal)
      progress.end()
      printCollected(collected, options)
    } finally {
      progress.end()
    }
  })
}
