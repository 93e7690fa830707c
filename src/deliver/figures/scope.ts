import { heading, plain, shortHash } from '#base/format.ts'
import type { Speech } from '../speech.ts'
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
export function scopeOf({ ingested, collected, services, speech }: GapReportInput): Scope {
  const types = Object.entries(ingested.counts).filter(([name, n]) => name.startsWith('ticket ') && n > 0)
  const tickets = types.reduce((sum, [, n]) => sum + n, 0)
  const read = ingested.files.filter(({ read_as }) => read_as !== 'ignore')
  const { say, many, count, day } = speech
  return {
    says: say('scope.says', {
      tickets: many('tickets', tickets),
      types: many('scope.types', types.length),
      tables: many('scope.tables', read.length),
      from: day(ingested.data_from),
      until: day(ingested.data_until),
    }),
    files: ingested.files.map((file) => [
      file.file === file.table || file.file.startsWith(`${file.table}.`)
        ? file.file
        : `${file.file} · ${file.table}`,
      file.format,
      file.read_as === 'ignore' ? say('scope.left-out') : describe(file.read_as, file.type),
      count(file.rows),
      shortHash(file.sha256),
    ]),
    types: types
      .toSorted((a, b) => b[1] - a[1])
      .map(([name, n]) => [heading(name.slice('ticket '.length)), count(n)]),
    services: services.slice(0, shownServices),
    servicesNote: servicesNote(services.length, speech),
    facts: [
      [say('scope.period'), speech.periodOf(collected.period)],
      [say('scope.data'), speech.rangeOf(day(ingested.data_from), day(ingested.data_until))],
      [say('scope.timezone'), ingested.timezone ?? say('scope.no-timezone')],
      [say('scope.snapshot'), collected.dataHash.replaceAll(/(.{16})(?=.)/g, '$1 ')],
    ],
  }
}

function describe(table: string, type: string | undefined): string {
  return type === undefined ? plain(table) : `${plain(table)}: ${plain(type)}`
}

function servicesNote(total: number, { say }: Speech): string {
  if (total === 0) return say('scope.no-services')
  return total > shownServices
    ? say('scope.some-services', { count: total, shown: shownServices })
    : say('scope.services', { count: total })
}
