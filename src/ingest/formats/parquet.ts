import { type Input, readEnds } from './input.ts'
import { invalid } from './invalid.ts'
import type { Found } from './staged.ts'

/** Takes a Parquet file as it is; its columns are read by DuckDB. */
export async function stageParquet(input: Input): Promise<Found> {
  const { tail, bytes } = await readEnds(input.path, 8)
  const footer = tail.length === 8 ? tail.readUInt32LE(0) : 0
  if (tail.toString('latin1', 4) !== 'PAR1' || footer + 12 > bytes) {
    throw invalid(
      input.shown,
      'the Parquet file is cut short: its end is missing',
      'Copy or export it again, whole',
    )
  }
  const table = {
    name: input.name,
    format: 'parquet' as const,
    load: { kind: 'parquet' as const, path: input.path },
    columns: [],
    zone: 'unknown' as const,
    quotedNewlines: true,
  }
  return { tables: [table], problems: [] }
}
