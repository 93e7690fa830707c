import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { volumeOf } from './guides/volume.ts'
import type { GuideBook } from './process-guides.ts'
import { printWord } from './write-word.ts'

/** The process guidelines as one Word document; the same book is the same bytes. */
export function printGuideBook(book: GuideBook): Promise<Uint8Array> {
  return printWord((fonts) => volumeOf(book, fonts), book.madeOn)
}

/** Writes the volume and one document for each process into a folder; gives their paths. */
export async function writeGuideBook(book: GuideBook, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const books = [
    { name: 'process-guidelines', book },
    ...book.guides.map((guide) => ({ name: guide.id, book: { ...book, guides: [guide] } })),
  ]
  const paths: string[] = []
  for (const { name, book: one } of books) {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, await printGuideBook(one))
    paths.push(path)
  }
  return paths
}
