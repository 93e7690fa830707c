import type { DocumentKind } from '#api/documents.ts'
import type { RefusalCode } from '#base/refusal.ts'
import type { GapReportInput } from '#deliver/gap-report.ts'
import type { OscalInput } from '#deliver/oscal.ts'
import type { PlaybookInput } from '#deliver/playbook.ts'
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

/** Writing a document. input: the JSON file with everything it is made from. */
export type WriteTask = Place &
  Readonly<{ does: 'write'; kind: DocumentKind | 'service report'; input: string; path: string }>

/** What the report is made from, beside the pack and the services that the data name. */
export type ReportMatter = Omit<
  GapReportInput,
  'catalogue' | 'services' | 'attributeOf' | 'subjectOf' | 'madeOn'
> & { readonly madeOn: string }

/** What the playbook is made from, beside the pack and the process models. */
export type PlaybookMatter = Omit<PlaybookInput, 'shelf' | 'text' | 'models' | 'catalogue'>

const programmeKinds = [
  'strategy framework',
  'implementation roadmap',
  'business case',
  'executive summary',
] as const satisfies readonly DocumentKind[]
export type ProgrammeKind = (typeof programmeKinds)[number]

/** Whether a document is about the programme: its goals, roadmap, money, people and decisions. */
export function isAboutProgramme(kind: DocumentKind): kind is ProgrammeKind {
  return programmeKinds.some((one) => one === kind)
}

/** What the OSCAL documents are made from, beside the catalogue. */
export type OscalMatter = Omit<OscalInput, 'catalogue'>

/** Asking the organization's own selects about the facts of the newest collection. */
export type OwnTask = Place & Readonly<{ does: 'own'; questions: readonly OwnQuestion[] }>

export type Task = ReadTask | AskTask | WriteTask | PreviewTask | OwnTask

/** What each task comes to. */
export type Came = {
  read: { ingested: Ingested; mapping: string } | { isEmpty: true }
  ask: Collected
  write: { bytes: number; sha256: string }
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
