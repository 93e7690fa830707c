import { join } from 'node:path'
import { openDuck } from '#db/duck.ts'

/** The services that the data name, live ones of the catalogue first, else those that tickets carry; sorted, at most 200. */
export async function servicesOf(folder: string): Promise<string[]> {
  const duck = await openDuck(join(folder, 'events.duckdb'), { readOnly: true, threads: 1 })
  try {
    const named = await duck.rows<{ name: string }>(
      `select distinct coalesce(name, service_id) as name from canonical.service where status is null or status <> 'retired' order by 1 limit 200`,
    )
    const rows =
      named.length > 0
        ? named
        : await duck.rows<{ name: string }>(
            'select distinct service_id as name from canonical.ticket where service_id is not null order by 1 limit 200',
          )
    return rows.map(({ name }) => name)
  } finally {
    duck.close()
  }
}
