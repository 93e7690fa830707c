import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { plainBrand } from '#base/brand.ts'
import { Refusal } from '#base/refusal.ts'
import { dressEach, dressInTemplate } from '#deliver/client-template.ts'
import { type OpenDataInput, printOpenData } from '#deliver/open-data.ts'
import {
  makeServiceReport,
  openServiceReportSpeech,
  type ServiceReportInput,
} from '#deliver/service-report.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import { printServiceReport } from '#deliver/write.ts'
import type { Origin } from '#deliver/write-from-snapshot.ts'
import { type WholeDocument, writeAnyDocument } from '#documented/write-document.ts'
import type { Progress } from '#ingest/ingested.ts'
import type { Came, DocumentsInput, DocumentsTask, OwnTemplate, WriteTask, WrittenDocument } from './task.ts'

/** Writes what is frozen by itself from what the server has written down for it. */
export async function writeDocument(task: WriteTask): Promise<Came['write']> {
  return kept(task.path, await bytesOf(task))
}

function bytesOf(task: WriteTask): Uint8Array | Promise<Uint8Array> {
  switch (task.kind) {
    case 'service report': {
      const { report, language } = inputOf<ServiceReportInput>(task)
      const speech = openServiceReportSpeech(task.content, language)
      return printServiceReport(makeServiceReport(report, speech), task.content)
    }
    case 'open data':
      return printOpenData(inputOf<OpenDataInput>(task))
  }
}

/** Writes documents of one snapshot, one after the other: what can be read or computed once is. */
export async function writeDocuments(task: DocumentsTask, told: Progress): Promise<Came['documents']> {
  const input = inputOf<DocumentsInput>(task)
  const written: WrittenDocument[] = []
  for (const [at, { kind, path, template }] of task.writes.entries()) {
    told('Writing the documents', at, task.writes.length)
    try {
      const origin = { ...input, content: task.content }
      const { bytes, ...about } = await (template
        ? writeInTemplate(kind, origin, template)
        : writeAnyDocument(kind, origin))
      written.push({ kind, ...about, ...kept(path, bytes) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      written.push({ kind, refused: error.message })
    }
  }
  return written
}

/** A document in a template of the organization: its words come along, colours, faces and logo are those of the template. */
async function writeInTemplate(
  kind: SnapshotDocument,
  origin: Origin,
  { path, title }: OwnTemplate,
): Promise<WholeDocument> {
  const { footer = '', coverLine = '' } = origin.brand ?? {}
  const made = await writeAnyDocument(kind, { ...origin, brand: { ...plainBrand, footer, coverLine } })
  const { name, matter } = origin.snapshot
  const { organization, madeOn } = matter.programme
  const placed = { organization, title: made.title ?? title, date: madeOn, version: String(name.number) }
  const dress = kind === 'forms' ? dressEach : dressInTemplate
  return { ...made, bytes: await dress(made.bytes, readFileSync(path), placed) }
}

function kept(path: string, bytes: Uint8Array): { bytes: number; sha256: string } {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function inputOf<T>({ input }: Readonly<{ input: string }>): T {
  return JSON.parse(readFileSync(input, 'utf8')) as T // written by the server for this task
}
