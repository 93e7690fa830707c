import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chosenBrand } from '#access/brand-store.ts'
import { listTemplates, type TemplateRevision } from '#access/template-store.ts'
import { missingParts, readTexts } from '#assessment/snapshot-parts-store.ts'
import type { Snapshot, SnapshotHead } from '#assessment/snapshot-store.ts'
import type { Brand, TemplateKind } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import { brandHash, type Chosen, documentKey } from '#deliver/document-key.ts'
import { documentedKinds } from '#deliver/documented-matter.ts'
import {
  demandParts,
  partsOfDocument,
  type SnapshotDocument,
  type SnapshotName,
} from '#deliver/snapshot-matter.ts'
import { templateVersion } from '#deliver/write-version.ts'
import { documentsByKey, type MadeDocument, type MadeFrom } from '#evidence/document-store.ts'
import { type Tx, type Workshop, workspaceOf } from './workshop.ts'

/** Documents that are wanted from one snapshot; since: the earlier one of a difference. */
export type WantedDocuments = Readonly<{
  organization: string
  kinds: readonly SnapshotDocument[]
  snapshot: Snapshot
  since?: Snapshot | undefined
  language: Language
  chosen?: Chosen | undefined
}>

/** One of them: what it is a function of, and the file that is kept of it, or why there can be none. */
export type PlannedDocument = Readonly<{
  kind: SnapshotDocument
  origin: MadeFrom
  known: MadeDocument | undefined
  refused: string | undefined
  /** The organization's own file that it is put into. */
  template: TemplateRevision | undefined
}>
export type DocumentPlan = Readonly<{ documents: readonly PlannedDocument[]; brand: Brand | undefined }>

/** The documents that can be put into a template of the organization, and which; a zip file of documents, each of them. */
const templateOf: Readonly<Partial<Record<SnapshotDocument, TemplateKind>>> = {
  ...Object.fromEntries(documentedKinds.map((kind) => [kind, 'docx'])),
  forms: 'docx',
  'process guidelines': 'docx',
  'strategy framework': 'pptx',
  'awareness deck': 'pptx',
  'implementation roadmap': 'xlsx',
  'business case': 'xlsx',
}

async function templatesIn(tx: Tx): Promise<ReadonlyMap<TemplateKind, TemplateRevision>> {
  const found = await listTemplates(tx)
  return new Map(
    found.flatMap(({ kind, isUsed, revisions: [newest] }) =>
      isUsed && newest ? [[kind, newest] as const] : [],
    ),
  )
}

/** Says of each document that is wanted whether it is kept already: the same key is the same file. */
export async function planDocuments(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'folder'>,
  wanted: WantedDocuments,
): Promise<DocumentPlan> {
  const { kinds, snapshot, since, language, organization, chosen } = wanted
  const brand = await chosenBrand(tx)
  const templates = await templatesIn(tx)
  const common = { template: templateVersion(shop.content), language }
  const origins = kinds.map((kind) => {
    const own = templateOf[kind]
    const template = own && templates.get(own)
    const look = { ...common, brand: brandHash(brand, template?.sha256) }
    return {
      kind,
      template,
      origin: {
        ...look,
        snapshot: snapshot.id,
        since: since?.id,
        key: documentKey({ ...look, kind, snapshot: named(snapshot), since: since && named(since), chosen }),
      },
    }
  })
  const kept = await documentsByKey(
    tx,
    origins.map(({ origin }) => origin.key),
  )
  const missing = await missingParts(tx, since ? [snapshot, since] : [snapshot])
  const documents = origins.map(({ kind, origin, template }) => {
    const known = kept.get(origin.key)
    const isThere = known && existsSync(documentPath(shop, organization, known))
    return {
      kind,
      origin,
      template,
      known: isThere ? known : undefined,
      refused: isThere ? undefined : whyNot(kind, since ? [since, snapshot] : [snapshot], missing),
    }
  })
  return { documents, brand }
}

/** A document prints the number of its snapshot beside the hash, so both are in its key. */
function named({ number, sha256 }: SnapshotHead): string {
  return `${number} ${sha256}`
}

/** Where the file of a document lies. */
export function documentPath(
  shop: Pick<Workshop, 'folder'>,
  organization: string,
  { path }: Pick<MadeDocument, 'path'>,
): string {
  return join(workspaceOf(shop, organization), 'documents', path)
}

function whyNot(
  kind: SnapshotDocument,
  snapshots: readonly SnapshotHead[],
  missing: Awaited<ReturnType<typeof missingParts>>,
): string | undefined {
  try {
    for (const { id, number, parts } of snapshots)
      demandParts(kind, { number, had: Object.keys(parts), missing: missing.get(id)?.parts ?? [] })
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** A snapshot as a document names it. */
export function snapshotName({ number, frozenAt, sha256 }: SnapshotHead): SnapshotName {
  return { number, on: frozenAt.slice(0, 10), sha256 }
}

/** The parts of a snapshot that some documents are made from, as the text of one JSON object; frozen texts are not opened for it. */
export async function matterText(
  tx: Tx,
  snapshot: Snapshot,
  kinds: readonly SnapshotDocument[],
): Promise<string> {
  if (!snapshot.isWhole) throw notWhole(snapshot)
  const wanted = new Set<string>(kinds.flatMap((kind) => partsOfDocument[kind]))
  const parts = Object.fromEntries(Object.entries(snapshot.parts).filter(([name]) => wanted.has(name)))
  const texts = await readTexts(tx, parts)
  if (texts.size < Object.keys(parts).length) throw notWhole(snapshot)
  return `{${[...texts].map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`
}

function notWhole({ number }: SnapshotHead): Refusal {
  return new Refusal(
    'conflict',
    `Snapshot ${number} is no longer what was frozen. Restore a backup, or take a new snapshot.`,
  )
}
