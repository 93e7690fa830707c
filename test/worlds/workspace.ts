import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import type { ProcessModel } from '#content/process.ts'
import { type Duck, openDuck } from '#db/duck.ts'
import { collect, type Gathered } from '#evidence/collect.ts'
import { writePack } from '#evidence/pack-store.ts'
import { closeEvents, openEvents } from '#evidence/store.ts'
import { ingest } from '#ingest/ingest.ts'
import type { Ingested, Knowledge, Request } from '#ingest/ingested.ts'

/** A workspace in a folder of its own, removed by `remove`. */
export type TestWorkspace = Readonly<{ folder: string; ingested: Ingested; remove: () => void }>

/** Reads files into a new workspace. */
export async function ingestInto(
  inputs: readonly string[],
  more: Partial<Request> = {},
  knowledge: Knowledge = readKnowledge('content'),
): Promise<TestWorkspace> {
  const base = mkdtempSync(join(tmpdir(), 'clausewise-test-'))
  const folder = join(base, 'workspace')
  const ingested = await ingest({ inputs, folder, ...more }, knowledge, () => {})
  return { folder, ingested, remove: () => rmSync(base, { recursive: true, force: true }) }
}

/** Asks every question of the pack about a workspace, and writes its evidence pack where asked to. */
export async function collectFrom(
  { folder, ingested }: Pick<TestWorkspace, 'folder' | 'ingested'>,
  withPack = false,
  models?: readonly ProcessModel[],
): Promise<Gathered> {
  const opened = await openEvents(folder)
  try {
    const questions = readQuestions('content')
    const gathered = await collect(
      opened,
      { questions, models: models ?? readKnowledge('content').models, ingested, packVersion: 'test' },
      () => {},
    )
    if (withPack) await writePack(opened, questions, gathered, () => {})
    return gathered
  } finally {
    closeEvents(opened)
  }
}

/** The tables of a workspace, for questions of a test. */
export function tablesOf({ folder }: Pick<TestWorkspace, 'folder'>): Promise<Duck> {
  return openDuck(join(folder, 'events.duckdb'))
}

/** The folder with the real logs, beside the project; empty text where it is absent. */
export const realData = new URL('../../../shared/data/', import.meta.url).pathname
