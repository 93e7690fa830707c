import type { Brand } from '#base/brand.ts'
import type { Sentences } from '#content/sentences.ts'
import type { SnapshotName } from '../figures/snapshot-name.ts'
import type { Programme } from '../programme-figures.ts'
import type { SnapshotMatter } from '../snapshot-matter.ts'

/** One of the two snapshots that are held against each other, with its figures. */
export type Side = Readonly<{ name: SnapshotName; matter: SnapshotMatter; programme: Programme }>

/** What the report is made from. words: its fixed sentences in the language it is written in. */
export type DifferenceInput = Readonly<{
  before: Side
  after: Side
  words: Sentences
  brand?: Brand | undefined
}>
