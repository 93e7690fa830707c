import { resolve } from 'node:path'
import type { Command } from 'commander'
import { dataFolder, dataOption } from './data-folder.ts'
import { print } from './print.ts'

type Options = { to: string; data?: string; json?: boolean }

/** clausewise backup --to FILE: everything of an installation in one file, while people go on working. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Write all records, archives and attachments into one file; the server may go on running')
    .requiredOption('--to <file>', 'the file to write; one that is there is never written over')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async ({ to, data, json }: Options) => {
      const { backUp } = await import('#server/backup.ts')
      const { reachRecords } = await import('#server/reach.ts')
      const folder = await dataFolder(data)
      const made = await reachRecords(folder, (url) => backUp(url, folder, resolve(to), new Date()))
      const lines = [
        `${made.path}: ${made.rows.toLocaleString('en')} rows, ${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB`,
        `It holds everything, secrets too: keep it as safe as the data. Its SHA-256: ${made.sha256}`,
      ]
      print(made, lines, json)
    })
}

/** clausewise restore FILE: puts a backup in the place of what is there, once all of it was found whole. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'a file that clausewise backup wrote')
    .description('Put a backup in the place of what is there; stop the server first')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async (file: string, { data, json }: Omit<Options, 'to'>) => {
      const { restore } = await import('#server/restore.ts')
      const made = await restore(resolve(file), await dataFolder(data), new Date())
      const lines = [
        `Restored ${made.rows.toLocaleString('en')} rows and ${made.files} files of ${made.madeAt}; every audit trail holds.`,
        ...(made.kept ? [`What was there before is kept in ${made.kept}`] : []),
      ]
      print(made, lines, json)
    })
}
