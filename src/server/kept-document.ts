import type { AskedDocuments, DocumentView } from '#api/documents.ts'
import { readSnapshot } from '#assessment/snapshot-store.ts'
import { chosenOf } from './chosen-documents.ts'
import { describeDocuments } from './document-view.ts'
import { planDocuments } from './plan-documents.ts'
import type { Tx, Workshop } from './workshop.ts'

/** The document that is kept of a snapshot that was named; undefined where it has to be written. */
export async function keptDocument(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'folder'>,
  organization: string,
  asked: AskedDocuments,
): Promise<DocumentView | undefined> {
  const { kind, snapshot: id, since: earlier, language } = asked
  if (id === undefined || kind === 'whole set' || kind === 'open data') return undefined
  const snapshot = await readSnapshot(tx, id)
  const since = earlier === undefined ? undefined : await readSnapshot(tx, earlier)
  const wanted = { organization, kinds: [kind], snapshot, since, language, chosen: chosenOf(asked) }
  const { documents: planned } = await planDocuments(tx, shop, wanted)
  const known = planned.flatMap((one) => one.known ?? [])
  const [view] = await describeDocuments(tx, known)
  return view
}
