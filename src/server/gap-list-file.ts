import { type GapRow, readGapList } from '#assessment/gap-list.ts'
import type { Requirement } from '#content/requirement.ts'
import { readListFile } from './list-file.ts'
import type { Upload } from './upload.ts'

/** Reads an uploaded gap list: the first sheet that names requirements and ratings. There are 306 requirements. */
export async function readGapListFile(
  folder: string,
  upload: Upload,
  requirements: readonly Requirement[],
): Promise<{ file: string; rows: readonly GapRow[] }> {
  return readListFile(folder, upload, {
    what: 'gap list',
    asks: 'One of its first lines has to name a column "Requirement" (or "Clause") and a column "Rating".',
    mostRows: 2000,
    read: (lines) => readGapList(lines, requirements),
  })
}
