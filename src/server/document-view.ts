import type { DocumentView } from '#api/documents.ts'
import { changesSince } from '#assessment/snapshot-parts-store.ts'
import { newestSnapshot, type SnapshotHead, snapshotHeads } from '#assessment/snapshot-store.ts'
import type { MadeDocument } from '#evidence/document-store.ts'
import type { Tx } from './workshop.ts'

/** Documents as they are listed, each with the snapshot it was made from and how much has changed since. */
export async function describeDocuments(tx: Tx, documents: readonly MadeDocument[]): Promise<DocumentView[]> {
  const ids = [
    ...new Set(documents.flatMap(({ origin }) => [origin?.snapshot ?? [], origin?.since ?? []].flat())),
  ]
  const heads = await snapshotHeads(tx, ids)
  const changes = await changesSince(tx, ids)
  const newest = await newestSnapshot(tx)
  const madeFrom = (id: string | undefined) => {
    const head = id === undefined ? undefined : heads.get(id)
    return head && fromOf(head, newest, changes.get(head.id) ?? 0)
  }
  return documents.map(({ path: _, origin, madeAt, ...document }) => {
    const snapshot = madeFrom(origin?.snapshot)
    const since = madeFrom(origin?.since)
    return {
      ...document,
      madeAt: madeAt.toISOString(),
      ...(snapshot ? { snapshot } : {}),
      ...(since ? { since } : {}),
      ...(origin
        ? { language: origin.language, template: origin.template, brand: origin.brand, key: origin.key }
        : {}),
    }
  })
}

function fromOf(head: SnapshotHead, newest: SnapshotHead | undefined, changes: number) {
  const { id, number, name, isForDocuments, frozenAt: at, sha256 } = head
  return { id, number, name, isForDocuments, at, sha256, isNewest: newest?.sha256 === sha256, changes }
}
