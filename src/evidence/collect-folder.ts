import { join } from 'node:path'
import { z } from 'zod'
import { describe } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { type Questions, readQuestions } from '#content/pack.ts'
import type { ProcessModel } from '#content/process.ts'
import { readYaml } from '#content/read.ts'
import type { Ingested } from '#ingest/ingested.ts'
import { collect } from './collect.ts'
import type { Collected } from './collected.ts'
import { writePack } from './pack-store.ts'
import type { Period } from './period.ts'
import type { Settings } from './settings.ts'
import { closeEvents, keep, openCopy } from './store.ts'

/** What is asked of a workspace: its folder, the questions, and what was read into it. */
export type Asked = Readonly<{
  folder: string
  questions: Questions
  models: readonly ProcessModel[]
  ingested: Ingested
  packVersion: string
  period?: Period
  settings?: Settings
  threads?: number
  memory?: string
}>

type Told = (stage: string, done?: number, of?: number) => void

/** Asks every check and measure about a workspace, and writes its evidence pack. */
export async function collectFolder(asked: Asked, told: Told, signal?: AbortSignal): Promise<Collected> {
  const { folder, questions, threads, memory, ...collection } = asked
  const opened = await openCopy(folder, {
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
  })
  const stop = () => opened.duck.connection.interrupt()
  signal?.addEventListener('abort', stop)
  try {
    const gathered = await collect(opened, { questions, ...collection }, told)
    signal?.throwIfAborted()
    await writePack(opened, questions, gathered, (done, of) => told('Evidence pack', done, of))
    signal?.throwIfAborted()
    keep(folder, 'results.json', gathered.collected)
    return gathered.collected
  } finally {
    closeEvents(opened)
    signal?.removeEventListener('abort', stop)
  }
}

/** The questions of a pack; a pack with a problem is not asked. */
export function demandQuestions(content: string): Questions {
  const questions = readQuestions(content)
  if (questions.problems.length > 0) {
    throw new Refusal(
      'invalid',
      `The content pack has problems:\n${questions.problems.map((problem) => describe(problem)).join('\n')}`,
    )
  }
  return questions
}

const Pack = z.object({ name: z.string(), version: z.string() })

/** The version of a content pack, as it is kept with every collection. */
export function packVersionOf(content: string): string {
  return readYaml(join(content, 'pack.yaml'), Pack).value?.version ?? ''
}
