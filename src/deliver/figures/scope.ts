import { count, counted, day, heading, periodOf, plain, shortHash } from './format.ts'
import type { GapReportInput } from './input.ts'

/** What was looked at: files, tickets, services, period and time zone. */
export type Scope = {
  readonly says: string
  readonly files: readonly (readonly string[])[]
  readonly types: readonly (readonly string[])[]
  readonly services: readonly string[]
  readonly servicesNote: string
  readonly facts: readonly (readonly [string, string])[]
}

const shownServices = 60

/** The figures of the scope chapter. */
export function scopeOf({ ingested, collected, services }: GapReportInput): Scope {
  const types = Object.entries(ingested.counts).filter(([name, n]) => name.startsWith('ticket ') && n > 0)
  const tickets = types.reduce((sum, [, n]) => sum + n, 0)
  const read = ingested.files.filter(({ read_as }) => read_as !== 'ignore')
  return {
    says: `${counted(tickets, 'ticket')} of ${counted(types.length, 'type')} were read from ${counted(read.length, 'table')}. They were opened from ${day(ingested.data_from)} on; the data end on ${day(ingested.data_until)}.`,
    files: ingested.files.map((file) => [
      file.file === file.table || file.file.startsWith(`${file.table}.`)
        ? file.file
        : `${file.file} · ${file.table}`,
      file.format,
      file.read_as === 'ignore' ? 'left out' : describe(file.read_as, file.type),
      count(file.rows),
      shortHash(file.sha256),
    ]),
    types: types
      .toSorted((a, b) => b[1] - a[1])
      .map(([name, n]) => [heading(name.slice('ticket '.length)), count(n)]),
    services: services.slice(0, shownServices),
    servicesNote: servicesNote(services.length),
    facts: [
      ['Period of the checks', periodOf(collected.period)],
      ['Data', `${day(ingested.data_from)} to ${day(ingested.data_until)}`],
      [
        'Time zone',
        ingested.timezone ??
          'None was named: times are taken as they stand, which can move tickets by an hour or to the next day.',
      ],
      ['Snapshot', collected.dataHash.replaceAll(/(.{16})(?=.)/g, '$1 ')],
    ],
  }
}

function describe(table: string, type: string | undefined): string {
  return type === undefined ? plain(table) : `${plain(table)}: ${plain(type)}`
}

function servicesNote(total: number): string {
  if (total === 0) return 'The data name no service. Whether the scope is right cannot be judged from them.'
  const more = total - shownServices
  return more > 0
    ? `${count(total)} services; the first ${shownServices} are named.`
    : `${count(total)} services, as the data name them. The approved scope statement decides, not this list.`
}
