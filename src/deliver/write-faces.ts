import { readFileSync } from 'node:fs'
import { fontFile } from './guides/raster.ts'

/** The bytes of a face that documents are written in, for whoever measures text with it. */
export function readFaceFile(weight: '400Regular' | '600SemiBold'): Buffer {
  return readFileSync(fontFile(weight))
}
