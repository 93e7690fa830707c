const mebibyte = 1024 ** 2
const gibibyte = 1024 ** 3

/** How much an input file may ask of the machine; everything beyond is refused, never cut. */
export type Limits = Readonly<{
  /** Expanded bytes per packed byte of an archive, held only above `ratioFrom`. */
  ratio: number
  /** Expanded bytes from which the ratio counts: a small file of blanks packs well and harms nobody. */
  ratioFrom: number
  /** Expanded bytes of one entry of an archive. */
  expanded: number
  /** Entries in one archive. */
  entries: number
  /** Bytes in one line, one JSON record or one XML element. */
  line: number
  /** Columns in one table. */
  columns: number
  /** Levels in JSON or XML. */
  depth: number
}>

export const LIMITS: Limits = {
  ratio: 200,
  ratioFrom: gibibyte,
  expanded: 64 * gibibyte,
  entries: 10_000,
  line: 16 * mebibyte,
  columns: 4096,
  depth: 256,
}
