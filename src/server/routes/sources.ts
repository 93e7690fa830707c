import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { toPage } from '#api/page.ts'
import { type ImportDetail, type ImportView, type SourceView, sourcesApi } from '#api/sources.ts'
import { Refusal } from '#base/refusal.ts'
import { type ImportHead, type KeptImport, listImports, readImport } from '#ingest/import-store.ts'
import type { CountedProblem } from '#ingest/ingested.ts'
import {
  addSource,
  answer,
  knownSource,
  listSources,
  removeSource,
  type UploadedFile,
} from '#ingest/source-store.ts'
import type { Handlers } from '../call.ts'
import { placeInTime } from '../cursor.ts'
import { jobView } from '../job-view.ts'
import { openQuestions } from '../open-questions-store.ts'
import { land } from '../source-upload.ts'
import { uploadsOf } from '../workshop.ts'

const handlers: Handlers<typeof sourcesApi> = {
  'GET /api/organizations/:organization/sources': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const found = await listSources(tx, placeInTime(query.cursor), query.limit + 1)
      return toPage(found, query.limit, sourceView, ({ uploadedAt, id }) => [uploadedAt.toISOString(), id])
    }),
  'POST /api/organizations/:organization/sources': async ({ world, actor, query, request }) => {
    const folder = uploadsOf(world, actor.organization)
    const landed = await land(request, folder, world.largestUpload)
    try {
      return await world.records.within(actor, async (tx) => {
        const items: SourceView[] = []
        for (const file of landed) {
          const known = await knownSource(tx, file.sha256)
          if (known)
            throw new Refusal(
              'conflict',
              `${file.name} holds the same as ${known.name}, which was uploaded on ${known.uploadedAt.toISOString().slice(0, 10)}. Nothing was kept twice.`,
            )
          items.push(sourceView(await addSource(tx, actor, file, world.now())))
        }
        if (query.start === 'later') return { items }
        return { items, job: jobView(await world.jobs.ask(tx, actor, 'ingest')) }
      })
    } catch (error) {
      for (const { id } of landed) rmSync(join(folder, id), { recursive: true, force: true })
      throw error
    }
  },
  'GET /api/organizations/:organization/sources/questions': ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({ items: [...(await openQuestions(tx))] })),
  'PUT /api/organizations/:organization/sources/questions': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      for (const given of body.answers) {
        if (given.about === 'timezone') demandZone(given.answer)
        await answer(tx, actor, { file: '', ...given }, world.now())
      }
      return { job: jobView(await world.jobs.ask(tx, actor, 'ingest')) }
    }),
  'DELETE /api/organizations/:organization/sources/:source': async ({ world, actor, params }) => {
    const { job, isGone } = await world.records.within(actor, async (tx) => {
      const mustRebuild = await removeSource(tx, actor, params.source, world.now())
      return {
        job: mustRebuild ? await world.jobs.ask(tx, actor, 'ingest') : undefined,
        isGone: !mustRebuild,
      }
    })
    if (isGone)
      rmSync(join(uploadsOf(world, actor.organization), params.source), { recursive: true, force: true })
    return job ? { job: jobView(job) } : {}
  },
  'GET /api/organizations/:organization/imports': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const found = await listImports(tx, placeInTime(query.cursor), query.limit + 1)
      return toPage(found, query.limit, importView, ({ readAt, id }) => [readAt.toISOString(), id])
    }),
  'POST /api/organizations/:organization/imports': ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({ job: jobView(await world.jobs.ask(tx, actor, 'ingest')) })),
  'GET /api/organizations/:organization/imports/:import': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const kept = await readImport(tx, params.import)
      if (!kept) throw new Refusal('not-found', 'There is no such import.')
      return importDetail(kept)
    }),
}

export const sources = { endpoints: sourcesApi, handlers }

function sourceView({ uploadedAt, ...file }: UploadedFile): SourceView {
  return { ...file, uploadedAt: uploadedAt.toISOString() }
}

function importView({ readAt, ...head }: ImportHead): ImportView {
  return { ...head, readAt: readAt.toISOString() }
}

function importDetail({ mapping, ingested, ...head }: KeptImport): ImportDetail {
  return {
    ...importView(head),
    mapping,
    readFiles: ingested.files.map(({ read_as, is_new, ...file }) => ({
      ...file,
      readAs: read_as,
      isNew: is_new,
    })),
    counts: ingested.counts,
    states: [...ingested.states],
    problemList: ingested.problems.map((problem) => problemView(problem)),
  }
}

/** A problem as the API tells it. */
export function problemView({ code, level, message, where, count, sample }: CountedProblem) {
  return {
    code,
    level,
    message,
    file: where.file,
    column: where.column,
    count,
    sample: [...sample],
  }
}

function demandZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch (error) {
    throw new Refusal('invalid', `There is no time zone "${zone}". Name it as Europe/Paris or UTC.`, {
      cause: error,
    })
  }
}
