import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { askQuestions } from '#assessment/questionnaire.ts'
import { Refusal } from '#base/refusal.ts'
import { readCatalogue } from '#content/catalogue.ts'
import { withFolder } from './command-options.ts'
import { edition } from './folders.ts'
import { print } from './print.ts'

type QuestionnaireOptions = Readonly<{
  out: string
  quick?: boolean
  format: 'xlsx' | 'yaml'
  json?: boolean
}>

/** clausewise questionnaire: writes the questions that no ticket can answer. */
export function addQuestionnaire(program: Command): void {
  const command = program
    .command('questionnaire')
    .description('Write the questionnaire for people to fill in; the next assess or run reads it')
    .option('--quick', 'only the short first scan')
    .addOption(new Option('--format <format>', 'workbook or text').choices(['xlsx', 'yaml']).default('xlsx'))
  withFolder(command).action(async ({ out, quick, format, json }: QuestionnaireOptions) => {
    const path = join(out, `questionnaire.${format}`)
    if (existsSync(path))
      throw new Refusal('conflict', `${path} is there already, perhaps filled in. Move it away first.`)
    mkdirSync(out, { recursive: true })
    const { writeQuestionnaire } = await import('./questionnaire-file.ts')
    const rows = askQuestions(readCatalogue(edition).requirements, quick ? 'quick scan' : 'all')
    await writeQuestionnaire(path, rows)
    print({ path, questions: rows.length }, [`${rows.length} questions: ${path}`], json)
  })
}
