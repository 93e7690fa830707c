import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { archive, countDistinct, distinctValues } from './archive.ts'
import { type Built, build } from './build.ts'
import { change } from './change.ts'
import { flattenObjects, isObjectPart } from './flatten-objects.ts'
import { listInputs, stage } from './formats/stage.ts'
import type { CountedProblem, Ingested, Knowledge, Progress, Request } from './ingested.ts'
import { keepMadeFrom, type MadeFrom, type Making, marksOf, readMadeFrom, statesOf } from './made-from.ts'
import { always, type DayOrder, type FileMapping, type Mapping, officeHours } from './mapping.ts'
import { mappingText, readMapping } from './mapping-text.ts'
import { checkWords } from './mapping-words.ts'
import { nameOf } from './name-of.ts'
import type { StateProposal } from './propose-states.ts'
import { recognize } from './recognize.ts'
import type { Reading } from './source.ts'
import {
  type Archived,
  abandon,
  commit,
  eventsFile,
  openWorkspace,
  parquetPath,
  type Workspace,
} from './store.ts'
import { NoTickets } from './unanswered.ts'
import { type Understood, understand } from './understand.ts'
import { checkZone, checkZones } from './zones.ts'

/** Reads files into a workspace: archives them, proposes a mapping, and fills the canonical tables; all or nothing. */
export async function ingest(
  request: Request,
  knowledge: Knowledge,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Ingested> {
  const inputs = await listInputs(request.inputs)
  const opened = await openWorkspace(request.folder, {
    ...(request.threads === undefined ? {} : { threads: request.threads }),
    ...(request.memory === undefined ? {} : { memory: request.memory }),
  })
  const interrupt = () => opened.duck.connection.interrupt()
  signal?.addEventListener('abort', interrupt)
  try {
    const settled = readMapping(
      request.mapping ?? `${request.folder}/mapping.yaml`,
      request.mapping !== undefined,
    )
    if (settled) checkWords(settled, knowledge)
    const before = await readMadeFrom(opened)
    const workspace: Workspace = { ...opened, answers: { kept: before?.answers ?? {}, given: {} } }
    const { archived, problems } = await take(workspace, inputs, request.without ?? [], progress, signal)
    const reading: Reading = {
      tables: knowledge.tables,
      recognition: knowledge.recognition,
      zone: request.timezone ?? settled?.timezone,
      types: settled?.types ?? {},
    }
    await checkZone(workspace, reading.zone)
    progress('Understanding columns')
    const understood = await understandAll(workspace, archived, settled, request, reading)
    const zoneProblems = await checkZones(workspace, understood, reading.zone, request.likelyZones ?? [])
    const mapping = mappingOf(settled, reading.zone, understood)
    signal?.throwIfAborted()
    const making = { sources: understood.map((each) => each.source), mapping, knowledge, reading }
    const { built, file } = await makeTables(workspace, making, before, progress)
    await keepMadeFrom(workspace, file, {
      ...marksOf(making),
      states: statesOf(built.states),
      answers: workspace.answers.given,
    })
    const known = new Set(workspace.archived.map(({ sha256, table }) => `${sha256} ${table}`))
    const ingested: Ingested = {
      ...built,
      files: archived.map((each, place) =>
        fileLine(each, understood[place], !known.has(`${each.sha256} ${each.table}`)),
      ),
      problems: [...problems, ...understood.flatMap((each) => each.problems), ...zoneProblems]
        .map(once)
        .concat(built.problems),
      timezone: reading.zone,
    }
    signal?.throwIfAborted()
    progress('Keeping the workspace')
    const text = mappingText(
      { ...mapping, states: { ...mapping.states, ...settledStates(built.states) } },
      built.states,
    )
    const files = { 'mapping.yaml': text, 'ingest.json': `${JSON.stringify(ingested, null, 1)}\n` }
    commit(workspace, archived, { files, tables: file })
    return ingested
  } catch (error) {
    abandon(opened, opened.duck)
    throw signal?.aborted ? signal.reason : explained(error, request.folder)
  } finally {
    signal?.removeEventListener('abort', interrupt)
  }
}

/** The canonical tables: with only the tickets touched made anew where that comes to the same, built from nothing otherwise. */
async function makeTables(
  workspace: Workspace,
  making: Making,
  before: MadeFrom | undefined,
  progress: Progress,
): Promise<{ built: Built; file: string }> {
  if (before !== undefined) {
    const changed = await change(workspace, making, before, progress)
    if ('built' in changed) return changed
    progress(`Building everything: ${changed.anew}`)
  }
  const { sources, mapping, knowledge, reading } = making
  return { built: await build(workspace, sources, mapping, knowledge, reading, progress), file: eventsFile }
}

/** The mapping of this run: what a person settled, and what was proposed for the rest. */
function mappingOf(
  settled: Mapping | undefined,
  zone: string | undefined,
  understood: readonly Understood[],
): Mapping {
  return {
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(settled?.data_until === undefined ? {} : { data_until: settled.data_until }),
    calendars: settled?.calendars ?? { default: officeHours, always },
    targets: settled?.targets ?? [],
    files: understood.map((each) => each.mapping),
    types: settled?.types ?? {},
    states: settled?.states ?? {},
  }
}

/** Stages and archives what is new; what the archive already holds is not read again. */
async function take(
  workspace: Workspace,
  inputs: readonly string[],
  without: readonly string[],
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<{ archived: Archived[]; problems: Problem[] }> {
  const problems: Problem[] = []
  const archived: Archived[] = workspace.archived.filter(({ sha256 }) => !without.includes(sha256))
  for (const [place, input] of inputs.entries()) {
    signal?.throwIfAborted()
    progress(`Reading ${input.split('/').at(-1)}`, place, inputs.length)
    const staging = await stage(input, `${workspace.scratch}/staged`, signal)
    problems.push(...staging.problems)
    for (const table of staging.tables) {
      const isKept = archived.some((each) => each.sha256 === table.sha256 && each.table === table.name)
      if (!isKept) archived.push(await archive(workspace, table))
    }
  }
  archived.push(...(await flattenObjects(workspace, archived)))
  const rejected = archived.filter(({ rejected_count }) => rejected_count > 0)
  for (const each of rejected) {
    problems.push({
      code: 'ingest.unreadable-row',
      level: 'warning',
      message: `${each.rejected_count} rows cannot be read (${each.rejected[0]?.message ?? 'wrong number of fields'}) and were left out. Correct the quoting there and import again.`,
      where: { file: each.file, line: each.rejected[0]?.line },
    })
  }
  return { archived, problems }
}

async function understandAll(
  workspace: Workspace,
  archived: readonly Archived[],
  settled: Mapping | undefined,
  request: Request,
  reading: Reading,
): Promise<Understood[]> {
  const understood: Understood[] = []
  for (const each of archived) {
    const path = parquetPath(workspace, each)
    const name = nameOf(each)
    const given =
      settled?.files.find(({ file }) => file === name) ?? (isObjectPart(each) ? ignored(name) : undefined)
    const proposed =
      given ??
      (await recognize({ name, columns: each.columns }, reading, {
        count: (column) => countDistinct(workspace, path, column),
        values: (column) => distinctValues(workspace, path, column),
      }))
    const mapping = proposed ?? ignored(name)
    const order = mapping.day_order ?? orderFor(name, request)
    const ordered: FileMapping = order ? { ...mapping, day_order: order } : mapping
    const result = await understand(workspace, each, path, ordered, reading)
    const problems = proposed ? result.problems : [...result.problems, unrecognized(each)]
    understood.push({ ...result, problems })
  }
  if (!understood.some(({ mapping }) => mapping.shape === 'list' || mapping.shape === 'log')) {
    throw new NoTickets(
      `None of the files holds tickets that are recognized (${archived.map(({ file }) => file).join(', ')}). A ticket list needs a number and a date of opening, an event log a number, a time and a status. Write a mapping file and name it with --mapping.`,
    )
  }
  return understood
}

/** What was said about the order of day and month: for this file, else for all. */
function orderFor(name: string, { dayOrder, dayOrders }: Request): DayOrder | undefined {
  return dayOrders?.[name] ?? dayOrder
}

function ignored(name: string): FileMapping {
  return { file: name, table: 'ignore', shape: 'record', columns: {} }
}

function unrecognized({ file, table, rows }: Archived): Problem {
  return {
    code: 'ingest.not-recognized',
    level: 'warning',
    message: `the table ${table} (${rows} rows) is not recognized and was left out. Say in the mapping file which table it is.`,
    where: { file },
  }
}

function settledStates(states: readonly StateProposal[]): Record<string, Record<string, string>> {
  const types = [...new Set(states.map(({ type }) => type))]
  return Object.fromEntries(
    types.map((type) => [
      type,
      Object.fromEntries(
        states.filter((each) => each.type === type).map(({ native, state }) => [native, state]),
      ),
    ]),
  )
}

function fileLine(
  each: Archived,
  understood: Understood | undefined,
  isNew: boolean,
): Ingested['files'][number] {
  const { file, table, sha256, format, rows } = each
  const mapping = understood?.mapping
  return {
    file: file.split(/[/\\]/).at(-1) ?? file,
    table,
    sha256,
    format,
    rows,
    read_as: mapping?.table ?? 'ignore',
    shape: mapping?.shape ?? 'record',
    type: mapping?.type,
    is_new: isNew,
  }
}

function once(problem: Problem): CountedProblem {
  return { ...problem, count: 1, sample: [] }
}

/** A full disk says so in words; everything else passes as it is. */
function explained(error: unknown, folder: string): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (/ENOSPC|No space left|not enough space|Could not write/i.test(message)) {
    return new Refusal(
      'invalid',
      `The disk that holds ${folder} is full. Nothing was changed. Free some space, or name another folder with --out.`,
      { cause: error },
    )
  }
  return error
}
