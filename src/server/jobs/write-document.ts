import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { type OpenDataInput, printOpenData } from '#deliver/open-data.ts'
import { type IssuedReport, makeServiceReport } from '#deliver/service-report.ts'
import { printServiceReport } from '#deliver/write.ts'
import { writeFromSnapshot } from '#deliver/write-from-snapshot.ts'
import type { DocumentedDocument } from '#documented/document.ts'
import { printDocument } from '#documented/print.ts'
import type { Progress } from '#ingest/ingested.ts'
import type { Came, DocumentsInput, DocumentsTask, WriteTask, WrittenDocument } from './task.ts'

/** Writes what is frozen by itself from what the server has written down for it. */
export async function writeDocument(task: WriteTask): Promise<Came['write']> {
  return kept(task.path, await bytesOf(task))
}

function bytesOf(task: WriteTask): Uint8Array | Promise<Uint8Array> {
  switch (task.kind) {
    case 'service report':
      return printServiceReport(makeServiceReport(inputOf<IssuedReport>(task)), task.content)
    case 'open data':
      return printOpenData(inputOf<OpenDataInput>(task))
    case 'documented':
      return printDocument(inputOf<DocumentedDocument>(task))
  }
}

/** Writes documents of one snapshot, one after the other: what can be read or computed once is. */
export async function writeDocuments(task: DocumentsTask, told: Progress): Promise<Came['documents']> {
  const input = inputOf<DocumentsInput>(task)
  const written: WrittenDocument[] = []
  for (const [at, { kind, path }] of task.writes.entries()) {
    told('Writing the documents', at, task.writes.length)
    try {
      written.push({
        kind,
        ...kept(path, await writeFromSnapshot(kind, { ...input, content: task.content })),
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      written.push({ kind, refused: error.message })
    }
  }
  return written
}

function kept(path: string, bytes: Uint8Array): { bytes: number; sha256: string } {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function inputOf<T>({ input }: Readonly<{ input: string }>): T {
  return JSON.parse(readFileSync(input, 'utf8')) as T // written by the server for this task
}
