import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Shown } from './evidence-list.ts'
import { hashesOf } from './evidence-room-store.ts'
import type { PageMatter } from './requirement-page-store.ts'
import { openState } from './state-store.ts'

/** Everything that is shown for a requirement, in the order of the standard; what nothing is shown for is left out. */
export async function shownInRoom(
  tx: Tx,
  actor: Actor,
  { library, ...wanted }: PageMatter,
): Promise<readonly Shown[]> {
  const state = await openState(tx, library, { organization: actor.organization, ...wanted })
  const files = await hashesOf(tx)
  return library.catalogue.requirements
    .map(({ id, title }) => ({
      requirement: id,
      title,
      evidence: (state.links.get(id) ?? []).map((link) => ({ ...link, sha256: files.get(link.target) })),
      checks: (state.items.get(id)?.results ?? []).flatMap((check) => state.results.get(check) ?? []),
    }))
    .filter(({ evidence, checks }) => evidence.length + checks.length > 0)
}

/** The newest file of an attachment that stands as evidence for a requirement. Any other is not shown in the room. */
export async function fileInRoom(tx: Tx, actor: Actor, attachment: string) {
  const file = await tx
    .selectFrom('attachment')
    .innerJoin('attachment_revision', (join) =>
      join
        .onRef('attachment_revision.organization_id', '=', 'attachment.organization_id')
        .onRef('attachment_revision.attachment_id', '=', 'attachment.id')
        .onRef('attachment_revision.revision', '=', 'attachment.revision'),
    )
    .select([
      'attachment_revision.name',
      'attachment_revision.type',
      'attachment_revision.bytes',
      'attachment_revision.sha256',
    ])
    .where('attachment.organization_id', '=', actor.organization)
    .where('attachment.id', '=', attachment)
    .where('attachment.deleted_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('evidence_link')
          .select('evidence_link.id')
          .where('evidence_link.organization_id', '=', actor.organization)
          .where('evidence_link.kind', '=', 'attachment')
          .where('evidence_link.target', '=', attachment),
      ),
    )
    .executeTakeFirst()
  if (!file) throw new Refusal('not-found', 'No such file is shown as evidence.')
  return file
}
