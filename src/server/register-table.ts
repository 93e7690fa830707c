import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '#base/refusal.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import type { Register } from '#registers/definition.ts'
import { safeName } from '#registers/file-type.ts'
import type { Rows } from '#registers/import-plan.ts'
import { fold } from '#registers/keys.ts'
import { headsOf, rearm } from '#registers/table.ts'
import type { Upload } from './upload.ts'

/** Reads an uploaded table in a scratch folder: the sheet whose head fits the register best. */
export async function readTable(
  scratch: string,
  upload: Upload,
  register: Register,
): Promise<{ file: string; rows: Rows }> {
  await mkdir(scratch, { recursive: true })
  const file = safeName(upload.name)
  const path = join(scratch, 'upload')
  await pipeline(upload.stream, createWriteStream(path))
  if (upload.isCut())
    throw new Refusal(
      'invalid',
      `${file} is larger than ${upload.largest / 1e6} MB. Cut it into several files.`,
    )
  const sheets = await readSheets(path, file, scratch)
  const heads = new Set(headsOf(register).map(fold))
  const fitting = sheets
    .map((sheet) => ({
      ...sheet,
      fits: (sheet.rows[0]?.cells ?? []).filter((head) => heads.has(fold(head.trim()))).length,
    }))
    .sort((one, other) => other.fits - one.fits)
  const [best] = fitting
  if (!best) throw new Refusal('invalid', `${file} holds no table. Put the column names into the first row.`)
  const rows =
    best.format === 'csv'
      ? best.rows.map(({ line, cells }) => ({ line, cells: cells.map(rearm) }))
      : best.rows
  return { file, rows }
}
