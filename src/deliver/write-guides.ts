import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Packer } from 'docx'
import { fontFile } from './guides/raster.ts'
import { steady } from './guides/steady.ts'
import { volumeOf } from './guides/volume.ts'
import type { GuideBook } from './process-guides.ts'

/** The process guidelines as one Word document; the same book is the same bytes. */
export async function printGuideBook(book: GuideBook): Promise<Uint8Array> {
  const fonts = { regular: readFileSync(fontFile('400Regular')), bold: readFileSync(fontFile('600SemiBold')) }
  return steady(await Packer.toBuffer(volumeOf(book, fonts)), book.madeOn)
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
