import { Command } from 'commander'
import { exitCodes, exitFor } from './exit.ts'
import { version } from './folders.ts'

const program = new Command('clausewise')
  .description('From the tickets you already have to an auditor-ready ISO/IEC 20000-1 gap report.')
  .version(version)
  .showHelpAfterError('Say --help after a command to see what it takes.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.refused))
  .enablePositionalOptions()
  .configureHelp({ sortSubcommands: false })

const stop = new AbortController()
process.once('SIGINT', () => stop.abort(new DOMException('stopped', 'AbortError')))
process.once('SIGTERM', () => stop.abort(new DOMException('stopped', 'AbortError')))

/** What each command needs is loaded when it is called: together they load some 1,500 files. */
const commands = {
  serve: async () => (await import('./serve-command.ts')).addServe,
  run: async () => (await import('./run-command.ts')).addRun,
  ingest: async () => (await import('./ingest-command.ts')).addIngest,
  collect: async () => (await import('./collect-command.ts')).addCollect,
  assess: async () => (await import('./assess-command.ts')).addAssess,
  questionnaire: async () => (await import('./questionnaire-command.ts')).addQuestionnaire,
  deliver: async () => (await import('./deliver-command.ts')).addDeliver,
  plan: async () => (await import('./plan-command.ts')).addPlan,
  export: async () => (await import('./export-command.ts')).addExport,
  backup: async () => (await import('./backup-command.ts')).addBackup,
  restore: async () => (await import('./backup-command.ts')).addRestore,
  case: async () => (await import('./case-command.ts')).addCase,
  strategy: async () => (await import('./strategy-command.ts')).addStrategy,
  roadmap: async () => (await import('./roadmap-command.ts')).addRoadmap,
  people: async () => (await import('./people-command.ts')).addPeople,
  technology: async () => (await import('./technology-command.ts')).addTechnology,
  kpis: async () => (await import('./kpis-command.ts')).addKpis,
  verify: async () => (await import('./verify-command.ts')).addVerify,
  status: async () => (await import('./verify-command.ts')).addStatus,
} as const

const called = process.argv[2] ?? ''
const isKnown = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name)
const wanted = isKnown(called) ? [commands[called]] : Object.values(commands)
for (const load of wanted) (await load())(program, stop.signal)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitFor(error, process.argv.includes('--json'))
}
