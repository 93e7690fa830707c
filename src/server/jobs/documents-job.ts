import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { AskedDocuments, documentsOfSet, documentsToSign } from '#api/documents.ts'
import { readSnapshot, type Snapshot } from '#assessment/snapshot-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openGuides } from '#content/guides.ts'
import { isDocumented } from '#deliver/documented-matter.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import { demandReadable, mayReadAll } from '#documented/frozen-store.ts'
import { keepDocument, type MadeDocument } from '#evidence/document-store.ts'
import { pathOfFile } from '#registers/file-store.ts'
import { chosenOf } from '../chosen-documents.ts'
import type { Job } from '../job-store.ts'
import { makeRoom } from '../memory-sweep.ts'
import {
  type DocumentPlan,
  matterText,
  type PlannedDocument,
  planDocuments,
  snapshotName,
} from '../plan-documents.ts'
import { snapshotAsItStands } from '../take-snapshot.ts'
import { type Tx, type Workshop, workspaceOf } from '../workshop.ts'
import { inChild, TaskRefused, type Watching } from './child.ts'
import { derivedId } from './derived-id.ts'
import { openDataJob } from './open-data-job.ts'
import { machine, type Performed } from './performed.ts'
import { isAboutServiceReports, serviceReportJob } from './service-report-job.ts'
import type { WrittenDocument } from './task.ts'

/** What each kind of document is called, and the ending of its file. */
const forms: Readonly<Record<SnapshotDocument, Readonly<{ title: string; ending: string }>>> = {
  'gap report': { title: 'Gap analysis report', ending: 'pdf' },
  'process guidelines': { title: 'Process guidelines', ending: 'docx' },
  playbook: { title: 'Continuous improvement playbook', ending: 'pdf' },
  'strategy framework': { title: 'Service management strategy framework', ending: 'pptx' },
  oscal: { title: 'OSCAL: catalog, results, plan of action', ending: 'zip' },
  'implementation roadmap': { title: 'Implementation roadmap', ending: 'xlsx' },
  'business case': { title: 'Business case', ending: 'xlsx' },
  'executive summary': { title: 'Executive summary', ending: 'pdf' },
  'awareness deck': { title: 'ISO/IEC 20000-1 awareness', ending: 'pptx' },
  forms: { title: 'Forms to fill in', ending: 'zip' },
  'difference report': { title: 'What changed', ending: 'pdf' },
  'scope statement': { title: 'Scope statement', ending: 'docx' },
  'service management policy': { title: 'Service management policy', ending: 'docx' },
  'service management plan': { title: 'Service management plan', ending: 'docx' },
  'documented information': { title: 'Documented information', ending: 'docx' },
  'service level agreement': { title: 'Service level agreement', ending: 'docx' },
  'internal audit plan': { title: 'Internal audit plan', ending: 'docx' },
  'internal audit report': { title: 'Internal audit report', ending: 'docx' },
  'management review pack': { title: 'Management review pack', ending: 'docx' },
}

/** Writes documents from one snapshot and from nothing else; what is kept under the same key is not written again. */
export async function documentsJob(
  shop: Workshop,
  job: Job,
  watching: Watching,
  signal: AbortSignal,
): Promise<Performed> {
  if (isAboutServiceReports(job)) return serviceReportJob(shop, job, watching, signal)
  // A job that was asked for before there were kinds is about the report.
  const asked = AskedDocuments.parse(job.asked)
  try {
    if (asked.kind === 'open data') return await openDataJob(shop, job, watching, signal)
    const kinds = asked.kind === 'whole set' ? wholeSetFor(job.actor) : [asked.kind]
    if (kinds.some(isDocumented)) demandReadable(job.actor)
    const wanted = await shop.records.within(job.actor, (tx) => wantedOf(tx, shop, job, { ...asked, kinds }))
    return await write(shop, job, { wanted, watching, signal })
  } catch (error) {
    if (error instanceof TaskRefused || error instanceof Refusal)
      return { ending: { state: 'refused', message: error.message } }
    throw error
  }
}

/** All documents; those that management signs only for whoever may read all that stands in them. */
function wholeSetFor(actor: Actor): readonly SnapshotDocument[] {
  return mayReadAll(actor) ? [...documentsOfSet, ...documentsToSign] : documentsOfSet
}

type Asked = Pick<AskedDocuments, 'snapshot' | 'since' | 'language' | 'roles' | 'guide' | 'subject'> &
  Readonly<{ kinds: readonly SnapshotDocument[] }>

async function wantedOf(tx: Tx, shop: Workshop, job: Job, asked: Asked) {
  const { snapshot, since, kinds, language } = asked
  return {
    kinds,
    language,
    chosen: chosenOf(asked),
    organization: job.organization,
    since: since === undefined ? undefined : await readSnapshot(tx, since),
    snapshot: await readSnapshot(tx, snapshot ?? (await snapshotAsItStands(tx, shop, job.actor)).id),
  }
}

type Writing = Readonly<{
  wanted: Awaited<ReturnType<typeof wantedOf>>
  watching: Watching
  signal: AbortSignal
}>

async function write(shop: Workshop, job: Job, { wanted, watching, signal }: Writing): Promise<Performed> {
  const plan = await shop.records.within(job.actor, (tx) => planDocuments(tx, shop, wanted))
  const [drawn, typeset] = inTwoRuns(
    plan.documents.filter(({ known, refused }) => !known && refused === undefined),
  )
  const open = [...drawn, ...typeset]
  if (open.length >= many) makeRoom()
  const from = (before: number): Watching => ({
    ...watching,
    told: (stage, done) => watching.told(stage, done === undefined ? done : before + done, open.length),
  })
  const written = [
    ...(await writeOpen(shop, job, { wanted, plan, signal, open: drawn, watching: from(0) })),
    ...(await writeOpen(shop, job, { wanted, plan, signal, open: typeset, watching: from(drawn.length) })),
  ]
  const made = open.flatMap((planned, at) => madeOf(shop, job, { wanted, planned, written: written[at] }))
  const refused = [
    ...plan.documents.flatMap(({ kind, refused: why }) => (why === undefined ? [] : [{ kind, why }])),
    ...written.flatMap((one) => ('refused' in one ? [{ kind: one.kind, why: one.refused }] : [])),
  ]
  const documents = [...plan.documents.flatMap(({ known }) => known ?? []), ...made]
  const [first] = documents
  if (!first)
    return {
      ending: { state: 'refused', message: refused.map(({ why }) => why).join(' ') || 'Nothing to write.' },
    }
  const outcome = {
    document: first.id,
    bytes: first.bytes,
    snapshot: wanted.snapshot.id,
    documents: documents.map(({ id, kind }) => ({ id, kind })),
    kept: documents.length - made.length,
    ...missingIn(written),
    refused,
  }
  return { ending: { state: 'done', outcome }, keep: (tx) => keep(tx, job, made, wanted.snapshot) }
}

/** So many documents are worth a collection of garbage before the process that writes them takes its memory. */
const many = 5

/**
 * What one process writes, and what another does after it: the typesetter needs as much as all others, and would find it taken.
 * The guidelines need most of these, so they come first.
 */
function inTwoRuns(
  documents: readonly PlannedDocument[],
): readonly [readonly PlannedDocument[], readonly PlannedDocument[]] {
  const isTypeset = ({ kind }: PlannedDocument) => forms[kind].ending === 'pdf'
  const isLongest = ({ kind }: PlannedDocument) => kind === 'process guidelines'
  const drawn = documents.filter((one) => !isTypeset(one))
  return [
    [...drawn.filter(isLongest), ...drawn.filter((one) => !isLongest(one))],
    documents.filter(isTypeset),
  ]
}

/** How much a document that management signs lacks before it can be approved, where it is the only one. */
function missingIn(written: readonly WrittenDocument[]): { missing?: number } {
  const [only] = written.length === 1 ? written : []
  return only && 'sha256' in only && only.missing !== undefined ? { missing: only.missing } : {}
}

/** Has the documents that are not kept yet written by a process of its own, from one file. */
async function writeOpen(
  shop: Workshop,
  job: Job,
  {
    wanted,
    plan,
    open,
    watching,
    signal,
  }: Writing & Readonly<{ plan: DocumentPlan; open: readonly PlannedDocument[] }>,
): Promise<readonly WrittenDocument[]> {
  if (open.length === 0) return []
  const workspace = workspaceOf(shop, job.organization)
  const folder = join(workspace, 'documents')
  mkdirSync(folder, { recursive: true })
  const input = join(folder, `.${job.id}.json`)
  const writes = open.map(({ kind, template }, at) => ({
    kind,
    path: join(folder, `.${job.id}.${at}`),
    template: template && {
      path: pathOfFile(shop.folder, job.organization, template),
      title: forms[kind].title,
    },
  }))
  try {
    const text = await shop.records.within(job.actor, (tx) => inputText(tx, wanted, plan, open))
    writeFileSync(input, text, { mode: 0o600 })
    const place = { folder: workspace, content: shop.content, ...machine }
    const written = await inChild({ ...place, does: 'documents', input, writes }, watching, signal)
    for (const [at, one] of written.entries())
      if ('sha256' in one)
        renameSync(writes[at]?.path ?? '', join(folder, `${one.sha256}.${forms[one.kind].ending}`))
    return written
  } finally {
    for (const path of [input, ...writes.map((one) => one.path)]) rmSync(path, { force: true })
  }
}

async function inputText(
  tx: Tx,
  { snapshot, since, language, chosen }: Writing['wanted'],
  { brand }: DocumentPlan,
  open: readonly PlannedDocument[],
): Promise<string> {
  const kinds = open.map(({ kind }) => kind)
  const opened = async (head: Snapshot) =>
    `{"name":${JSON.stringify(snapshotName(head))},"matter":${await matterText(tx, head, kinds)}}`
  const fields = [
    `"snapshot":${await opened(snapshot)}`,
    ...(since ? [`"since":${await opened(since)}`] : []),
    `"language":${JSON.stringify(language)}`,
    ...(chosen ? [`"chosen":${JSON.stringify(chosen)}`] : []),
    ...(brand ? [`"brand":${JSON.stringify(brand)}`] : []),
  ]
  return `{${fields.join(',')}}`
}

type Made = Readonly<{
  wanted: Writing['wanted']
  planned: PlannedDocument
  written: WrittenDocument | undefined
}>

function madeOf(shop: Workshop, job: Job, { wanted, planned, written }: Made): readonly MadeDocument[] {
  if (!written || 'refused' in written) return []
  const { kind, origin } = planned
  const { title, ending } = forms[kind]
  const { snapshot, since } = wanted
  const guide = openGuides(shop.content).guides.find(({ id }) => id === wanted.chosen?.guide)
  const about = since ? `snapshot ${since.number} to ${snapshot.number}` : snapshot.frozenAt.slice(0, 10)
  return [
    {
      id: wanted.kinds.length === 1 ? job.id : derivedId(job.id, kind),
      kind,
      title: `${written.title ?? [title, guide?.title].filter(Boolean).join(': ')}, ${about}`,
      collectionId: snapshot.frozen.collection?.id,
      baselineId: snapshot.baseline,
      path: `${written.sha256}.${ending}`,
      sha256: written.sha256,
      bytes: written.bytes,
      madeBy: job.askedBy,
      madeAt: shop.now(),
      origin,
    },
  ]
}

async function keep(tx: Tx, job: Job, made: readonly MadeDocument[], { number }: Snapshot): Promise<void> {
  for (const document of made) {
    if (!(await keepDocument(tx, job.organization, document))) continue
    const { id, kind, title, sha256, origin } = document
    const after = { kind, title, sha256, snapshot: number, key: origin?.key }
    await append(tx, job.actor, { action: 'make', kind: 'document', id, after })
  }
}
