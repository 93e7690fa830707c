import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { unzipSync } from 'fflate'

/** The log in the archive that it is handed out in. */
export function logIn(path: string): Uint8Array {
  const entries = Object.entries(unzipSync(new Uint8Array(readFileSync(path))))
  const [, bytes] = entries.find(([name]) => name.endsWith('.csv') && !name.includes('__MACOSX')) ?? []
  if (!bytes) throw new Error(`${path} holds no log`)
  return bytes
}

/**
 * Writes whole copies of an event log beside each other: copy k has ids ending in -k and all times moved by 7 k days,
 * so that weekdays and hours stay as they are and every count is the one of the log times the copies.
 */
export async function replicate(from: string, to: string, copies: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '2GB',
    temp_directory: join(dirname(to), 'spill'),
  })
  const connection = await instance.connect()
  const times = ['opened_at', 'sys_created_at', 'sys_updated_at', 'resolved_at', 'closed_at']
  const moved = times.map(
    (name) =>
      `coalesce(strftime(try_strptime(${name}, '%d/%m/%Y %H:%M') + to_days(cast(7 * copy as integer)), '%-d/%-m/%Y %H:%M'), '?') as ${name}`,
  )
  await connection.run(`
    copy (
        select log.* exclude (row) replace (number || case when copy = 0 then '' else '-' || copy end as number, ${moved.join(', ')})
        from (
            select *, row_number() over () as row from read_csv('${from}', all_varchar = true, header = true)
        ) as log, generate_series(0, ${copies - 1}) as copies(copy)
        order by copy, row
    ) to '${to}' (header, delimiter ',')`)
  connection.closeSync()
  instance.closeSync()
}

/** Writes the rows of so many tickets from all over a log, each with its last event once more an hour later. */
export async function changedTickets(from: string, to: string, count: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '2GB',
    temp_directory: join(dirname(to), 'spill'),
  })
  const connection = await instance.connect()
  const later = `strftime(strptime(sys_updated_at, '%d/%m/%Y %H:%M') + interval 1 hour, '%-d/%-m/%Y %H:%M')`
  await connection.run(`
    copy (
        with log as (
            select *, row_number() over () as row from read_csv('${from}', all_varchar = true, header = true)
        ),
        chosen as (
            select number, max(row) as last from log group by number order by md5(number) limit ${count}
        ),
        every_row as (
            select log.* from log inner join chosen on chosen.number = log.number
            union all
            select log.* replace (${later} as sys_updated_at, row + 0.5 as row) from log inner join chosen on chosen.last = log.row
        )
        select * exclude (row) from every_row order by row
    ) to '${to}' (header, delimiter ',')`)
  connection.closeSync()
  instance.closeSync()
}

/** Numbers of tickets and of what belongs to them; those of agreements have fewer digits, and items of the register a place. */
const ownNumber = '[A-Z]{2,4}[0-9]{6,}(-[A-Z]+)?'

/** Files of the simulated house that say what there is; everything else says what happened. */
const registers = ['agreements', 'audits', 'cmdb_ci', 'cmdb_ci_service', 'suppliers', 'training'].map(
  (name) => `${name}.csv`,
)

/**
 * Writes the export of the simulated house so often that its tickets become as many: numbers of copy k end in -k, in every
 * column in which they stand, times stay. So there are as many months, services and teams, and copies times as much in each.
 * first: the copy to begin with, where those before are there already; registers, which are no copies, are then left out.
 */
export async function replicateHouse(from: string, to: string, copies: number, first = 0): Promise<void> {
  mkdirSync(to, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '3GB',
    temp_directory: join(dirname(to), 'spill'),
  })
  const connection = await instance.connect()
  for (const name of readdirSync(from)) {
    if (registers.includes(name)) {
      if (first === 0) copyFileSync(join(from, name), join(to, name))
      continue
    }
    await connection.run(`
      copy (
          select columns(*)
          from (
              select
                  case when regexp_full_match(columns(log.*), '${ownNumber}') and copy > 0
                      then columns(log.*) || '-' || copy else columns(log.*) end
              from read_csv('${join(from, name)}', all_varchar = true, header = true) as log,
                  generate_series(${first}, ${copies - 1}) as copies(copy)
          )
      ) to '${join(to, name)}' (header, delimiter ',')`)
  }
  connection.closeSync()
  instance.closeSync()
}
