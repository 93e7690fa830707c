import { monthsOf, nextMonth, type Period } from './period.ts'

/** The part of a store that months need. */
type Rows = Readonly<{
  run: (sql: string) => Promise<void>
  rows: <T extends Record<string, string | number | boolean | null>>(sql: string) => Promise<T[]>
}>

/** Writes the months of a period with their limits as instants, and gives the settings that every question reads. */
export async function writeMonths(
  duck: Rows,
  period: Period,
  zone: string | undefined,
  dataUntil: string,
): Promise<Record<string, string>> {
  const instant = (day: string) =>
    zone === undefined || zone === 'UTC'
      ? `timestamp '${day}'`
      : `timezone('UTC', timezone('${zone}', timestamp '${day}'))`
  const worked = (hour: string, at: string) =>
    `(${hour}.minutes_before + greatest(0, extract(epoch from least(month.${at}, ${hour}.open_to) - ${hour}.open_from)) / 60)`
  const rows = monthsOf(period).map(
    (month) => `('${month}', ${instant(`${month}-01`)}, ${instant(nextMonth(month))})`,
  )
  await duck.run('delete from canonical.month')
  await duck.run(`
    insert into canonical.month
    select month.month, month.from_at, month.to_at, ${worked('after', 'to_at')} - ${worked('before', 'from_at')}
    from (values ${rows.join(', ')}) as month(month, from_at, to_at)
    left join canonical.calendar_hour as before on before.calendar_id = 'default' and before.hour_at = date_trunc('hour', month.from_at)
    left join canonical.calendar_hour as after on after.calendar_id = 'default' and after.hour_at = date_trunc('hour', month.to_at)
    order by month.month`)
  const [limits] = await duck.rows<{ period_from: string; period_to: string }>(
    `select cast(${instant(period.from)} as varchar) as period_from, cast(${instant(period.to)} as varchar) as period_to`,
  )
  return {
    period_from: limits?.period_from ?? period.from,
    period_to: limits?.period_to ?? period.to,
    data_until: dataUntil,
  }
}
