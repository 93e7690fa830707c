import { openLibrary } from '#content/library.ts'
import { type DocumentedKind, isDocumented } from '#deliver/documented-matter.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import { titledCatalogue, titledOrigin } from '#deliver/titled-origin.ts'
import { type Origin, writeFromSnapshot } from '#deliver/write-from-snapshot.ts'
import { composeDocument } from './compose.ts'
import type { DocumentedDocument } from './document.ts'
import { type Filled, matterOf } from './fill.ts'
import { printDocument } from './print.ts'
import { openSpeaker } from './speaker.ts'
import { openTemplate } from './template.ts'

/** A document as bytes; one that management signs says what it is called, and how much it lacks before it can be approved. */
export type WholeDocument = Readonly<{ bytes: Uint8Array; title?: string; missing?: number }>

/** Writes any document of a snapshot; the same origin is the same bytes, and nothing else is read. */
export async function writeAnyDocument(kind: SnapshotDocument, origin: Origin): Promise<WholeDocument> {
  if (!isDocumented(kind)) return { bytes: await writeFromSnapshot(kind, origin) }
  const { snapshot, content, language, brand, chosen } = origin
  const document = composeFrom(
    { snapshot, library: openLibrary(content), brand },
    { kind, content, language, subject: chosen?.subject },
  )
  return {
    bytes: await printDocument(document),
    title: [document.title, document.subject].filter(Boolean).join(': '),
    missing: document.missing.length,
  }
}

/** Which document is composed, with which templates, in which language, and about what. */
export type Composed = Pick<Origin, 'content' | 'language'> &
  Readonly<{ kind: DocumentedKind; subject?: string | undefined }>

/** Fills a document that management signs from a snapshot. */
export function composeFrom(
  filled: Filled,
  { kind, content, language, subject }: Composed,
): DocumentedDocument {
  const template = openTemplate(content, kind)
  const { snapshot } = titledOrigin({ ...filled, content, language }, false)
  const library = { ...filled.library, catalogue: titledCatalogue({ content, language }) }
  const matter = matterOf({ ...filled, snapshot, library }, { about: template.about, subject })
  const speaker = openSpeaker(content, kind, { language, currency: matter.currency })
  const organization = matter.organization || speaker.say('organization.unnamed')
  return composeDocument({ kind, template, speaker, matter: { ...matter, organization } })
}
