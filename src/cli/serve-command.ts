import type { Command } from 'commander'

/** clausewise serve: the application in the browser. */
export function addServe(program: Command, signal: AbortSignal): void {
  program
    .command('serve')
    .description('Open the application: pages and API, on this machine unless set otherwise')
    .option('--data <folder>', 'where everything is kept (CLAUSEWISE_DATA, else work/data of the project)')
    .action(async ({ data }: { data?: string }) => {
      // Loaded here only: the other commands need no server and start faster without.
      const { serve, usualFolder } = await import('#server/serve.ts')
      const folder = data ?? (process.env.CLAUSEWISE_DATA || usualFolder)
      await serve({ folder, signal, say: (line) => process.stdout.write(`${line}\n`) })
    })
}
