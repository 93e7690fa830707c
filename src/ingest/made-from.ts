import { join } from 'node:path'
import { z } from 'zod'
import { createCanonical } from '#content/table.ts'
import {
  detailStatements,
  finishTickets,
  recordStatements,
  stageTickets,
  ticketClocks,
  ticketHistory,
} from './canonical-sql.ts'
import { finishEvents } from './event-sql.ts'
import { digest } from './file-answers.ts'
import type { Knowledge } from './ingested.ts'
import type { Mapping } from './mapping.ts'
import type { StateProposal } from './propose-states.ts'
import { type Reading, rawEvents, type Source } from './source.ts'
import { eventsFile, hasCurrentEvents, type Workspace } from './store.ts'
import { text } from './value-sql.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What the tables of a workspace were made from: by which statements, of which files, and in which state each status was read. */
export const MadeFrom = z.strictObject({
  statements: z.string(),
  sources: z.array(z.strictObject({ key: z.string(), reads: z.string() })).readonly(),
  states: z.array(z.tuple([z.string(), z.string(), z.string()])).readonly(),
  answers: z.record(z.string(), z.array(z.record(z.string(), Value)).readonly()),
})
export type MadeFrom = Readonly<z.infer<typeof MadeFrom>>

/** What every table of this run is made from, whichever files there are. */
export type Making = Readonly<{
  sources: readonly Source[]
  mapping: Mapping
  knowledge: Knowledge
  reading: Reading
}>

/**
 * Two runs with the same marks make the same of the same rows: the marks are taken of the statements themselves, so that a
 * change of the program, the pack, the zone, the calendars, the targets or the mapping shows in them.
 */
export function marksOf({
  sources,
  mapping,
  knowledge,
  reading,
}: Making): Pick<MadeFrom, 'statements' | 'sources'> {
  const { calendars, targets, data_until = '' } = mapping
  return {
    statements: digest([
      ...createCanonical(reading.tables),
      finishEvents(false, true),
      ticketHistory,
      finishTickets(reading, [], true),
      ticketClocks,
      JSON.stringify([knowledge.models, calendars, targets, data_until]),
    ]),
    sources: sources.map((source) => ({ key: keyOf(source), reads: readsOf(source, reading) })),
  }
}

/** Which table of which file a source is. */
export function keyOf({ sha, mapping }: Source): string {
  return `${sha} ${mapping.file}`
}

function readsOf(source: Source, reading: Reading): string {
  const { table, shape } = source.mapping
  // Where the archive lies is nothing about its rows.
  const here = [{ ...source, path: '' }]
  if (shape === 'record') return digest([table, ...recordStatements(table, here, reading)])
  const raw = here.map((each) => (shape === 'list' ? '' : rawEvents(each, 0, reading)))
  const staged = shape === 'history' ? '' : stageTickets(here, reading)
  return digest([shape, ...raw, staged, ...detailStatements(here, reading)])
}

/** What the tables that are in the workspace now were made from; nothing where they are not there, in use, or of an older program. */
export async function readMadeFrom({ duck, folder }: Workspace): Promise<MadeFrom | undefined> {
  const path = join(folder, eventsFile)
  if (!(await hasCurrentEvents(folder))) return undefined
  await duck.run(`attach ${text(path)} as kept (read_only)`)
  const has = await duck.rows(
    `select table_name from duckdb_tables() where database_name = 'kept' and table_name = 'made_from'`,
  )
  const [made] =
    has.length > 0 ? await duck.rows<{ said: string }>('select said from kept.main.made_from') : []
  await duck.run('detach kept')
  return MadeFrom.safeParse(JSON.parse(made?.said ?? 'null')).data
}

/** Keeps with the tables, in their file in the scratch folder, what they were made from. */
export async function keepMadeFrom(
  { duck, scratch }: Workspace,
  file: string,
  made: MadeFrom,
): Promise<void> {
  const isOpen = file === eventsFile
  if (!isOpen) await duck.run(`attach ${text(join(scratch, file))} as made`)
  const table = isOpen ? 'main.made_from' : 'made.main.made_from'
  await duck.run(`create or replace table ${table} as select ${text(JSON.stringify(made))} as said`)
  if (!isOpen) await duck.run('detach made')
}

/** The states as they are compared: type, status and state. */
export function statesOf(states: readonly StateProposal[]): MadeFrom['states'] {
  return states.map(({ type, native, state }) => [type, native, state])
}
