import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Line } from '#assessment/gap-list.ts'
import { Refusal } from '#base/refusal.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import { safeName } from '#registers/file-type.ts'
import { rearm } from '#registers/table.ts'
import type { Upload } from './upload.ts'

/** How a list that people wrote is read: what it is called, what its head has to name, and how its lines become rows. */
type Reading<T> = Readonly<{
  what: string
  asks: string
  mostRows: number
  read: (lines: readonly Line[]) => readonly T[] | undefined
}>

/** Reads an uploaded list, XLSX or CSV: the first sheet that has its columns. */
export async function readListFile<T>(
  folder: string,
  upload: Upload,
  { what, asks, mostRows, read }: Reading<T>,
): Promise<{ file: string; rows: readonly T[] }> {
  const scratch = join(folder, 'uploads', crypto.randomUUID())
  try {
    await mkdir(scratch, { recursive: true })
    const file = safeName(upload.name)
    const path = join(scratch, 'upload')
    await pipeline(upload.stream, createWriteStream(path))
    if (upload.isCut())
      throw new Refusal('invalid', `${file} is larger than ${upload.largest / 1e6} MB. Is it a ${what}?`)
    const sheets = await readSheets(path, file, scratch)
    const rows = sheets
      .map(({ format, rows: lines }) => read(format === 'csv' ? lines.map(rearmed) : lines))
      .find((one) => one !== undefined)
    if (!rows) throw new Refusal('invalid', `${file} holds no ${what}. ${asks}`)
    if (rows.length > mostRows)
      throw new Refusal('invalid', `${file} has ${rows.length} rows; at most ${mostRows} are read.`)
    return { file, rows }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** A text that an export disarmed, as it was. */
function rearmed({ line, cells }: Line): Line {
  return { line, cells: cells.map(rearm) }
}
