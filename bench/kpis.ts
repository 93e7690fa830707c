import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ingested } from '#ingest/ingested.ts'
import { type Cost, costOf } from './cost.ts'
import { changedTickets, logIn, replicate, replicateHouse } from './replicate.ts'

/** So many copies of the real log, each a week later than the one before, hold a million tickets of almost two years; a number asks for fewer. */
const copies = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 41)
const changed = 1000
const data = new URL('../../shared/data/', import.meta.url).pathname
const zip = join(data, 'uci/incident_event_log.csv.zip')
const main = join(import.meta.dirname, '../src/cli/main.ts')
/** The simulated house has some 95,000 tickets in 24 months; so many of it are as many tickets as the copies of the log. */
const houses = Math.max(1, Math.round((copies * 11) / 41))

/**
 * What it costs to compute the KPIs of the library again after an import: at a million tickets of the real log, and of the simulated
 * house, which computes nearly all of them, both beside the reference on the log; and after a thousand changed tickets, of the
 * million and of the real log.
 */
export async function benchKpis(): Promise<void> {
  if (!existsSync(zip)) {
    console.log(
      'KPIs at a million tickets are left out: they need the real log in ../shared/data (see the guide).',
    )
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-kpis-'))
  try {
    const csv = join(folder, 'copies-1.csv')
    writeFileSync(csv, logIn(zip))
    const reference = await atAMillion(folder, csv)
    const out = join(folder, 'workspace-real')
    costOf(folder, 'ingest the real log', [main, 'ingest', csv, '--out', out, '--threads', '2', '--json'])
    await afterAThousand(folder, csv, out)
    await ofTheHouse(folder, reference)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function atAMillion(folder: string, csv: string): Promise<Cost> {
  const log = join(folder, `copies-${copies}.csv`)
  await replicate(csv, log, copies)
  const out = join(folder, 'workspace')
  const reference = costOf(folder, 'reference: plain DuckDB, eight questions', [
    join(import.meta.dirname, 'reference.ts'),
    join(data, 'reference.sql'),
    log,
  ])
  costOf(folder, 'ingest', [main, 'ingest', log, '--out', out, '--threads', '2', '--json'])
  const kpis = costOf(folder, 'every KPI that the log can compute', [
    join(import.meta.dirname, 'ask.ts'),
    out,
    'kpis',
  ])
  tell(kpis, reference, `${copies} copies of the log`)
  await afterAThousand(folder, log, out)
  rmSync(out, { recursive: true, force: true })
  rmSync(log)
  return reference
}

/** The log holds incidents only; the house has every kind of ticket, with clocks, approvals, links and surveys. */
async function ofTheHouse(folder: string, reference: Cost): Promise<void> {
  const [one, all, out] = ['house', 'houses', 'workspace-house'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  costOf(folder, 'simulate the house', [
    join(import.meta.dirname, '../demo/simulate.ts'),
    '--out',
    one,
    '--faults',
    join(folder, 'faults.json'),
  ])
  await replicateHouse(one, all, houses)
  const zone = ['--timezone', 'Europe/Paris']
  costOf(folder, 'ingest', [main, 'ingest', all, '--out', out, '--threads', '2', '--json', ...zone])
  rmSync(all, { recursive: true })
  const kpis = costOf(folder, 'every KPI that the house can compute', [
    join(import.meta.dirname, 'ask.ts'),
    out,
    'kpis',
  ])
  tell(kpis, reference, `${houses} houses`)
  rmSync(out, { recursive: true, force: true })
}

function tell(kpis: Cost, reference: Cost, of: string): void {
  const { figures, months } = JSON.parse(kpis.said) as { figures: number; months: number }
  console.log(
    `${figures} series over ${months} months of ${of}: ${kpis.wall.toFixed(1)} s (under 20), CPU ${(kpis.cpu / reference.cpu).toFixed(2)} times the reference (at most 2)`,
  )
}

/** A thousand tickets come again, each with one event more, into a workspace that holds all of them. */
async function afterAThousand(folder: string, log: string, out: string): Promise<void> {
  const later = join(folder, 'changed.csv')
  await changedTickets(log, later, changed)
  const read = costOf(folder, `ingest ${changed} changed tickets`, [
    main,
    'ingest',
    later,
    '--out',
    out,
    '--threads',
    '2',
    '--json',
  ])
  const asked = costOf(folder, 'every KPI again', [join(import.meta.dirname, 'ask.ts'), out, 'kpis'])
  const { ticket } = (JSON.parse(readFileSync(join(out, 'ingest.json'), 'utf8')) as Pick<Ingested, 'counts'>)
    .counts
  console.log(
    `${changed} changed of ${ticket} tickets to new figures: ${(read.wall + asked.wall).toFixed(1)} s with two starts of the program (under 2)`,
  )
}
