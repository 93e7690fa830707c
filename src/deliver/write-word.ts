import { readFileSync } from 'node:fs'
import { type Document, Packer } from 'docx'
import { fontFile } from './guides/raster.ts'
import { steady } from './guides/steady.ts'

/** The faces of the look, which travel in a document. */
export type Fonts = Readonly<{ regular: Buffer; bold: Buffer }>

/** Prints a Word document that carries its own faces; the same document of the same day is the same bytes. */
export async function printWord(layOut: (fonts: Fonts) => Document, madeOn: string): Promise<Uint8Array> {
  const fonts = { regular: readFileSync(fontFile('400Regular')), bold: readFileSync(fontFile('600SemiBold')) }
  return steady(await Packer.toBuffer(layOut(fonts)), madeOn)
}
