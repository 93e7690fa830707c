import type { Triple } from '#content/pack.ts'
import type { Check } from '#content/question.ts'
import type { CheckMonth } from './result.ts'

/** A KPI goes by this check, and the check asks about a period: what it says of each month is kept as well. */
export function isAskedByMonth({ about, sql }: Pick<Triple<Check>, 'about' | 'sql'>): boolean {
  return about.aka.some((name) => name.startsWith('KPI-')) && sql.includes('parameter.period_from')
}

/** The part of an engine that asking by month needs. */
type Rows = Readonly<{
  run: (sql: string) => Promise<void>
  rows: <T extends Record<string, string | number | boolean | null>>(sql: string) => Promise<T[]>
}>

/** The limits of one month, as the settings of a question name them. */
type Limits = Readonly<{ period_from: string; period_to: string }>

const counted = `cast(count(*) filter (where answer = 'met') as integer) as part, cast(count(*) as integer) as whole`
const decided = `answer in ('met', 'not met')`

/** What a check says of each month alone; a month in which it could decide nothing is left out. */
export async function askByMonth(
  duck: Rows,
  answers: string,
  settingsOf: (limits: Limits) => string,
): Promise<readonly CheckMonth[]> {
  const moment = momentOf(answers)
  return moment ? askAtOnce(duck, answers, moment) : askOneByOne(duck, answers, settingsOf)
}

/** The fact and column by which a check takes a ticket into its period. */
type Moment = Readonly<{ fact: string; column: string }>

/**
 * The moment by which a check chooses its tickets: where the period stands in its select once, and about one column of a fact
 * whose tickets are its subjects, the answers about a month are those about the tickets of that month.
 */
export function momentOf(sql: string): Moment | undefined {
  const [from, ...moreFrom] = [...sql.matchAll(/\b([a-z_]+)\.([a-z_]+)\s+>=\s+parameter\.period_from\b/g)]
  const [to, ...moreTo] = [...sql.matchAll(/\b([a-z_]+)\.([a-z_]+)\s+<\s+parameter\.period_to\b/g)]
  const mentions = sql.match(/parameter\.period_(from|to)\b/g)?.length
  // What is counted over several tickets would be counted over other ones in a month.
  const isAlone = !/\bgroup by\b(?!\s+[a-z_]+\.ticket_id\s*($|\)))|\bover\s*\(|\blimit\b/m.test(sql)
  const isPlain = moreFrom.length === 0 && moreTo.length === 0 && mentions === 2 && isAlone
  const [, fact, column] = from ?? []
  if (!isPlain || fact === undefined || column === undefined) return undefined
  if (to?.[1] !== fact || to[2] !== column || fact === 'ci_change') return undefined
  return /\.ticket_id as subject\b/.test(sql) ? { fact, column } : undefined
}

/** Asks once about the whole period, and puts each ticket into its month. */
async function askAtOnce(
  duck: Rows,
  answers: string,
  { fact, column }: Moment,
): Promise<readonly CheckMonth[]> {
  const rows = await duck.rows<{ month: string; part: number; whole: number }>(
    `select month.month, ${counted}
    from (${answers}) as answers
    inner join ${fact} on ${fact}.ticket_id = answers.subject
    inner join canonical.month on ${fact}.${column} >= month.from_at and ${fact}.${column} < month.to_at
    where ${decided} group by month.month order by month.month`,
  )
  return rows.map(({ month: period, part, whole }) => ({ period, part, whole, n: whole }))
}

async function askOneByOne(
  duck: Rows,
  answers: string,
  settingsOf: (limits: Limits) => string,
): Promise<readonly CheckMonth[]> {
  const months = await duck.rows<Limits & { month: string }>(
    `select month, cast(from_at as varchar) as period_from, cast(to_at as varchar) as period_to
    from canonical.month order by month`,
  )
  const found: CheckMonth[] = []
  for (const { month: period, ...limits } of months) {
    await duck.run(`create or replace temporary view parameter as ${settingsOf(limits)}`)
    const [row] = await duck.rows<{ part: number; whole: number }>(
      `select ${counted} from (${answers}) as answers where ${decided}`,
    )
    if (row && row.whole > 0) found.push({ period, part: row.part, whole: row.whole, n: row.whole })
  }
  return found
}
