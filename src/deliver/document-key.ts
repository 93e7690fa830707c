import { createHash } from 'node:crypto'
import { canonical } from '#access/trail.ts'
import { type Brand, plainBrand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import type { SnapshotDocument } from './snapshot-matter.ts'

/**
 * What a document is a function of: a snapshot, or two for what lies between them, by number and hash; the templates with the
 * program that runs them; the language; and the brand. kind: which document.
 */
export type DocumentOrigin = Readonly<{
  kind: SnapshotDocument
  snapshot: string
  since?: string | undefined
  template: string
  language: Language
  brand: string
  chosen?: Chosen | undefined
}>

/**
 * What somebody chose of a document: the roles that the awareness deck is for, one guide of the process guidelines, or the
 * service, audit or review that a document to be signed is about.
 */
export type Chosen = Readonly<{ roles?: readonly string[]; guide?: string; subject?: string }>

/** The key under which a document is kept: the same key is the same file. */
export function documentKey(origin: DocumentOrigin): string {
  return createHash('sha256').update(canonical(origin)).digest('hex')
}

/** The hash of a brand, the plain one where nobody has chosen any; own: the hash of a template of the organization. */
export function brandHash(brand: Brand | undefined, own?: string): string {
  return createHash('sha256')
    .update(canonical(own === undefined ? (brand ?? plainBrand) : { brand: brand ?? plainBrand, own }))
    .digest('hex')
}
