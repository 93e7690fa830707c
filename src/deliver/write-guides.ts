import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { letGo } from './guides/let-go.ts'
import { pngOf } from './guides/raster.ts'
import { volumeOf } from './guides/volume.ts'
import type { GuideBook } from './process-guides.ts'
import { printWord } from './write-word.ts'

/** The process guidelines as one Word document; the same book is the same bytes. */
export async function printGuideBook(book: GuideBook): Promise<Uint8Array> {
  await drawFlows(book)
  return printWord((fonts) => volumeOf(book, fonts), book.madeOn)
}

/**
 * Draws every flow before it is placed. What a picture takes while it is drawn is let go of between two turns of the event loop
 * only: drawn in one turn, those of a book took 200 MB together.
 */
async function drawFlows({ guides }: GuideBook): Promise<void> {
  for (const { chart } of guides.flatMap(({ flows }) => flows)) {
    pngOf(chart.svg, chart.width)
    await letGo()
  }
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
