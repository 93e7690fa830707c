import { type Command, InvalidArgumentError, Option } from 'commander'
import { languageCodes } from '#base/language.ts'
import { demandLanguage } from '#content/sentences.ts'

/** The option every command has: the workspace folder. */
export function withFolder(command: Command): Command {
  return command
    .requiredOption('-o, --out <dir>', 'workspace folder: archive, results, documents')
    .option('--json', 'machine-readable output, no progress bar')
}

/** How files are read. */
export function withReading(command: Command): Command {
  return command
    .option('-m, --mapping <file>', 'mapping file (default: the one in the workspace, else one is proposed)')
    .option(
      '--timezone <zone>',
      'zone of times that carry none, and of days in the report, such as Europe/Paris',
    )
    .addOption(
      new Option('--day-order <order>', 'order of numeric dates where the data leave it open').choices([
        'day first',
        'month first',
      ]),
    )
}

/** Which period is asked about, and with which settings. */
export function withPeriod(command: Command): Command {
  return command
    .option('--from <day>', 'first day of the period (default: the first month of the data)')
    .option('--to <day>', 'the day after the last one')
    .option(
      '--settings <file>',
      "the organization's own thresholds and limits (default: settings.yaml in the workspace)",
    )
}

/** What persons said. */
export function withStatements(command: Command): Command {
  return command
    .option(
      '--statements <file>',
      'filled questionnaire, .xlsx or .yaml (default: questionnaire.xlsx in the workspace)',
    )
    .option('--programme <file>', 'facts that no ticket holds (default: programme.yaml in the workspace)')
    .option('--ratings <file>', 'confirmed ratings (default: ratings.yaml in the workspace)')
    .option('--on <day>', 'day of the assessment (default: the last day of the data)')
}

/** In which language documents are written; one that is none of ours is refused before anything is read. */
export function withLanguage(command: Command): Command {
  return command.option(
    '--language <code>',
    `language of the documents: ${languageCodes.join(', ')} (default: en)`,
    demandLanguage,
  )
}

/** What the machine may use. */
export function withMachine(command: Command): Command {
  return command
    .option('--threads <n>', 'threads', whole)
    .option('--memory <size>', 'memory limit of the engine, such as 2GB')
}

function whole(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number from 1.')
  return number
}
