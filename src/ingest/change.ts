import { join } from 'node:path'
import { type Built, lacksDerivable, settleStates, spanOf, suppliedColumns, writeCalendars } from './build.ts'
import {
  detailStatements,
  emptyTicketStage,
  finishTickets,
  rawEventView,
  stageTickets,
  ticketClocks,
  ticketHistory,
} from './canonical-sql.ts'
import {
  partTables,
  replaceTouched,
  stageOthers,
  touchedRows,
  touchedTickets,
  unstageOthers,
} from './change-sql.ts'
import { finishEvents } from './event-sql.ts'
import type { Progress } from './ingested.ts'
import { keyOf, type MadeFrom, type Making, marksOf, statesOf } from './made-from.ts'
import type { StateProposal } from './propose-states.ts'
import { measureQuality } from './quality.ts'
import type { Source } from './source.ts'
import { copyTables, type Workspace } from './store.ts'
import { text } from './value-sql.ts'

/** The tables with the tickets touched made anew, and the file that holds them; or why all has to be built. */
export type Changed = Readonly<{ built: Built; file: string }> | Readonly<{ anew: string }>

/** How large a part of all tickets is still cheaper to change than to build with the rest. */
const largestPart = 0.2

/**
 * Makes only those tickets anew of which rows came, beside a copy of the tables as they are. A ticket is made of its own rows
 * alone, by the same statements as all of them; what is not the matter of one ticket is asked of all again.
 */
export async function change(
  workspace: Workspace,
  making: Making,
  before: MadeFrom,
  progress: Progress,
): Promise<Changed> {
  const { duck } = workspace
  const known = new Set(before.sources.map(({ key }) => key))
  const added = making.sources.filter((source) => !known.has(keyOf(source)))
  const why = whyAnew(making, before, added)
  if (why !== undefined) return { anew: why }
  progress('Finding the tickets touched')
  const file = copyTables(workspace)
  if (file === undefined) return { anew: 'the tables were not closed' }
  await duck.run(`attach ${text(join(workspace.scratch, file))} as grown`)
  await duck.run("attach ':memory:' as part")
  try {
    await duck.run(touchedTickets(added, making.reading))
    if (await isMuch(workspace)) return { anew: 'the new rows touch many of the tickets' }
    await duck.run('use part')
    for (const statement of partTables(detailTables(making.sources))) await duck.run(statement)
    const parts = await partsOf(workspace, making, known)
    const states = await statesOfAll(workspace, making, parts)
    if (!agree(before, states)) return { anew: 'a status is read as another state than before' }
    progress('Changing the tickets touched')
    await makePart(workspace, making, parts)
    await duck.run('use grown')
    const span = await spanOf(workspace, making.mapping)
    await replace(workspace, detailTables(making.sources))
    const built = await aboutAll(workspace, making, { states, span }, progress)
    await duck.run('use events')
    await duck.run('checkpoint grown')
    return { built, file }
  } finally {
    await duck.run('use events')
    await duck.run('detach grown')
    await duck.run('detach part')
  }
}

/** What is no matter of single tickets, and so is only right where everything is built; nothing where a change will do. */
function whyAnew(making: Making, before: MadeFrom, added: readonly Source[]): string | undefined {
  const { statements, sources } = marksOf(making)
  const tickets = making.sources.filter(({ mapping }) => mapping.shape !== 'record')
  const told = making.sources
    .filter(({ mapping }) => mapping.shape === 'record')
    .map((one) => one.mapping.table)
  const mixed = ['ticket', 'event', 'sla_clock', ...detailTables(making.sources)]
  const reasons: readonly (readonly [boolean, string])[] = [
    [added.length === 0, 'no table was added'],
    [
      statements !== before.statements,
      'the program, the pack, the zone, the calendars, the targets or the end of the data changed',
    ],
    [
      before.sources.some(
        ({ key, reads }, place) => sources[place]?.key !== key || sources[place].reads !== reads,
      ),
      'a file is gone, or is read in another way',
    ],
    [added.some(({ mapping }) => mapping.shape === 'record'), 'records were added'],
    [
      new Set(['history', ...tickets.map(({ mapping }) => mapping.shape)]).size > 2,
      'tickets come from lists and logs together',
    ],
    [tickets.some(({ mapping }) => mapping.shape === 'history'), 'a history stands beside the list'],
    [told.some((table) => mixed.includes(table)), 'records and tickets fill one table'],
    [new Set(tickets.map(({ sha }) => sha)).size < tickets.length, 'several tables of one file hold tickets'],
    [
      isDerived(tickets) !== isDerived(tickets.filter((source) => !added.includes(source))),
      'the history now tells what a column told',
    ],
  ]
  return reasons.find(([holds]) => holds)?.[1]
}

async function isMuch({ duck }: Workspace): Promise<boolean> {
  const [{ touched = 0, tickets = 0 } = {}] = await duck.rows<{ touched: number; tickets: number }>(
    `select cast((select count(*) from touched) as integer) as touched, cast(count(*) as integer) as tickets from grown.canonical.ticket`,
  )
  return touched > tickets * largestPart
}

/** The sources of the tickets with only the rows of those touched. */
async function partsOf(
  { duck }: Workspace,
  { sources, reading }: Making,
  known: ReadonlySet<string>,
): Promise<readonly Source[]> {
  const parts: Source[] = []
  for (const [place, source] of ticketSources(sources).entries()) {
    const part = `touched_${place}`
    const isOld = known.has(keyOf(source))
    if (isOld) await duck.run(touchedRows(part, source, reading))
    parts.push(isOld ? { ...source, part } : source)
  }
  return parts
}

/** The states of every status of all rows: a proposal by place goes by the paths of all tickets. */
async function statesOfAll(
  workspace: Workspace,
  { sources, mapping, knowledge, reading }: Making,
  parts: readonly Source[],
): Promise<StateProposal[]> {
  const { duck } = workspace
  const lists = listsOf(parts)
  await duck.run(rawEventView(logsOf(sources), reading))
  await duck.run(emptyTicketStage)
  if (lists.length > 0) await duck.run(stageTickets(lists, reading))
  if (lists.length > 0) await duck.run(stageOthers)
  const states = await settleStates(workspace, mapping, knowledge, sources, false)
  await duck.run(unstageOthers)
  return states
}

/** Whether every status that was known before is read as before. */
function agree(before: MadeFrom, states: readonly StateProposal[]): boolean {
  const now = new Map(statesOf(states).map(([type, native, state]) => [`${type} ${native}`, state]))
  return before.states.every(([type, native, state]) => now.get(`${type} ${native}`) === state)
}

/** Makes the tickets touched, and only these, by the statements that make all. */
async function makePart({ duck }: Workspace, { reading }: Making, parts: readonly Source[]): Promise<void> {
  const logs = logsOf(parts)
  for (const statement of detailStatements(parts, reading)) await duck.run(statement)
  await duck.run(rawEventView(logs, reading))
  await duck.run(finishEvents(false, logs.length > 1))
  if (logs.length > 0) await duck.run(stageTickets(logs, reading))
  const derive = isDerived(parts)
  if (derive) await duck.run(ticketHistory)
  await duck.run(finishTickets(reading, parts, derive))
  await duck.run(ticketClocks)
}

/** Puts the part into its place, all of it at once. */
async function replace({ duck }: Workspace, details: readonly string[]): Promise<void> {
  await duck.run('begin')
  for (const table of ['event', 'ticket', 'sla_clock', ...details])
    for (const statement of replaceTouched(table)) await duck.run(statement)
  // The months of the last questions; a workspace that is built holds none.
  await duck.run('delete from grown.canonical.month')
  await duck.run('commit')
}

/** What is asked of all tickets, as if everything had been built; the hours of the calendars cover whole months. */
async function aboutAll(
  workspace: Workspace,
  { sources, mapping, reading }: Making,
  { states, span: before }: Readonly<{ states: StateProposal[]; span: Span }>,
  progress: Progress,
): Promise<Built> {
  const supplied = await suppliedColumns(workspace, sources, reading)
  const span = await spanOf(workspace, mapping)
  if (monthsOf(span) !== monthsOf(before)) {
    await workspace.duck.run('delete from canonical.calendar_hour')
    await writeCalendars(workspace, mapping, span, reading)
  }
  progress('Judging the data')
  const quality = await measureQuality(workspace, sources, states, false, reading)
  return { ...quality, states, supplied, data_from: span.from, data_until: span.until }
}

type Span = Awaited<ReturnType<typeof spanOf>>

function monthsOf({ from, until }: Span): string {
  return `${from.slice(0, 7)} ${until.slice(0, 7)}`
}

/** Whether the history of a ticket tells what a column of its source does not. */
function isDerived(tickets: readonly Source[]): boolean {
  return logsOf(tickets).length > 0 && lacksDerivable(tickets)
}

function logsOf(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ mapping }) => mapping.shape === 'log')
}

function listsOf(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ mapping }) => mapping.shape === 'list')
}

function ticketSources(sources: readonly Source[]): readonly Source[] {
  return [...listsOf(sources), ...logsOf(sources)]
}

/** The tables beside the tickets that their files fill. */
function detailTables(sources: readonly Source[]): readonly string[] {
  return [...new Set(sources.flatMap(({ mapping }) => Object.keys(mapping.also ?? {})))]
}
