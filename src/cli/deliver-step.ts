import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Language } from '#base/language.ts'
import { openStrategy } from '#content/strategy.ts'
import { documentedKinds } from '#deliver/documented-matter.ts'
import { auditsOf, reviewsOf } from '#deliver/playbook-of-programme.ts'
import { makeGuideBook } from '#deliver/process-guides.ts'
import type { RoadmapMatter } from '#deliver/programme-matter.ts'
import type { SnapshotDocument, SnapshotMatter } from '#deliver/snapshot-matter.ts'
import { writeForms } from '#deliver/write-forms.ts'
import { formsOf, guidesOf } from '#deliver/write-from-snapshot.ts'
import { writeGuideBook } from '#deliver/write-guides.ts'
import { writeAnyDocument } from '#documented/write-document.ts'
import { servicesOf } from '#evidence/services-store.ts'
import { Plan } from '#roadmap/plan.ts'
import { RoadmapSchedule } from '#roadmap/roadmap-schedule.ts'
import { content } from './folders.ts'
import { type KeptDocuments, openDocuments } from './kept-documents.ts'
import { knowledge } from './knowledge.ts'
import type { Progress } from './progress.ts'
import type { Assessed, Options } from './steps.ts'

/** What may be told beside the options of every step: English without a language. awarenessFor: roles with commas; everybody without it. */
export type Named = Options & { organization?: string; awarenessFor?: string; language?: Language }

/** Opens the documents of a workspace on a snapshot of what it holds. */
export async function documentsStep(assessed: Assessed, options: Named): Promise<KeptDocuments> {
  const roles = (options.awarenessFor ?? '').split(',').map((role) => role.trim())
  const chosen = { roles: roles.filter((role) => role !== '') }
  return openDocuments(options.out, await matterOf(assessed, options), {
    chosen,
    language: options.language ?? 'en',
  })
}

/** Writes the gap report and gives its path; an older one stays until the new one is whole. */
export async function deliverStep(documents: KeptDocuments, options: Options, progress: Progress) {
  progress.tell('Writing the report')
  const [path = ''] = await writeOne(documents, options, ['gap report', 'gap-analysis-report.pdf'])
  return path
}

type OneFile = readonly [string, SnapshotDocument, string]

/** The other documents of one file, by the name under which the answer gives their paths. */
const others: readonly OneFile[] = [
  ['oscal', 'oscal', 'oscal.zip'],
  ['strategy', 'strategy framework', 'strategy-framework.pptx'],
  ['awareness', 'awareness deck', 'awareness-deck.pptx'],
]
const roadmap: OneFile = ['roadmap', 'implementation roadmap', 'implementation-roadmap.xlsx']
const reports: readonly OneFile[] = [
  ['playbook', 'playbook', 'improvement-playbook.pdf'],
  ['summary', 'executive summary', 'executive-summary.pdf'],
]

/**
 * Writes every other document; a roadmap only where one was planned. Gives the paths by their names. What is typeset comes
 * last: the typesetter keeps the memory that it took, and the others need theirs before.
 */
export async function otherDocumentsStep(
  documents: KeptDocuments,
  options: Options,
  progress: Progress,
): Promise<Readonly<Record<string, string>>> {
  progress.tell('Writing the process guidelines')
  const folder = resolve(options.out, 'process-guidelines')
  await documents.write('process guidelines', (origin) =>
    writeGuideBook(makeGuideBook(guidesOf(origin)), folder),
  )
  progress.tell('Writing the forms')
  const forms = resolve(options.out, 'forms')
  await documents.write('forms', (origin) => writeForms(formsOf(origin), forms))
  const paths: Record<string, string> = { guidelines: folder, forms }
  const hasRoadmap = documents.origin.snapshot.matter.programme.roadmap !== undefined
  paths['to sign'] = await toSign(documents, options, progress)
  for (const [name, kind, file] of [...others, ...(hasRoadmap ? [roadmap] : []), ...reports]) {
    progress.tell(`Writing: ${kind}`)
    const [path = ''] = await writeOne(documents, options, [kind, file])
    paths[name] = path
  }
  return paths
}

/** Writes what management signs into a folder of its own, and gives its path. */
async function toSign(documents: KeptDocuments, options: Options, progress: Progress): Promise<string> {
  progress.tell('Writing what management signs')
  mkdirSync(join(options.out, folderToSign), { recursive: true })
  for (const kind of documentedKinds)
    await writeOne(documents, options, [kind, `${folderToSign}/${kind.replaceAll(' ', '-')}.docx`])
  return resolve(options.out, folderToSign)
}

const folderToSign = 'to-sign'

/** Writes a document of one file; an older one stays until the new one is whole. */
function writeOne(
  documents: KeptDocuments,
  { out }: Options,
  [kind, name]: readonly [SnapshotDocument, string],
): Promise<readonly string[]> {
  return documents.write(kind, async (origin) => {
    const path = resolve(out, name)
    const scratch = `${path}.new`
    const { bytes } = await writeAnyDocument(kind, origin)
    writeFileSync(scratch, bytes)
    renameSync(scratch, path)
    return [path]
  })
}

/**
 * What a workspace holds of a snapshot: the assessment, and the roadmap where it was planned. Goals, money, risks, training and
 * registers are kept in the application, and the documents say that they are not here.
 */
async function matterOf(
  { assessment, collected, ingested, programme }: Assessed,
  options: Named,
): Promise<SnapshotMatter> {
  const roadmap = roadmapIn(options.out)
  return {
    assessment,
    evidence: collected,
    tickets: ingested,
    processes: { models: knowledge(options.out).models, services: await servicesOf(options.out) },
    programme: {
      organization: options.organization ?? programme.organization ?? '',
      madeOn: options.on ?? collected.dataUntil.slice(0, 10),
      version: collected.packVersion,
      ...(roadmap ? { roadmap } : {}),
    },
    improvement: { actions: [], audits: auditsOf(programme), reviews: reviewsOf(programme) },
    kpis: [],
    findings: [],
    registers: [],
    remedies: [],
    documented: {
      people: {},
      phases: openStrategy(content).phases.map(({ id }) => ({
        id,
        signedBy: undefined,
        signedOn: undefined,
      })),
      ...(roadmap ? { roadmap: { start: roadmap.schedule.start, finish: roadmap.schedule.finish } } : {}),
      audits: [],
      findings: [],
      reviews: [],
      actions: [],
      services: {},
    },
  }
}

/** The roadmap that "clausewise plan" left; undefined where nothing was planned. */
function roadmapIn(folder: string): RoadmapMatter | undefined {
  const [schedule, plan] = [join(folder, 'roadmap.json'), join(folder, 'roadmap.yaml')]
  if (!existsSync(schedule) || !existsSync(plan)) return undefined
  return {
    schedule: RoadmapSchedule.parse(JSON.parse(readFileSync(schedule, 'utf8'))),
    plan: Plan.parse(parse(readFileSync(plan, 'utf8'))),
    isStale: false,
  }
}
