import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import type { ColumnCondition, Population } from '#content/population.ts'
import { literal, openDuck } from '#db/duck.ts'
import type { Period } from './period.ts'

/** One record of a population: in which part it lies, and why it is looked at in any case. */
export type PopulationMember = Readonly<{ id: string; stratum: string; mustSee: readonly string[] }>

type Row = { id: string; stratum: string; must_see: string }

/**
 * The records of a population in a period (to is the day after the last one), read from the facts of the evidence pack: the
 * same files that a stranger repeats the checks with. strata: the columns to spread a draw by.
 */
export async function readPopulation(
  folder: string,
  population: Population,
  period: Period,
  strata: readonly string[],
): Promise<readonly PopulationMember[]> {
  const path = demandFile(join(folder, 'evidence', 'facts', `${population.fact}.parquet`), population.title)
  const parts = strata.map((column) => `coalesce(cast(${column} as varchar), 'none')`)
  const conditions = [
    `${population.subject} is not null`,
    `${population.when} >= date ${literal(period.from)}`,
    `${population.when} < date ${literal(period.to)}`,
    ...population.only.map(holds),
    ...population.without.map((condition) => `not ${holds(condition)}`),
  ]
  const reasons = population.must_see.map(
    (condition) => `case when ${holds(condition)} then ${literal(`${condition.title}\n`)} else '' end`,
  )
  return readMembers(
    `select cast(${population.subject} as varchar) as id,
      ${parts.join(" || ' / ' || ") || "''"} as stratum,
      ${reasons.join(' || ') || "''"} as must_see
    from read_parquet(${literal(path)})
    where ${conditions.join(' and ')}
    order by 1`,
  )
}

/** The subjects about which a check gave an answer that counts: met or not met. */
export async function readSubjects(folder: string, check: string): Promise<readonly PopulationMember[]> {
  const path = demandFile(join(folder, 'evidence', 'answers', `${check}.parquet`), `the check ${check}`)
  return readMembers(
    `select distinct cast(subject as varchar) as id, '' as stratum, '' as must_see
    from read_parquet(${literal(path)})
    where answer in ('met', 'not met')
    order by 1`,
  )
}

async function readMembers(sql: string): Promise<readonly PopulationMember[]> {
  const duck = await openDuck(':memory:', { threads: 1, memory: '512MB' })
  try {
    const rows = await duck.rows<Row>(sql)
    return rows.map(({ id, stratum, must_see }) => ({
      id,
      stratum,
      mustSee: must_see.split('\n').filter((reason) => reason !== ''),
    }))
  } finally {
    duck.close()
  }
}

/** Column names come from the content pack, whose schema lets nothing else through; values are written as literals. */
function holds({ column, is }: ColumnCondition): string {
  if (!is) return `(${column} is not null)`
  return `coalesce(cast(${column} as varchar) in (${is.map((value) => literal(value)).join(', ')}), false)`
}

function demandFile(path: string, what: string): string {
  if (existsSync(path)) return path
  throw new Refusal(
    'not-found',
    `There are no records of ${what} to draw from. Import tickets and collect the evidence first.`,
  )
}
