import type { Brand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import type { Shown } from '#deliver/word.ts'

/** A table as a document places it: finished words; quiet cells say that something is not recorded. */
export type PlacedTable = Readonly<{
  is: 'table'
  caption: string
  heads: readonly string[]
  widths: readonly number[]
  rows: readonly (readonly Shown[])[]
  /** Whether people sign in it by hand: its rows are as high as that takes. */
  isToSign?: true
}>

/** One thing on a page. A gap says in a quiet marked line what is not recorded, or what a person has to write. */
export type Placed =
  | Readonly<{ is: 'heading'; level: 1 | 2; says: string }>
  | Readonly<{ is: 'text'; says: string }>
  | Readonly<{ is: 'points'; says: readonly string[] }>
  | Readonly<{ is: 'gap'; says: string }>
  | PlacedTable

/** What is still missing before a document can be approved, and under which heading. */
export type Lack = Readonly<{ heading: string; says: string }>

/** The words that stand around a document: on its cover, in its head and foot. */
export type Frame = Readonly<{
  table: string
  contents: string
  /** The line at the foot, before the number of the page. */
  foot: string
  page: string
  of: string
  logo: string
}>

/** A document, whole and finished: nothing is computed after this. */
export type DocumentedDocument = Readonly<{
  title: string
  /** Such as DOC-4, or the piece of documented information where the register of documents does not have it. */
  number: string
  organization: string
  /** What it is about, where that is not the whole organization. */
  subject: string | undefined
  language: Language
  madeOn: string
  brand: Brand
  frame: Frame
  /** The lines of the cover. */
  cover: readonly string[]
  /** Version, approval and so on, before the contents. */
  control: readonly Placed[]
  body: readonly Placed[]
  missing: readonly Lack[]
}>
