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

/** Asks a check about each month alone; a month in which it could decide nothing is left out. */
export async function askByMonth(
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
      `select cast(count(*) filter (where answer = 'met') as integer) as part, cast(count(*) as integer) as whole
      from (${answers}) as answers where answer in ('met', 'not met')`,
    )
    if (row && row.whole > 0) found.push({ period, part: row.part, whole: row.whole, n: row.whole })
  }
  return found
}
