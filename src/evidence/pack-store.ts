import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Questions } from '#content/pack.ts'
import { literal } from '#db/duck.ts'
import type { Gathered } from './collect.ts'
import { packScript } from './pack-sql.ts'
import type { Opened } from './store.ts'

const readme = `# Evidence pack

What was computed from the tickets, in a form that anybody can repeat without this program.

- facts/*.parquet: the facts that every check and measure reads (one row per thing; columns are explained in docs/facts.md).
- run.sql: every check and measure with its settings. Run it with a stock DuckDB from this folder; it fills the tables
  check_count and measure_point.
- answers/<check>.parquet: the answer of every check about every subject.
- results.json: the results as the report shows them, with the hash of each select and of the data.
`

/**
 * The columns by which the rows of a fact are ordered, so that two runs write the same bytes: those that tell its rows apart
 * stand first. What is summed by month is split by up to seven.
 */
export function packOrder(fact: string, columns: readonly string[]): readonly string[] {
  return columns.slice(0, fact.endsWith('_month') ? 7 : 3)
}

/** Writes the evidence pack of a workspace: facts, answers, script and results; the old pack stays until the new one is whole. */
export async function writePack(
  { folder, duck }: Opened,
  questions: Questions,
  { collected, askedWith }: Gathered,
  told: (done: number, of: number) => void,
): Promise<string> {
  const pack = join(folder, 'evidence')
  const scratch = join(folder, '.packing')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(join(scratch, 'facts'), { recursive: true })
  mkdirSync(join(scratch, 'answers'), { recursive: true })
  const asked = new Set(
    collected.results.filter(({ because }) => !because.startsWith('not supplied')).map(({ check }) => check),
  )
  const checks = questions.checks.filter(({ id }) => asked.has(id))
  const of = questions.facts.length + checks.length
  try {
    for (const [place, { name, about }] of questions.facts.entries()) {
      told(place, of)
      const key = packOrder(name, Object.keys(about.columns)).join(', ')
      await duck.run(
        `copy (select * from fact.${name} order by ${key}) to ${literal(join(scratch, 'facts', `${name}.parquet`))} (format parquet, write_bloom_filter false)`,
      )
    }
    for (const [place, { id, sql }] of checks.entries()) {
      told(questions.facts.length + place, of)
      await duck.run(`create or replace temporary view parameter as ${askedWith(id)}`)
      await duck.run(
        `copy (${sql.trim().replace(/;$/, '')}) to ${literal(join(scratch, 'answers', `${id}.parquet`))} (format parquet)`,
      )
    }
    writeFileSync(join(scratch, 'run.sql'), packScript(questions, collected, askedWith))
    writeFileSync(join(scratch, 'results.json'), `${JSON.stringify(collected, null, 1)}\n`)
    writeFileSync(join(scratch, 'README.md'), readme)
    rmSync(pack, { recursive: true, force: true })
    renameSync(scratch, pack)
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    throw error
  }
  return pack
}
