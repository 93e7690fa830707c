import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { collectFolder, demandQuestions, packVersionOf } from '#evidence/collect-folder.ts'
import { readSettings, type Settings } from '#evidence/settings.ts'
import { readKept } from '#evidence/store.ts'
import { ingest } from '#ingest/ingest.ts'
import type { Ingested, Progress } from '#ingest/ingested.ts'
import { whyUnreadable } from '#ingest/inspect.ts'
import { archivedFiles, emptyWorkspace, hasCurrentEvents, openPreview } from '#ingest/store.ts'
import { NoTickets } from '#ingest/unanswered.ts'
import { askOwn } from '#monitoring/ask-own-store.ts'
import { knowledgeOf } from './knowledge-of.ts'
import type { AskTask, Came, DocumentsTask, OwnTask, PreviewTask, ReadTask, Task, WriteTask } from './task.ts'

/** Some of several files cannot be read at all. */
export class Unreadable extends Refusal {
  readonly files: readonly { input: string; message: string }[]

  constructor(files: readonly { input: string; message: string }[]) {
    super('invalid', files.map(({ message }) => message).join('\n'))
    this.name = 'Unreadable'
    this.files = files
  }
}

/** Does one task in this process. */
export function perform(task: Task, told: Progress, signal: AbortSignal): Promise<Came[Task['does']]> {
  switch (task.does) {
    case 'read':
      return read(task, told, signal)
    case 'ask':
      return ask(task, told, signal)
    case 'write':
    case 'documents':
      return write(task, told)
    case 'preview':
      return preview(task, told, signal)
    case 'own':
      return own(task)
  }
}

/** What writes documents is loaded by who writes one: whoever reads tickets would wait for it longer than for the rest. */
async function write(task: WriteTask | DocumentsTask, told: Progress): Promise<Came['write' | 'documents']> {
  const { writeDocument, writeDocuments } = await import('./write-document.ts')
  if (task.does === 'documents') return writeDocuments(task, told)
  told('Writing the document')
  return writeDocument(task)
}

async function read(task: ReadTask, told: Progress, signal: AbortSignal): Promise<Came['read']> {
  const { folder, inputs, without } = task
  const isEmpty = inputs.length === 0 && archivedFiles(folder).every(({ sha256 }) => without.includes(sha256))
  if (isEmpty) {
    emptyWorkspace(folder)
    return { isEmpty }
  }
  mkdirSync(task.uploads, { recursive: true })
  process.chdir(task.uploads)
  try {
    const ingested = await ingest(requestOf(task), knowledgeOf(task), told, signal)
    return { ingested, mapping: readFileSync(join(folder, 'mapping.yaml'), 'utf8') }
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof NoTickets || inputs.length < 2) throw error
    const unreadable = await unreadableOf(task, signal)
    throw unreadable.length > 0 && unreadable.length < inputs.length ? new Unreadable(unreadable) : error
  }
}

function requestOf({ folder, inputs, without, timezone, dayOrders, likelyZones, threads, memory }: ReadTask) {
  return {
    inputs,
    folder,
    without,
    dayOrders,
    likelyZones,
    threads,
    memory,
    ...(timezone === undefined ? {} : { timezone }),
  }
}

/** Which of the files are at fault, each looked at alone. */
async function unreadableOf({ folder, inputs }: ReadTask, signal: AbortSignal) {
  const scratch = join(folder, '.inspecting')
  try {
    const found: { input: string; message: string }[] = []
    for (const input of inputs) {
      const message = await whyUnreadable(input, scratch, signal)
      if (message !== undefined) found.push({ input, message })
    }
    return found
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** How many rows of a table a look at a mapping takes at most. */
const mostPreviewed = 50_000

/** Reads the archive by another mapping, in a workspace that is thrown away. */
async function preview(task: PreviewTask, told: Progress, signal: AbortSignal): Promise<Came['preview']> {
  const { folder, remove, isPart } = await openPreview(task.folder, task.mapping, mostPreviewed)
  try {
    const { threads, memory } = task
    const ingested = await ingest({ inputs: [], folder, threads, memory }, knowledgeOf(task), told, signal)
    return { ingested, isPart }
  } finally {
    remove()
  }
}

/** Asks about the events; those that are missing or were made by an older program are made anew from the archive. */
async function ask(task: AskTask, told: Progress, signal: AbortSignal): Promise<Came['ask']> {
  const { folder, content, threads, memory, period } = task
  if (!(await hasCurrentEvents(folder)))
    await ingest({ inputs: [], folder, threads, memory }, knowledgeOf(task), told, signal)
  const questions = demandQuestions(content)
  const settings = withFrozen(readSettings(join(folder, 'settings.yaml'), false, questions), task.frozen)
  return collectFolder(
    {
      folder,
      questions,
      models: knowledgeOf(task).models,
      ingested: readKept(folder, 'ingest.json') as Ingested, // written by ingest
      packVersion: packVersionOf(content),
      threads,
      memory,
      ...(period ? { period } : {}),
      ...(settings ? { settings } : {}),
    },
    told,
    signal,
  )
}

async function own({ folder, questions }: OwnTask): Promise<Came['own']> {
  return [...(await askOwn(folder, questions))].map(([kpi, answer]) => ({ kpi, ...answer }))
}

/** The settings of the organization over those baselines that stand still. */
function withFrozen(settings: Settings | undefined, frozen: AskTask['frozen']): Settings | undefined {
  if (frozen === undefined || Object.keys(frozen).length === 0) return settings
  const ids = new Set([...Object.keys(frozen), ...Object.keys(settings ?? {})])
  return Object.fromEntries([...ids].map((id) => [id, { ...frozen[id], ...settings?.[id] }]))
}
