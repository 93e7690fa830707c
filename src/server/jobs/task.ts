import type { RefusalCode } from '#base/refusal.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import type { Origin } from '#deliver/write-from-snapshot.ts'
import type { Collected } from '#evidence/collected.ts'
import type { Ingested } from '#ingest/ingested.ts'
import type { DayOrder } from '#ingest/mapping.ts'
import type { ReadingQuestion } from '#ingest/unanswered.ts'
import type { OwnQuestion } from '#monitoring/ask-own-store.ts'
import type { OwnAnswer } from '#monitoring/library.ts'

type Place = Readonly<{
  /** The workspace of the organization. */
  folder: string
  /** The folder of the content pack. */
  content: string
  threads: number
  memory: string
}>

/** Reading files into a workspace; without files, what the archive holds is read again. */
export type ReadTask = Place &
  Readonly<{
    does: 'read'
    /** The folder that inputs are named from. */
    uploads: string
    inputs: readonly string[]
    without: readonly string[]
    timezone?: string
    dayOrders: Readonly<Record<string, DayOrder>>
    likelyZones: readonly string[]
  }>

/** Asking every check and measure. */
export type AskTask = Place &
  Readonly<{
    does: 'ask'
    period?: { from: string; to: string }
    /** Settings of measures whose baseline stands still; what the organization sets itself goes before. */
    frozen?: Readonly<Record<string, Readonly<Record<string, string>>>>
  }>

/** A look at what a mapping would do with the archive; nothing of it is kept. */
export type PreviewTask = Place & Readonly<{ does: 'preview'; mapping: string }>

/**
 * Writing what is frozen by itself: an issued service report, or everything that was written. input: the JSON file with it.
 */
export type WriteTask = Place &
  Readonly<{
    does: 'write'
    kind: 'service report' | 'open data'
    input: string
    path: string
  }>

/** A template of the organization, and the title of what is put into it. */
export type OwnTemplate = Readonly<{ path: string; title: string }>

/** Writing documents of one snapshot. input: the JSON file that holds what they are made from. */
export type DocumentsTask = Place &
  Readonly<{
    does: 'documents'
    input: string
    /** template: the file of the organization that it is put into, and what it is called there. */
    writes: readonly Readonly<{ kind: SnapshotDocument; path: string; template?: OwnTemplate | undefined }>[]
  }>

/** What is in the file of a task that writes documents. */
export type DocumentsInput = Omit<Origin, 'content'>

/** A document that was written, or why it could not be; one that management signs with its title and how much it lacks. */
export type WrittenDocument = Readonly<
  { kind: SnapshotDocument } & (
    | { bytes: number; sha256: string; title?: string; missing?: number }
    | { refused: string }
  )
>

/** Asking the organization's own selects about the facts of the newest collection. */
export type OwnTask = Place & Readonly<{ does: 'own'; questions: readonly OwnQuestion[] }>

export type Task = ReadTask | AskTask | WriteTask | DocumentsTask | PreviewTask | OwnTask

/** What each task comes to. */
export type Came = {
  read: { ingested: Ingested; mapping: string } | { isEmpty: true }
  ask: Collected
  write: { bytes: number; sha256: string }
  documents: readonly WrittenDocument[]
  preview: { ingested: Ingested; isPart: boolean }
  own: readonly (OwnAnswer & Readonly<{ kpi: string }>)[]
}

/** A refusal on its way from one process to another. */
export type Refused = Readonly<{
  code: RefusalCode
  message: string
  question?: ReadingQuestion
  /** The files that cannot be read, each with the reason, where single files are at fault. */
  unreadable?: readonly { input: string; message: string }[]
  lacksTickets?: boolean
}>

/** What the process that does the work says. */
export type Said =
  | Readonly<{ says: 'progress'; stage: string; done?: number; of?: number }>
  | Readonly<{ says: 'done'; value: Came[Task['does']] }>
  | Readonly<{ says: 'refused'; refused: Refused }>
  | Readonly<{ says: 'stopped' }>
  | Readonly<{ says: 'fault'; message: string }>
