import { printWord } from '#deliver/write-word.ts'
import type { DocumentedDocument } from './document.ts'
import { layOut } from './word.ts'

/** A document as Word opens it; the same document is the same bytes. */
export function printDocument(document: DocumentedDocument): Promise<Uint8Array> {
  return printWord((fonts) => layOut(document, fonts), document.madeOn)
}
