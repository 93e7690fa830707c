import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, type DatabaseConnection, PostgresDriver, type TransactionSettings } from 'kysely'
import pg from 'pg'

/** In whose name a transaction speaks. Without an organization it sees only what a person may see of himself. */
export type Scope = Readonly<{ organization?: string; person?: string }>

/** The scope that the next transaction begins with; undefined where it speaks for the owner of the database. */
export const scopes = new AsyncLocalStorage<Scope | undefined>()

/** Begins a transaction and says in whose name it speaks by one message: each message costs more than what it says. */
export class ScopedDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const scope = scopes.getStore()
    if (scope === undefined) return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; ${speakFor(scope)}`))
  }
}

/** Sets the role and the names that row-level security goes by, until the transaction ends. */
function speakFor({ organization = '', person = '' }: Scope): string {
  return `select set_config('role', 'clausewise_app', true),
    set_config('clausewise.organization', ${pg.escapeLiteral(organization)}, true),
    set_config('clausewise.person', ${pg.escapeLiteral(person)}, true)`
}

/** How many statements a connection keeps planned; lists of changing length would make ever new ones. */
const mostKept = 400
const kept = new Map<string, string>()

/** A connection that has PostgreSQL plan each statement once: planning costs more than most of our questions. */
export class RecordsClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: one signature for the many of the client, which are passed on unseen
  override query(...given: any[]): any {
    const [text, values] = given
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text)
    if (!name) return Reflect.apply(super.query, this, given)
    return Reflect.apply(super.query, this, [{ name, text, values }, ...given.slice(2)])
  }
}

function nameOf(text: string): string | undefined {
  const known = kept.get(text)
  if (known !== undefined || kept.size >= mostKept) return known
  const name = `cw_${kept.size}`
  kept.set(text, name)
  return name
}
