import { zipSync } from 'fflate'

/** The day that all files of a zip file bear, so that equal files are equal bytes; no earlier one can be written. */
const whenever = new Date(1980, 0, 1)

/** Files by their names as one zip file, the names in the order of their characters. */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const entries = [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, content]) => [name, typeof content === 'string' ? encoder.encode(content) : content])
  return zipSync(Object.fromEntries(entries), { mtime: whenever, level: 6 })
}
