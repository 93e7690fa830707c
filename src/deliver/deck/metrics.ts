import { readFaceFile } from '../write-faces.ts'

/** How wide text is in the faces of the look, so that what is placed on a slide is known to fit before anybody opens it. */
type Face = Readonly<{ unitsPerEm: number; advances: ReadonlyMap<number, number>; widest: number }>

const faces = new Map<'400Regular' | '600SemiBold', Face>()

/** Width of a text in points at a size. What the face does not hold counts as wide as its widest usual letter. */
export function widthOf(text: string, size: number, isStrong: boolean): number {
  const face = faceOf(isStrong ? '600SemiBold' : '400Regular')
  let units = 0
  for (const letter of text) units += face.advances.get(letter.codePointAt(0) ?? 0) ?? face.widest
  return (units * size) / face.unitsPerEm
}

function faceOf(weight: '400Regular' | '600SemiBold'): Face {
  const known = faces.get(weight) ?? readFace(readFaceFile(weight))
  faces.set(weight, known)
  return known
}

/** Reads the advance of each letter from the tables head, hhea, hmtx and cmap of an OpenType face. */
function readFace(file: Buffer): Face {
  const tables = new Map<string, number>()
  for (let at = 0; at < file.readUInt16BE(4); at += 1) {
    const entry = 12 + 16 * at
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8))
  }
  const place = (name: string) => tables.get(name) ?? 0
  const unitsPerEm = file.readUInt16BE(place('head') + 18)
  const metrics = file.readUInt16BE(place('hhea') + 34)
  const advanceOf = (glyph: number) => file.readUInt16BE(place('hmtx') + 4 * Math.min(glyph, metrics - 1))
  const advances = new Map(
    [...glyphsOf(file, place('cmap'))].map(([letter, glyph]) => [letter, advanceOf(glyph)] as const),
  )
  return { unitsPerEm, advances, widest: advances.get('W'.charCodeAt(0)) ?? unitsPerEm }
}

/** Letters and their glyphs, of the first subtable in format 4, which every face has for the basic plane. */
function glyphsOf(file: Buffer, cmap: number): ReadonlyMap<number, number> {
  const starts = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, at) => cmap + file.readUInt32BE(cmap + 4 + 8 * at + 4),
  )
  const table = starts.find((start) => file.readUInt16BE(start) === 4)
  const glyphs = new Map<number, number>()
  if (table === undefined) return glyphs
  const doubled = file.readUInt16BE(table + 6)
  const [ends, begins] = [table + 14, table + 16 + doubled]
  const [deltas, offsets] = [begins + doubled, begins + 2 * doubled]
  for (let at = 0; at < doubled; at += 2) {
    const [end, begin] = [file.readUInt16BE(ends + at), file.readUInt16BE(begins + at)]
    const [delta, offset] = [file.readUInt16BE(deltas + at), file.readUInt16BE(offsets + at)]
    for (let letter = begin; letter <= end && letter < 0xffff; letter += 1) {
      const direct = offset === 0 ? letter : file.readUInt16BE(offsets + at + offset + 2 * (letter - begin))
      if (direct !== 0) glyphs.set(letter, (direct + delta) & 0xffff)
    }
  }
  return glyphs
}
