import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '#base/refusal.ts'
import { refused } from './refuse.ts'

/** As large as a template may be, packed and unpacked, in bytes; as many parts as it may have, and as far as one may grow. */
export const limits = {
  packed: 25_000_000,
  unpacked: 150_000_000,
  xml: 40_000_000,
  parts: 4_000,
  ratio: 200,
  grownFrom: 5_000_000,
}

const saveAnew = 'Open it in its program, save it anew, and upload that'

/** The parts of a package by name, unpacked within limits, with every checksum held. */
export async function unpackParts(bytes: Buffer): Promise<Map<string, Uint8Array>> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true }).catch(
    (error: unknown) => {
      throw refused('is no zip package that can be read', `${saveAnew}.`, error)
    },
  )
  try {
    if (zip.entryCount > limits.parts)
      throw refused(
        `holds ${zip.entryCount} parts, and ${limits.parts} are read`,
        'Take layouts and slides out that nobody uses.',
      )
    return await allParts(zip)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refused(
      `cannot be unpacked (${error instanceof Error ? error.message : ''})`,
      `${saveAnew}.`,
      error,
    )
  } finally {
    zip.close()
  }
}

async function allParts(zip: ZipFile): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  const known = new Set<string>()
  let [whole, xml] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName
    if (name.endsWith('/')) continue
    demandName(name, known)
    known.add(name.toLowerCase())
    whole += entry.uncompressedSize
    if (/\.(xml|rels|vml)$/i.test(name)) xml += entry.uncompressedSize
    demandSize(entry, { whole, xml })
    parts.set(name, await partOf(zip, entry))
  }
  return parts
}

/** Names of parts are compared without case (ISO/IEC 29500-2, 6.2.2); a second one of the same name hides the first. */
function demandName(name: string, known: ReadonlySet<string>): void {
  if (known.has(name.toLowerCase()))
    throw refused(
      `holds the part ${shown(name)} twice`,
      'A program that does this hides something: make it anew.',
    )
  if (/[\\:*?"<>|\p{Cc}]|(^|\/)\.{1,2}(\/|$)|^\/|\/\//u.test(name))
    throw refused(
      `holds a part with the name ${shown(name)}`,
      'Such a name leads out of the package: make it anew.',
    )
}

function demandSize(
  { fileName, compressedSize, uncompressedSize: size, generalPurposeBitFlag }: Entry,
  { whole, xml }: Readonly<{ whole: number; xml: number }>,
) {
  if ((generalPurposeBitFlag & 1) === 1) throw refused('is protected by a password', 'Save it without one.')
  const isBomb = size > limits.grownFrom && size > limits.ratio * compressedSize
  if (isBomb || whole > limits.unpacked || xml > limits.xml)
    throw refused(
      `grows beyond reason when it is unpacked (${shown(fileName)})`,
      `At most ${limits.unpacked / 1e6} MB are unpacked, ${limits.xml / 1e6} MB of them XML: take slides, sheets and pictures out.`,
    )
}

async function partOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  let found = 0
  for await (const piece of stream) {
    const bytes = Buffer.from(piece)
    found += bytes.length
    if (found > entry.uncompressedSize) throw new Error(`${entry.fileName} is longer than it says`)
    pieces.push(bytes)
  }
  const part = Buffer.concat(pieces)
  if (crc32(part) !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is wrong`)
  return new Uint8Array(part)
}

/** A name of somebody else's choosing, short and on one line. */
export function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name)
}
