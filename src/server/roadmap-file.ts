import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { languageCodes } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import { openSentences } from '#content/sentences.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import { safeName } from '#registers/file-type.ts'
import { type EditedTask, readTaskTable, readTaskText } from '#roadmap/edited-tasks.ts'
import { roadmapBook, taskWordsOf } from '#roadmap/task-table.ts'
import type { Upload } from './upload.ts'

/** More rows are no roadmap: there are 306 requirements. */
const mostRows = 2000

/** Reads a file of the roadmap that was edited elsewhere. */
export async function readRoadmapFile(
  { folder, content }: Readonly<{ folder: string; content: string }>,
  upload: Upload,
): Promise<{ file: string; edited: readonly EditedTask[] }> {
  const scratch = join(folder, 'uploads', crypto.randomUUID())
  try {
    await mkdir(scratch, { recursive: true })
    const file = safeName(upload.name)
    const path = join(scratch, 'upload')
    await pipeline(upload.stream, createWriteStream(path))
    if (upload.isCut())
      throw new Refusal('invalid', `${file} is larger than ${upload.largest / 1e6} MB. Is it a roadmap?`)
    const edited = await readTasks(path, file, { scratch, content })
    if (!edited || edited.length === 0)
      throw new Refusal(
        'invalid',
        `${file} holds no tasks of a roadmap. Bring back a file that was downloaded here: its first column is called "Task".`,
      )
    if (edited.length > mostRows)
      throw new Refusal('invalid', `${file} speaks of ${edited.length} tasks; at most ${mostRows} are read.`)
    return { file, edited }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function readTasks(
  path: string,
  file: string,
  { scratch, content }: Readonly<{ scratch: string; content: string }>,
): Promise<readonly EditedTask[] | undefined> {
  if (/\.(ics|xml)$/i.test(file)) return readTaskText(await readFile(path, 'utf8'))
  const sheets = await readSheets(path, file, scratch)
  const words = taskWordsOf(languageCodes.map((code) => openSentences(content, roadmapBook, code)))
  return sheets.map(({ rows }) => readTaskTable(rows, words)).find((tasks) => tasks !== undefined)
}
