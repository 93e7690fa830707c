import { join } from 'node:path'
import { demandMay } from '#access/actor.ts'
import { chosenBrand } from '#access/brand-store.ts'
import type { DocumentKind } from '#api/documents.ts'
import { openState } from '#assessment/state-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import type { OpenDataInput } from '#deliver/open-data.ts'
import type { ProgrammeMatter } from '#deliver/programme-matter.ts'
import { packVersionOf } from '#evidence/collect-folder.ts'
import { openLatestCollection } from '#evidence/collection-store.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import type { Job } from '../job-store.ts'
import { readOpenData } from '../open-data-store.ts'
import { readProgrammeMatter } from '../programme-matter-store.ts'
import { type Tx, type Workshop, workspaceOf } from '../workshop.ts'
import { plannedRemedies, playbookMatter } from './playbook-matter.ts'
import { watchedKpis } from './playbook-watched.ts'
import { isAboutProgramme, type OscalMatter, type PlaybookMatter, type ReportMatter } from './task.ts'

/** What one document is made from, and what it stands on. */
export type DocumentMatter = Readonly<{
  input: ReportMatter | PlaybookMatter | ProgrammeMatter | OscalMatter | OpenDataInput
  madeOn: string
  collection: string | undefined
  baseline: string | undefined
}>

async function openDataOf(tx: Tx, shop: Workshop, job: Job): Promise<DocumentMatter> {
  demandMay(job.actor, 'manage settings')
  const now = shop.now().toISOString()
  const input = await readOpenData(tx, now)
  return { input, madeOn: now.slice(0, 10), collection: undefined, baseline: undefined }
}

/** Reads what a kind of document is made from; most are refused while there is no evidence. */
export async function matterOf(
  tx: Tx,
  shop: Workshop,
  job: Job,
  kind: DocumentKind,
): Promise<DocumentMatter> {
  if (kind === 'open data') return openDataOf(tx, shop, job)
  const library = openLibrary(shop.content)
  const latest = await openLatestCollection(tx)
  const now = shop.now()
  const state = await openState(tx, library, { organization: job.organization, now })
  const found = {
    collection: latest?.id,
    baseline: state.baseline?.id,
    madeOn: now.toISOString().slice(0, 10),
  }
  const brand = await chosenBrand(tx)
  if (kind === 'playbook') {
    const version = packVersionOf(shop.content)
    const watched = await watchedKpis(tx, shop, job.organization)
    return {
      ...found,
      input: await playbookMatter(tx, {
        state,
        latest,
        version,
        brand,
        watched,
        actor: job.actor,
        madeOn: found.madeOn,
      }),
    }
  }
  if (isAboutProgramme(kind)) {
    const reading = { organization: job.organization, content: shop.content, now }
    return { ...found, input: await readProgrammeMatter(tx, reading) }
  }
  const imported = await readLatestImport(tx)
  if (!latest || !imported || latest.collected.results.length === 0)
    throw new Refusal('not-found', 'There is no evidence yet to write about. Upload tickets first.')
  if (kind === 'oscal') {
    const { collected, packVersion: version } = latest
    const { assessment, organization } = state
    const remedies = await plannedRemedies(tx)
    return {
      ...found,
      input: {
        organization: organization.name,
        madeOn: found.madeOn,
        version,
        collected,
        assessment,
        remedies,
      },
    }
  }
  const own = join(workspaceOf(shop, job.organization), 'processes')
  const { models } = withOwnProcesses(openKnowledge(shop.content), own)
  return {
    ...found,
    input: {
      organization: state.organization.name,
      ingested: imported.ingested,
      collected: latest.collected,
      assessment: state.assessment,
      models: models.map(({ id, title, clause }) => ({ id, title, clause })),
      version: latest.packVersion,
      madeOn: found.madeOn,
      brand,
    },
  }
}
