import { type TemplateKind, templateKinds } from '#base/brand.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { changedMeanwhile } from './organization-store.ts'
import { append } from './trail-store.ts'

/** A file that was kept, as far as a template needs to know. */
type File = Readonly<{ name: string; type: string; bytes: number; sha256: string }>

/** Something that a template lacks, by name, and what stands there instead. */
type Gap = Readonly<{ lacks: string; instead: string }>

export type TemplateRevision = File & Readonly<{ revision: number; author: string; madeAt: Date }>

/** The template for one kind of document, with every revision it had, the newest first. */
export type Template = Readonly<{
  kind: TemplateKind
  isUsed: boolean
  gaps: readonly Gap[]
  revisions: readonly TemplateRevision[]
  version: number
}>

/** The templates of an organization, in the order of their kinds. */
export async function listTemplates(tx: Tx): Promise<readonly Template[]> {
  const found = await Promise.all(templateKinds.map((kind) => readTemplateOf(tx, kind)))
  return found.filter((template) => template !== undefined)
}

/** The template for a kind of document; undefined where none was ever given. */
export async function readTemplateOf(tx: Tx, kind: TemplateKind): Promise<Template | undefined> {
  const rows = await tx
    .selectFrom('document_template')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('revision', 'desc')
    .execute()
  const [newest] = rows
  if (!newest) return undefined
  return {
    kind,
    isUsed: newest.is_used,
    gaps: newest.gaps,
    // Putting it aside is a change of its own.
    version: 2 * newest.revision + (newest.is_used ? 0 : 1),
    revisions: rows.map(({ revision, name, type, bytes, sha256, author_name, made_at }) => ({
      revision,
      name,
      type,
      bytes: Number(bytes),
      sha256,
      author: author_name,
      madeAt: made_at,
    })),
  }
}

export async function demandTemplate(tx: Tx, kind: TemplateKind): Promise<Template> {
  const template = await readTemplateOf(tx, kind)
  if (!template) throw new Refusal('not-found', 'The organization has given no such template.')
  return template
}

/** Keeps a file as the newest revision of the template of its kind. */
export async function keepTemplate(
  tx: Tx,
  actor: Actor,
  { kind, gaps, file, at }: Readonly<{ kind: TemplateKind; gaps: readonly Gap[]; file: File; at: Date }>,
): Promise<Template> {
  const old = await readTemplateOf(tx, kind)
  const revision = (old?.revisions[0]?.revision ?? 0) + 1
  const kept = await tx
    .insertInto('document_template')
    .values({
      organization_id: actor.organization,
      kind,
      revision,
      ...file,
      gaps: JSON.stringify(gaps),
      author_id: actor.id ?? null,
      author_name: actor.name,
      made_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst()
  if (!kept) throw changedMeanwhile()
  const before = old && told(old)
  const now = await demandTemplate(tx, kind)
  await append(tx, actor, { action: 'give', kind: 'template', id: kind, before, after: told(now) })
  return now
}

/** Puts a template aside: from now on documents of its kind have the common look again. */
export async function putTemplateAside(
  tx: Tx,
  actor: Actor,
  kind: TemplateKind,
  version: number | undefined,
): Promise<void> {
  const old = await demandTemplate(tx, kind)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  if (!old.isUsed) return
  await tx
    .updateTable('document_template')
    .set({ is_used: false })
    .where('kind', '=', kind)
    .where('revision', '=', old.revisions[0]?.revision ?? 0)
    .execute()
  const after = told(await demandTemplate(tx, kind))
  await append(tx, actor, { action: 'put aside', kind: 'template', id: kind, before: told(old), after })
}

function told({ kind, isUsed, gaps, revisions: [newest] }: Template): object {
  const { revision, name, bytes, sha256 } = newest ?? {}
  return { kind, isUsed, revision, name, bytes, sha256, lacks: gaps.map(({ lacks }) => lacks) }
}
