import type { Command } from 'commander'
import { dataFolder, dataOption } from './data-folder.ts'
import { print } from './print.ts'

type Options = { data?: string; json?: boolean }

/** clausewise verify: whether everything that was written down is still what was written; exit code 1 when it is not. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Verify every audit trail, archive and attachment; ends with 1 when something was altered')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async ({ data, json }: Options) => {
      const { verify } = await import('#server/verify.ts')
      const { reachRecords } = await import('#server/reach.ts')
      const folder = await dataFolder(data)
      const found = await reachRecords(folder, (url) => verify(url, folder))
      const { organizations, entries, archives, attachments, wrong } = found
      const looked = `${organizations} organizations: ${entries} entries of the audit trail, ${archives} archived files, ${attachments} attachments`
      print(found, [...wrong.map((one) => `! ${one}`), `${looked}; ${wrong.length} wrong`], json)
      if (wrong.length > 0) process.exitCode = 1
    })
}

/** clausewise status: what the running server says of itself. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('Ask the running server how it is')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async ({ data, json }: Options) => {
      const { askServer } = await import('#server/ask-server.ts')
      const { StatusView } = await import('#api/status.ts')
      const { state, details } = StatusView.parse(await askServer(await dataFolder(data), '/api/status'))
      const lines = details
        ? [
            `${state}, since ${details.startedAt}, ${details.memoryMb} MB`,
            `${details.organizations} organizations, schema ${details.schema}, ${details.waitingEvents} events waiting`,
          ]
        : [state]
      print({ state, ...details }, lines, json)
    })
}
