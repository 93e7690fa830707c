import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { type Duck, literal, openDuck } from '#db/duck.ts'
import type { Collected } from '#evidence/collected.ts'
import { readKept } from '#evidence/store.ts'
import type { OwnAnswer } from './library.ts'
import { readMonths, whyNotAsked } from './own-question.ts'

/** A select of the organization's own, and what it answers with. */
export type OwnQuestion = Readonly<{ kpi: string; sql: string; answers: 'share' | 'value' }>

/** How long one select may take, in milliseconds, and how much memory; nothing is written to disk. */
const patience = 10_000
const memory = '400MB'

/**
 * Asks own selects about the facts of the newest collection, in an engine of their own that can read those files and nothing
 * else and change none of its settings. A select that is refused, too slow or wrong says so; the others are asked all the same.
 */
export async function askOwn(
  folder: string,
  questions: readonly OwnQuestion[],
  wait = patience,
): Promise<ReadonlyMap<string, OwnAnswer>> {
  const facts = join(folder, 'evidence', 'facts')
  const collected = readKept(folder, 'results.json') as Collected | undefined // written by collect
  if (!collected || !existsSync(facts))
    throw new Refusal('conflict', 'Nothing was collected yet. Collect evidence first.')
  const scratch = mkdtempSync(join(tmpdir(), 'clausewise-own-'))
  const duck = await openDuck(':memory:', { threads: 1, memory, scratch })
  try {
    const names = await openFacts(duck, facts, collected)
    const answers = new Map<string, OwnAnswer>()
    for (const question of questions) answers.set(question.kpi, await askOne(duck, question, names, wait))
    return answers
  } finally {
    duck.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Opens the facts for reading, then shuts every other door; answers their names. */
async function openFacts(duck: Duck, facts: string, collected: Collected): Promise<ReadonlySet<string>> {
  const names = readdirSync(facts)
    .filter((name) => name.endsWith('.parquet'))
    .map((name) => basename(name, '.parquet'))
  await duck.run('create schema fact')
  for (const name of names)
    await duck.run(
      `create view fact.${name} as select * from read_parquet(${literal(join(facts, `${name}.parquet`))})`,
    )
  const { period, dataUntil } = collected
  await duck.run(`create view parameter as select timestamp ${literal(period.from)} as period_from,
    timestamp ${literal(period.to)} as period_to, timestamp ${literal(dataUntil)} as data_until`)
  await duck.run(`set search_path = 'fact,main'`)
  await duck.run(`set allowed_directories = [${literal(facts)}]`)
  await duck.run(`set max_temp_directory_size = '0KB'`)
  await duck.run('set enable_external_access = false')
  await duck.run('set lock_configuration = true')
  return new Set(names)
}

async function askOne(
  duck: Duck,
  { sql, answers }: OwnQuestion,
  facts: ReadonlySet<string>,
  wait: number,
): Promise<OwnAnswer> {
  const refused = (because: string): OwnAnswer => ({ points: [], because })
  const text = sql.trim().replace(/;$/, '')
  const timer = setTimeout(() => duck.connection.interrupt(), wait)
  try {
    const [row] = await duck.rows<{ parsed: string }>(
      `select cast(json_serialize_sql(${literal(text)}) as varchar) as parsed`,
    )
    const why = whyNotAsked(JSON.parse(row?.parsed ?? '{}'), facts)
    if (why !== undefined) return refused(why)
    const rows = await duck.rows(`select * from (${text}\n) as answer limit 1000`)
    const { points, wrong } = readMonths(rows, answers)
    return wrong === undefined ? { points, because: undefined } : refused(wrong)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return refused(
      /interrupt/i.test(said) ? `It took longer than ${wait / 1000} seconds and was stopped.` : said,
    )
  } finally {
    clearTimeout(timer)
  }
}
