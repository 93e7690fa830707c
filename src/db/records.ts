import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { planned, type Scope, ScopedDriver, scopes } from './connection.ts'
import type { AdoptionTables } from './tables/adoption.ts'
import type { ApiTables } from './tables/api.ts'
import type { AssessmentTables } from './tables/assessment.ts'
import type { AuditTables } from './tables/audit.ts'
import type { AuthTables } from './tables/auth.ts'
import type { BrandTables } from './tables/brand.ts'
import type { EvidenceTables } from './tables/evidence.ts'
import type { FinanceTables } from './tables/finance.ts'
import type { ImprovementTables } from './tables/improvement.ts'
import type { MailTables } from './tables/mail.ts'
import type { MonitoringTables } from './tables/monitoring.ts'
import type { OrganizationTables } from './tables/organization.ts'
import type { RegisterTables } from './tables/register.ts'
import type { RoadmapTables } from './tables/roadmap.ts'
import type { ServiceLevelTables } from './tables/service-level.ts'
import type { StrategyTables } from './tables/strategy.ts'

/** Every table of the records; each area keeps its own list beside its migration. */
export type Tables = OrganizationTables &
  AuthTables &
  RegisterTables &
  AssessmentTables &
  AuditTables &
  RoadmapTables &
  EvidenceTables &
  BrandTables &
  FinanceTables &
  MailTables &
  StrategyTables &
  MonitoringTables &
  ImprovementTables &
  ServiceLevelTables &
  AdoptionTables &
  ApiTables

/** One transaction in the name of an organization: all of it is kept, or nothing. */
export type Tx = Transaction<Tables>

/** The open records. */
export type Records = Readonly<{
  /** For what belongs to no organization: people, sessions, jobs. The owner's connection: it is not held back by row-level security. */
  db: Kysely<Tables>
  pool: pg.Pool
  within: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}>

/** Opens the records of a migrated database. */
export function openRecords(url: string, most = 12): Records {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types: recordTypes,
  })
  // A connection that breaks while it is idle is replaced by the pool; without a listener the process would end.
  pool.on('error', () => undefined)
  // Nor may one end it that breaks between two queries of a transaction: its next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const connections = { pool: planned(pool) }
  const dialect = new PostgresDialect(connections)
  dialect.createDriver = () => new ScopedDriver(connections)
  const db = new Kysely<Tables>({ dialect })
  return {
    db,
    pool,
    within: (scope, work) =>
      scopes.run(scope, () => db.transaction().execute((tx) => scopes.run(undefined, () => work(tx)))),
    close: () => db.destroy(),
  }
}

/** How values of the records come out of PostgreSQL, for a connection that is opened elsewhere. */
export const recordTypes = { getTypeParser: parserOf }

/** 64-bit and decimal numbers come as numbers: every count of ours is far below 2^53. Days stay text. */
function parserOf(type: number, format?: unknown): (value: string) => unknown {
  if (type === 20 || type === 1700) return Number
  if (type === 1082) return String
  return pg.types.getTypeParser(type, format as 'text')
}
