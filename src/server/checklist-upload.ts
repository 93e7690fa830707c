import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findHeads } from '#audit/checklist-file.ts'
import { Refusal } from '#base/refusal.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import { safeName } from '#registers/file-type.ts'
import type { Upload } from './upload.ts'

/** Reads a checklist that was filled in elsewhere: the first sheet that has its heads. */
export async function readChecklistFile(folder: string, upload: Upload) {
  const scratch = join(folder, 'uploads', crypto.randomUUID())
  try {
    await mkdir(scratch, { recursive: true })
    const file = safeName(upload.name)
    const path = join(scratch, 'upload')
    await pipeline(upload.stream, createWriteStream(path))
    if (upload.isCut())
      throw new Refusal('invalid', `${file} is larger than ${upload.largest / 1e6} MB. Is it a checklist?`)
    const sheets = await readSheets(path, file, scratch)
    const sheet = sheets.find(({ rows }) => findHeads(rows) >= 0)
    if (!sheet)
      throw new Refusal(
        'invalid',
        `${file} holds no checklist. One of its lines has to name the columns "Requirement", "Answer" and "Notes".`,
      )
    return { file, rows: sheet.rows }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
