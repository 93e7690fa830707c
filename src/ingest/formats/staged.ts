import type { Problem } from '#base/problem.ts'

/** One flat table found in an input file, ready for DuckDB to load as text. */
export type StagedTable = Readonly<{
  /** File name without ending, sheet name, `changelog`, or event, object and relation for OCEL. */
  name: string
  /** The input file as the user named it. */
  file: string
  /** Of the input file's bytes as given, hexadecimal. */
  sha256: string
  format: 'csv' | 'xlsx' | 'json' | 'ndjson' | 'parquet' | 'xes' | 'ocel'
  load:
    | { kind: 'csv'; path: string; delimiter: string; quote: string }
    | { kind: 'parquet'; path: string }
    | { kind: 'ndjson'; path: string }
  /** Names made unique, without regard to upper and lower case; empty for Parquet, which names its own. */
  columns: readonly string[]
  /** What the time stamps carry, for formats that know time zones (xes, ocel); unknown for all others. */
  zone: 'offset' | 'none' | 'mixed' | 'unknown'
  /** Whether a row may span lines or a line be no row, so that line = row + 1 does not hold. */
  quotedNewlines: boolean
}>

/** What one input file came to: its tables, and what is wrong in it without stopping the work. */
export type Staging = Readonly<{ tables: readonly StagedTable[]; problems: readonly Problem[] }>

/** A table as a format finds it, before it is known which file it belongs to. */
export type FoundTable = Omit<StagedTable, 'file' | 'sha256'>

/** What a format hands back about one plain file. */
export type Found = Readonly<{ tables: readonly FoundTable[]; problems: readonly Problem[] }>
