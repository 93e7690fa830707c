import { Command } from 'commander'
import { addAssess } from './assess-command.ts'
import { addBackup, addRestore } from './backup-command.ts'
import { addCase } from './case-command.ts'
import { addCollect } from './collect-command.ts'
import { addDeliver } from './deliver-command.ts'
import { exitCodes, exitFor } from './exit.ts'
import { addExport } from './export-command.ts'
import { addIngest } from './ingest-command.ts'
import { addKpis } from './kpis-command.ts'
import { addPeople } from './people-command.ts'
import { addPlan } from './plan-command.ts'
import { addQuestionnaire } from './questionnaire-command.ts'
import { addRoadmap } from './roadmap-command.ts'
import { addRun } from './run-command.ts'
import { addServe } from './serve-command.ts'
import { addStrategy } from './strategy-command.ts'
import { addTechnology } from './technology-command.ts'
import { addStatus, addVerify } from './verify-command.ts'

const program = new Command('clausewise')
  .description('From the tickets you already have to an auditor-ready ISO/IEC 20000-1 gap report.')
  .showHelpAfterError('Say --help after a command to see what it takes.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.refused))
  .enablePositionalOptions()
  .configureHelp({ sortSubcommands: false })

const stop = new AbortController()
process.once('SIGINT', () => stop.abort(new DOMException('stopped', 'AbortError')))
process.once('SIGTERM', () => stop.abort(new DOMException('stopped', 'AbortError')))

const commands = [
  addServe,
  addRun,
  addIngest,
  addCollect,
  addAssess,
  addQuestionnaire,
  addDeliver,
  addPlan,
  addExport,
  addBackup,
  addRestore,
  addCase,
  addStrategy,
  addRoadmap,
  addPeople,
  addTechnology,
  addKpis,
  addVerify,
  addStatus,
]
for (const add of commands) add(program, stop.signal)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitFor(error, process.argv.includes('--json'))
}
