import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findHead, type GapRow, readGapList } from '#assessment/gap-list.ts'
import { Refusal } from '#base/refusal.ts'
import type { Requirement } from '#content/requirement.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import { safeName } from '#registers/file-type.ts'
import type { Upload } from './upload.ts'

/** More rows are no gap list: there are 306 requirements. */
const mostRows = 2000

/** Reads an uploaded gap list: the first sheet that names requirements and ratings. */
export async function readGapListFile(
  folder: string,
  upload: Upload,
  requirements: readonly Requirement[],
): Promise<{ file: string; rows: readonly GapRow[] }> {
  const scratch = join(folder, 'uploads', crypto.randomUUID())
  try {
    await mkdir(scratch, { recursive: true })
    const file = safeName(upload.name)
    const path = join(scratch, 'upload')
    await pipeline(upload.stream, createWriteStream(path))
    if (upload.isCut())
      throw new Refusal('invalid', `${file} is larger than ${upload.largest / 1e6} MB. Is it a gap list?`)
    const sheets = await readSheets(path, file, scratch)
    const sheet = sheets.find(({ rows }) => findHead(rows))
    const rows = sheet && readGapList(sheet.rows, requirements)
    if (!rows)
      throw new Refusal(
        'invalid',
        `${file} holds no gap list. One of its first lines has to name a column "Requirement" (or "Clause") and a column "Rating".`,
      )
    if (rows.length > mostRows)
      throw new Refusal(
        'invalid',
        `${file} speaks of ${rows.length} requirements; at most ${mostRows} are read.`,
      )
    return { file, rows }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
