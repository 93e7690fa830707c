import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { sourcesOf } from '#monitoring/kpi-source.ts'
import { startTryOrganization } from '#server/try-assessment.ts'
import { content, startServer } from '#server/try-server.ts'
import { benchKpis } from './kpis.ts'

/**
 * npm run bench -- --monitoring: the page of monitoring with sixty KPIs, five years of months each, every month computed three
 * times; and one KPI whole. Times are those of the server, from the request to the last byte. Then the KPIs themselves: at a million
 * tickets, and after a thousand changed ones.
 */
const [watched, months, rounds] = [60, 60, 3] as const
const server = await startServer(() => new Date('2026-03-01T09:00:00Z'))
const own = await startTryOrganization(server, 'ada')
const { kpis } = openGuides(content)
const sources = sourcesOf(kpis, openLibrary(content).questions)
const names = kpis
  .filter(({ id }) => sources.get(id)?.by === 'measure')
  .slice(0, watched)
  .map(({ id }) => id)
for (const kpi of names) {
  const { status, body } = await own.ask('ada', 'POST', 'monitoring', { kpi, target: 0.5 })
  if (status !== 201) throw new Error(JSON.stringify(body))
}
await server.world.records.pool.query(
  `insert into kpi_point (organization_id, kpi, period, part, whole, n, is_closed, data_hash, computed_at, computed_by_name)
   select $1, kpi, to_char(date '2021-02-01' + m * interval '1 month', 'YYYY-MM'), 40 + (m * 7 + round) % 20, 100, 100, true,
     repeat('0', 64), now(), 'bench'
   from unnest($2::text[]) kpi, generate_series(0, ${rounds - 1}) round, generate_series(0, ${months - 1}) m`,
  [own.id, names],
)

async function time(path: string): Promise<Readonly<Record<string, number | string>>> {
  const took: number[] = []
  for (let round = 0; round < 120; round += 1) {
    const began = performance.now()
    const { status } = await own.ask('ada', 'GET', path)
    if (status !== 200) throw new Error(`${path}: ${status}`)
    if (round >= 20) took.push(performance.now() - began)
  }
  took.sort((one, other) => one - other)
  const at = (share: number) => Math.round(10 * (took[Math.floor(share * took.length)] ?? 0)) / 10
  return { path, p50: at(0.5), p95: at(0.95), most: at(0.99) }
}

const rows = names.length * months * rounds
console.log(`${names.length} KPIs, ${rows} rows of series; milliseconds of 100 requests after 20:`)
console.table([await time('monitoring'), await time(`monitoring/${names[0]}`)])
await server.close()
await benchKpis()
