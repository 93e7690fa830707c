import { z } from 'zod'
import { append } from '#access/trail-store.ts'
import { followChecks } from '#audit/follow-checks-store.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import { readFrozenBaselines } from '#monitoring/baseline-store.ts'
import type { OwnAnswer } from '#monitoring/library.ts'
import { readOwn } from '#monitoring/own-kpi-store.ts'
import { watchCollection } from '#monitoring/watch-store.ts'
import { keepExperience } from '#service-level/level-store.ts'
import { readExperience } from '#service-level/pack-store.ts'
import type { Job } from '../job-store.ts'
import { keepAfterEvidence, readAfterEvidence } from '../story-levels-store.ts'
import { watchOne } from '../watch-clock.ts'
import { watchingOf } from '../watching.ts'
import { type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, TaskCutOff, TaskRefused, type Watching } from './child.ts'
import { machine, type NextJob, type Performed } from './performed.ts'

const Asked = z.object({ period: z.object({ from: z.string(), to: z.string() }).optional() })

/** What a story has written once there is evidence: its service reports, and the summary, with a snapshot of everything. */
const afterFirstEvidence: readonly NextJob[] = ['service reports', 'executive summary'].map((kind) => ({
  kind: 'documents',
  asked: { kind },
}))

/** Asks every check and measure, and keeps what they say as a new collection. */
export async function collectJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  const { period } = Asked.parse(job.asked)
  const { library } = watchingOf(shop, job.organization)
  const frozen = await shop.records.within({ organization: job.organization }, (tx) =>
    readFrozenBaselines(tx, library),
  )
  try {
    const collected = await inChild(
      {
        does: 'ask',
        folder: workspaceOf(shop, job.organization),
        content: shop.content,
        frozen,
        ...(period ? { period } : {}),
        ...machine,
      },
      watching,
      signal,
    )
    const own = await askOwnKpis(shop, job, watching, signal)
    await watchOne(shop, job.organization)
    const experience = await readExperience(workspaceOf(shop, job.organization))
    const verdicts = (verdict: string) => collected.results.filter((one) => one.verdict === verdict).length
    const outcome = {
      collection: job.id,
      pass: verdicts('pass'),
      fail: verdicts('fail'),
      inconclusive: verdicts('inconclusive'),
    }
    const at = shop.now()
    const told = await shop.records.within(job.actor, readAfterEvidence)
    return {
      ending: { state: 'done', outcome },
      ...(told ? { next: afterFirstEvidence } : {}),
      keep: async (tx) => {
        const importId = (await readLatestImport(tx))?.id
        const about = { organization: job.organization, id: job.id, importId, at, by: job.askedBy }
        const isNew = await keepCollection(tx, about, collected)
        const watched = await watchCollection(tx, job.actor, watchingOf(shop, job.organization), own)
        if (isNew)
          await keepExperience(tx, { organization: job.organization, collection: job.id }, experience)
        if (told) await keepAfterEvidence(tx, job.actor, told)
        const { dataHash, packVersion } = collected
        const after = { ...outcome, watched, period: collected.period, dataHash, packVersion }
        await append(tx, job.actor, { action: 'collect', kind: 'collection', id: job.id, after })
        if (isNew) await followChecks(tx, job.actor, job.id, at)
      },
    }
  } catch (error) {
    if (!(error instanceof TaskRefused)) throw error
    return { ending: { state: 'refused', message: error.message } }
  }
}

/** Asks the organization's own KPIs about what was just collected; where they cannot be asked the collection stands without them. */
async function askOwnKpis(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, OwnAnswer>> {
  const questions = await shop.records.within({ organization: job.organization }, readOwn)
  if (questions.length === 0) return new Map()
  const folder = workspaceOf(shop, job.organization)
  const asked = questions.map(({ kpi, sql, answers }) => ({ kpi, sql, answers }))
  const task = { does: 'own', folder, content: shop.content, questions: asked, ...machine } as const
  const answers = await inChild(task, watching, signal).catch((error: unknown) => {
    if (error instanceof TaskCutOff)
      return asked.map(({ kpi }) => ({ kpi, points: [], because: 'It took too much memory.' }))
    throw error
  })
  return new Map(answers.map(({ kpi, ...answer }) => [kpi, answer]))
}
