import type { Actor } from '#access/actor.ts'
import { canonical } from '#access/trail.ts'
import { freeze } from '#assessment/freeze.ts'
import { type Frozen, hashOfText, toText } from '#assessment/snapshot.ts'
import { keepSnapshot, newestSnapshot, type SnapshotHead } from '#assessment/snapshot-store.ts'
import { openState } from '#assessment/state-store.ts'
import { openLibrary } from '#content/library.ts'
import { readSnapshotMatter } from './snapshot-matter-store.ts'
import { wantedOf } from './wanted.ts'
import type { Tx, Workshop } from './workshop.ts'

type Shop = Pick<Workshop, 'content' | 'folder' | 'now'>

/** What a snapshot of this moment would hold; nothing is kept of it. */
export type Freezable = Readonly<{ frozen: Frozen; texts: Readonly<Record<string, string>> }>

/** Reads and freezes everything as it stands. Only to be asked where nothing was written in the same transaction. */
export async function freezeAsItStands(tx: Tx, shop: Shop, organization: string): Promise<Freezable> {
  const library = openLibrary(shop.content)
  const matter = await readSnapshotMatter(tx, shop, organization)
  const state = await openState(tx, library, wantedOf(shop, organization))
  const found = Object.entries(matter).map(([name, part]) => ({ name, ...textOf(part) }))
  const parts = Object.fromEntries(found.map(({ name, sha256 }) => [name, sha256]))
  return {
    frozen: { ...freeze(state, library), parts },
    texts: Object.fromEntries(found.map(({ name, text }) => [name, text])),
  }
}

/** Takes a snapshot with a name that somebody gave it. */
export async function takeSnapshot(tx: Tx, shop: Shop, actor: Actor, name: string): Promise<SnapshotHead> {
  const found = await freezeAsItStands(tx, shop, actor.organization)
  return keepSnapshot(tx, actor, { name, ...found, at: shop.now() })
}

/** The snapshot of how it stands: the newest one where nothing has changed since, else one that is taken now. */
export async function snapshotAsItStands(tx: Tx, shop: Shop, actor: Actor): Promise<SnapshotHead> {
  const found = await freezeAsItStands(tx, shop, actor.organization)
  const newest = await newestSnapshot(tx)
  if (newest?.sha256 === toText(found.frozen).sha256) return newest
  const name = `As of ${found.frozen.on}`
  return keepSnapshot(tx, actor, { name, ...found, isForDocuments: true, at: shop.now() })
}

type Text = Readonly<{ text: string; sha256: string }>

/** What was frozen before and is the same object still, such as a collection, is not written out again. */
const written = new WeakMap<object, Text>()

function textOf(part: object): Text {
  const known = written.get(part)
  if (known) return known
  const text = canonical(part)
  const fresh = { text, sha256: hashOfText(text) }
  written.set(part, fresh)
  return fresh
}
