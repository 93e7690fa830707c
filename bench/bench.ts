import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Cost, costOf } from './cost.ts'
import { logIn, replicate } from './replicate.ts'

/** npm run bench [-- --large | --server | --schedule [--all] | --case | --monitoring [copies] | --documents | --one-click]: CPU seconds, peak memory and ratios of one run, on the real log and its copies. */
const { values } = parseArgs({
  options: {
    large: { type: 'boolean' },
    keep: { type: 'string' },
    scale: { type: 'string' },
    server: { type: 'boolean' },
    schedule: { type: 'boolean' },
    all: { type: 'boolean' },
    case: { type: 'boolean' },
    monitoring: { type: 'boolean' },
    documents: { type: 'boolean' },
    'one-click': { type: 'boolean' },
  },
  allowPositionals: true,
})
if (values.server) {
  await import('./server.ts')
  process.exit()
}
if (values.schedule) {
  await import('./schedule.ts')
  process.exit()
}
if (values.case) {
  await import('./business-case.ts')
  process.exit()
}
if (values.monitoring) {
  await import('./monitoring.ts')
  process.exit()
}
if (values['one-click']) {
  await import('./one-click.ts')
  process.exit()
}
if (values.documents) {
  await import('./documents.ts')
  process.exit()
}
const data = new URL('../../shared/data/', import.meta.url).pathname
const zip = join(data, 'uci/incident_event_log.csv.zip')
const reference = join(data, 'reference.sql')
if (!existsSync(zip)) {
  console.log('Left out: the bench needs the real log in ../shared/data (see the guide).')
  process.exit(0)
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'clausewise-bench-'))
mkdirSync(folder, { recursive: true })

const main = join(import.meta.dirname, '../src/cli/main.ts')
const csv = join(folder, 'copies-1.csv')
if (!existsSync(csv)) {
  writeFileSync(csv, logIn(zip))
}

/** Reference and product on the same number of copies of the log. */
async function compare(
  copies: number,
): Promise<Readonly<{ reference: Cost; product: number; peak: number }>> {
  const log = copies === 1 ? csv : join(folder, `copies-${copies}.csv`)
  if (!existsSync(log)) await replicate(csv, log, copies)
  console.log(`\n${copies} ${copies === 1 ? 'copy' : 'copies'}, ${(statSync(log).size / 1e6).toFixed(0)} MB`)
  const out = join(folder, `workspace-${copies}`)
  rmSync(out, { recursive: true, force: true })
  const plain = costOf(folder, 'reference: plain DuckDB, eight questions', [
    join(import.meta.dirname, 'reference.ts'),
    reference,
    log,
  ])
  const ingest = costOf(folder, 'ingest', [main, 'ingest', log, '--out', out, '--threads', '2', '--json'])
  const collect = costOf(folder, 'all checks and measures', [join(import.meta.dirname, 'ask.ts'), out])
  rmSync(out, { recursive: true, force: true })
  return { reference: plain, product: ingest.cpu + collect.cpu, peak: Math.max(ingest.peak, collect.peak) }
}

const one = join(folder, 'workspace-real')
rmSync(one, { recursive: true, force: true })
const whole = costOf(folder, 'run on the real log, everything included', [
  main,
  'run',
  zip,
  '--out',
  one,
  '--json',
])
const report = costOf(folder, 'report of the real log, 306 requirements', [
  main,
  'deliver',
  '--out',
  one,
  '--json',
])
const seven = await compare(7)
console.log(
  `\nat 7 copies: product / reference CPU = ${(seven.product / seven.reference.cpu).toFixed(2)} (at most 2)`,
)
if (values.large) {
  const large = await compare(71)
  console.log(
    `\nat 71 copies: CPU is ${(large.product / seven.product).toFixed(2)} times that at 7 (at most 11); product / reference = ${(large.product / large.reference.cpu).toFixed(2)}; peak memory ${Math.round(large.peak)} MiB (under 4096)`,
  )
}
console.log(
  `\nrun on the real log: ${whole.wall.toFixed(1)} s (under 15), report ${report.wall.toFixed(1)} s (under 5)`,
)
if (!values.keep) rmSync(folder, { recursive: true, force: true })
