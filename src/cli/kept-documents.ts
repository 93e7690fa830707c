import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import { hashOfText } from '#assessment/snapshot.ts'
import type { Language } from '#base/language.ts'
import { brandHash, type Chosen, documentKey } from '#deliver/document-key.ts'
import type { SnapshotDocument, SnapshotMatter, SnapshotName } from '#deliver/snapshot-matter.ts'
import type { Origin } from '#deliver/write-from-snapshot.ts'
import { templateVersion } from '#deliver/write-version.ts'
import { keep } from '#evidence/store.ts'
import { content } from './folders.ts'

const file = 'documents.json'

/** What is kept about the documents of a workspace: the snapshot they were written from, and the files under their keys. */
const Kept = z.object({
  snapshot: z.object({ number: z.number().int(), on: z.string(), sha256: z.string() }),
  documents: z.record(z.string(), z.object({ key: z.string(), files: z.record(z.string(), z.string()) })),
})
type Kept = z.infer<typeof Kept>

/** The documents of a workspace: written from one snapshot, and handed out again while nothing has changed. */
export type KeptDocuments = Readonly<{
  origin: Origin
  /** Writes a document, unless its files are there as they were written under the same key; gives their paths. */
  write: (
    kind: SnapshotDocument,
    write: (origin: Origin) => Promise<readonly string[]>,
  ) => Promise<readonly string[]>
}>

/** Freezes what a workspace holds, and opens the documents that were written from it. */
export function openDocuments(
  folder: string,
  matter: SnapshotMatter,
  { chosen, language }: Readonly<{ chosen: Chosen; language: Language }>,
): KeptDocuments {
  const sha256 = hashOfText(canonical(matter))
  const before = readKept(folder)
  const snapshot: SnapshotName =
    before?.snapshot.sha256 === sha256
      ? before.snapshot
      : { number: (before?.snapshot.number ?? 0) + 1, on: matter.programme.madeOn, sha256 }
  const origin: Origin = {
    snapshot: { name: snapshot, matter },
    content,
    language,
    brand: undefined,
    chosen,
  }
  const template = templateVersion(content)
  let documents: Kept['documents'] = before?.documents ?? {}
  return {
    origin,
    write: async (kind, write) => {
      const key = documentKey({
        kind,
        snapshot: `${snapshot.number} ${sha256}`,
        template,
        language: origin.language,
        brand: brandHash(origin.brand),
        // Only this one is made for roles.
        chosen: kind === 'awareness deck' ? chosen : undefined,
      })
      const known = documents[kind]
      if (known?.key === key && isWhole(folder, known.files))
        return Object.keys(known.files).map((name) => resolve(folder, name))
      const paths = await write(origin)
      const files = Object.fromEntries(paths.map((path) => [nameIn(folder, path), hashOfFile(path)]))
      documents = { ...documents, [kind]: { key, files } }
      keep(folder, file, { snapshot, documents } satisfies Kept)
      return paths
    },
  }
}

/** What was kept; nothing where it is not there or not ours: then everything is written anew. */
function readKept(folder: string): Kept | undefined {
  const path = join(folder, file)
  return existsSync(path) ? Kept.safeParse(jsonIn(readFileSync(path, 'utf8'))).data : undefined
}

/** What a text says as JSON; undefined where it is none, such as a file that was cut off. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isWhole(folder: string, files: Readonly<Record<string, string>>): boolean {
  return Object.entries(files).every(([name, sha256]) => {
    const path = join(folder, name)
    return existsSync(path) && hashOfFile(path) === sha256
  })
}

function hashOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function nameIn(folder: string, path: string): string {
  return path.slice(resolve(folder).length + 1)
}
