import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import type { Workspace } from './store.ts'
import { Unanswered } from './unanswered.ts'
import type { Understood } from './understand.ts'
import { instant, quoted, text } from './value-sql.ts'

/** The zone must be one that the engine knows. */
export async function checkZone(workspace: Workspace, zone: string | undefined): Promise<void> {
  if (zone === undefined) return
  const known = await workspace.duck.rows(
    `select name from pg_timezone_names() where name = '${zone.replaceAll("'", "''")}'`,
  )
  if (known.length === 0)
    throw new Refusal('invalid', `There is no time zone "${zone}". Name it as Europe/Paris or UTC.`)
}

/** Zone-less times are taken as they stand only when all are zone-less; a mixture needs a zone. */
export async function checkZones(
  workspace: Workspace,
  understood: readonly Understood[],
  zone: string | undefined,
  likely: readonly string[],
): Promise<Problem[]> {
  if (zone !== undefined) return []
  const naive = understood.find((each) => each.naive.length > 0)
  const offset = understood.find((each) => each.offset.length > 0)
  if (!naive) return []
  if (offset) throw await zoneQuestion(workspace, naive, offset, likely)
  return [
    {
      code: 'ingest.no-timezone',
      level: 'note',
      message:
        'times carry no zone and none was named: they are taken as they stand, which can cost an hour across a clock change and moves days at midnight. Name the zone with --timezone.',
      where: { file: naive.source.file },
    },
  ]
}

/** The question in which zone times were written, with an example and what it would be in the likely ones. */
async function zoneQuestion(
  workspace: Workspace,
  naive: Understood,
  offset: Understood,
  likely: readonly string[],
): Promise<Unanswered> {
  const [column = ''] = naive.naive
  const format = naive.source.formats.get(column)
  const cell = quoted(column)
  const zones = [...new Set(['UTC', ...likely])]
  const read = (zone: string) => (format ? instant(cell, format, zone) : 'null')
  const instants = zones.map((zone, place) => `cast(${read(zone)} as varchar) as zone_${place}`)
  const [row = {}] = await workspace.duck.rows(
    `select ${cell} as example, ${instants.join(', ')} from read_parquet(${text(naive.source.path)}) where ${cell} is not null limit 1`,
  )
  return new Unanswered(
    `${offset.source.file} carries time zones (column "${offset.offset[0]}"), ${naive.source.file} does not (column "${column}"). Say in which zone the latter is written: --timezone Europe/Paris.`,
    {
      about: 'timezone',
      file: naive.mapping.file,
      columns: [...naive.naive],
      example: String(row.example ?? ''),
      readings: zones.map((zone, place) => ({
        answer: zone,
        reads: `${String(row[`zone_${place}`] ?? '?').slice(0, 16)} UTC`,
      })),
    },
  )
}
