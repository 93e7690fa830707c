import { join } from 'node:path'
import type { Collected } from '#evidence/collected.ts'
import type { Ingested } from '#ingest/ingested.ts'

type Shown = Readonly<{ json?: boolean; out: string }>

/** Writes one JSON value, or lines for people. */
export function print(value: unknown, lines: readonly string[], isJson: boolean | undefined): void {
  process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

/** What came in, and what is wrong with it. */
export function printIngested(ingested: Ingested, { json, out }: Shown): void {
  const files = ingested.files.map(({ file, table, rows, read_as, shape, type, is_new }) => {
    const as =
      read_as === 'ignore'
        ? 'not recognized, left out'
        : `${read_as} (${shape}${type ? `, ${type.replaceAll('_', ' ')}` : ''})`
    return `  ${file.startsWith(`${table}.`) ? file : `${file}, ${table}`}: ${rows.toLocaleString('en')} rows as ${as}${is_new ? '' : ', known already'}`
  })
  const problems = ingested.problems.map(
    ({ where, message, level }) =>
      `  ${level === 'note' ? '·' : '!'} ${where.file.split(/[/\\]/).at(-1)}${where.line ? `:${where.line}` : ''} ${message}`,
  )
  print(
    ingested,
    [
      ...files,
      ...(problems.length > 0 ? ['', 'Data quality', ...problems] : []),
      '',
      `Mapping to check and correct: ${join(out, 'mapping.yaml')}`,
    ],
    json,
  )
}

/** Verdicts in one line each. */
export function printCollected(collected: Collected, { json, out }: Shown): void {
  const lines = collected.results.map(({ check, verdict, because, met, population, threshold }) => {
    const share =
      population === 0 ? because : `${met} of ${population}, asked ${Math.round(threshold * 1000) / 10} %`
    return `  ${mark[verdict]} ${check}: ${share}${verdict === 'inconclusive' && population > 0 ? ` (${because})` : ''}`
  })
  print(collected, [...lines, '', `Evidence pack: ${join(out, 'evidence')}`], json)
}

const mark = { pass: '●', fail: '■', inconclusive: '◐' } as const
