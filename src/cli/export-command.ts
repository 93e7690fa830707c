import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '#base/refusal.ts'
import { dataFolder, dataOption } from './data-folder.ts'
import { print } from './print.ts'

type Options = { all: true; organization: string; to: string; data?: string; json?: boolean }

/** clausewise export --all: everything an organization wrote, as plain CSV and JSON in one zip file. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('Write everything an organization wrote as CSV and JSON into one zip file')
    .requiredOption('--all', 'every register, statement, rating, plan, case, decision, and the audit trail')
    .requiredOption('--organization <name>', 'its name, or its id')
    .requiredOption('--to <file>', 'the file to write; one that is there is never written over')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async ({ organization, to, data, json }: Options) => {
      const path = resolve(to)
      if (existsSync(path)) throw new Refusal('conflict', `${path} is there already. Name another file.`)
      const { exportAll } = await import('#server/export-all.ts')
      const { reachRecords } = await import('#server/reach.ts')
      const folder = await dataFolder(data)
      const made = await reachRecords(folder, (url) => exportAll(url, organization, new Date()))
      writeFileSync(path, made.bytes, { flag: 'wx', mode: 0o600 })
      const { name, tables, rows, sha256 } = made
      print(
        { path, organization: name, tables, rows, bytes: made.bytes.length, sha256 },
        [
          `${path}: ${rows.toLocaleString('en')} rows of ${tables} tables of ${name}`,
          `Its SHA-256: ${sha256}`,
        ],
        json,
      )
    })
}
