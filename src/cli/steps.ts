import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Assessment, assess } from '#assessment/assess.ts'
import { ConfirmedRating, problemsOfRatings } from '#assessment/confirmed-rating.ts'
import { type Programme, parseProgramme, programmeTemplate } from '#assessment/programme.ts'
import type { Statement } from '#assessment/statement.ts'
import { describe, type Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { type Catalogue, readCatalogue } from '#content/catalogue.ts'
import { parseYaml } from '#content/read.ts'
import { countDemanded } from '#content/standard.ts'
import { collectFolder, demandQuestions, packVersionOf } from '#evidence/collect-folder.ts'
import { Collected } from '#evidence/collected.ts'
import { readSettings } from '#evidence/settings.ts'
import { keep, readKept } from '#evidence/store.ts'
import { ingest } from '#ingest/ingest.ts'
import type { Ingested } from '#ingest/ingested.ts'
import type { DayOrder } from '#ingest/mapping.ts'
import { content, edition, existingWorkspace } from './folders.ts'
import { knowledge } from './knowledge.ts'
import type { Progress } from './progress.ts'
import { writeOnce } from './write-once.ts'

/** What every step may be told on the command line. */
export type Options = Readonly<{
  out: string
  mapping?: string
  timezone?: string
  dayOrder?: DayOrder
  from?: string
  to?: string
  settings?: string
  statements?: string
  programme?: string
  ratings?: string
  on?: string
  threads?: number
  memory?: string
}>

/** Reads tickets into the workspace. */
export function ingestStep(
  inputs: readonly string[],
  options: Options,
  progress: Progress,
  signal: AbortSignal,
): Promise<Ingested> {
  const { out, mapping, timezone, dayOrder, threads, memory } = options
  const request = {
    inputs,
    folder: out,
    ...(mapping === undefined ? {} : { mapping }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
  }
  return ingest(request, knowledge(out), progress.tell, signal)
}

/** Asks every check and measure, keeps the results, and writes the evidence pack. */
export async function collectStep(
  options: Options,
  progress: Progress,
  signal: AbortSignal,
): Promise<Collected> {
  const folder = existingWorkspace(options.out)
  const questions = demandQuestions(content)
  const ingested = readKept(folder, 'ingest.json') as Ingested
  const settings = readSettings(
    options.settings ?? join(options.out, 'settings.yaml'),
    options.settings !== undefined,
    questions,
  )
  const period = periodOf(options, ingested)
  return collectFolder(
    {
      folder,
      questions,
      models: knowledge(folder).models,
      ingested,
      packVersion: packVersionOf(content),
      ...(period ? { period } : {}),
      ...(settings ? { settings } : {}),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      ...(options.memory === undefined ? {} : { memory: options.memory }),
    },
    progress.tell,
    signal,
  )
}

function periodOf({ from, to }: Options, ingested: Ingested): { from: string; to: string } | undefined {
  if (from === undefined && to === undefined) return undefined
  const period = {
    from: from ?? `${ingested.data_from.slice(0, 7)}-01`,
    to: to ?? ingested.data_until.slice(0, 10),
  }
  for (const day of Object.values(period)) {
    if (!z.iso.date().safeParse(day).success)
      throw new Refusal('invalid', `"${day}" is not a day. Write it as 2026-03-01.`)
  }
  if (period.from >= period.to)
    throw new Refusal(
      'invalid',
      `The period from ${period.from} to ${period.to} holds no day. --to is the day after the last one.`,
    )
  return period
}

/** What an assessment stands on, beside the tickets. */
export type Assessed = Readonly<{
  assessment: Assessment
  catalogue: Catalogue
  collected: Collected
  ingested: Ingested
  programme: Programme
  statements: readonly Statement[]
  problems: readonly Problem[]
}>

/** Says what results, statements and programme facts mean, and keeps it as assessment.json. */
export async function assessStep(options: Options, progress: Progress): Promise<Assessed> {
  const folder = existingWorkspace(options.out)
  const kept = readKept(folder, 'results.json')
  if (kept === undefined)
    throw new Refusal('not-found', `${folder} holds no results yet. Run: clausewise collect --out ${folder}`)
  progress.tell('Assessing')
  const { data: collected } = Collected.safeParse(kept)
  if (collected === undefined)
    throw new Refusal(
      'conflict',
      `The results in ${folder} are those of another version of this program. Run: clausewise collect --out ${folder}`,
    )
  const ingested = readKept(folder, 'ingest.json') as Ingested
  const catalogue = readCatalogue(edition)
  writeOnce(join(folder, 'programme.yaml'), programmeTemplate())
  const on = options.on ?? collected.dataUntil.slice(0, 10)
  const answers = await answersOf(options, catalogue, on)
  const { programme, problems } = programmeOf(options)
  const { ratings, problems: wrongRatings } = ratingsOf(options, catalogue)
  const assessment = assess({
    requirements: catalogue.requirements,
    results: collected.results,
    statements: answers.statements,
    ratings,
    programme,
    requiredDocuments: countDemanded(catalogue.documents),
    on,
  })
  keep(folder, 'assessment.json', assessment)
  return {
    assessment,
    catalogue,
    collected,
    ingested,
    programme,
    statements: answers.statements,
    problems: [...answers.problems, ...problems, ...wrongRatings],
  }
}

async function answersOf(options: Options, { requirements }: Catalogue, on: string) {
  const inFolder = ['questionnaire.xlsx', 'questionnaire.yaml']
    .map((name) => join(options.out, name))
    .find((path) => existsSync(path))
  if (options.statements !== undefined && !existsSync(options.statements))
    throw new Refusal('not-found', `There is no questionnaire ${options.statements}.`)
  const path = options.statements ?? inFolder
  if (path === undefined) return { statements: [], problems: [] }
  const { readQuestionnaire } = await import('./questionnaire-file.ts')
  return readQuestionnaire(path, { on, requirements })
}

function programmeOf(options: Options): { programme: Programme; problems: readonly Problem[] } {
  const path = options.programme ?? join(options.out, 'programme.yaml')
  if (!existsSync(path)) throw new Refusal('not-found', `There is no programme file ${path}.`)
  const { programme, problems } = parseProgramme(parse(readFileSync(path, 'utf8')), path)
  if (!programme) throw new Refusal('invalid', problems.map((problem) => describe(problem)).join('\n'))
  return { programme, problems }
}

function ratingsOf(
  options: Options,
  { requirements }: Catalogue,
): { ratings: readonly ConfirmedRating[]; problems: readonly Problem[] } {
  const path = options.ratings ?? join(options.out, 'ratings.yaml')
  if (!existsSync(path)) {
    if (options.ratings) throw new Refusal('not-found', `There is no ratings file ${path}.`)
    return { ratings: [], problems: [] }
  }
  const { value, problems } = parseYaml(readFileSync(path, 'utf8'), z.array(ConfirmedRating), path)
  if (!value) throw new Refusal('invalid', problems.map((problem) => describe(problem)).join('\n'))
  return { ratings: value, problems: problemsOfRatings(requirements, value, path) }
}
