import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type PostgresCursor,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type TransactionSettings,
} from 'kysely'
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

/** The connections of a pool, each of which has PostgreSQL plan a statement once: planning costs more than most of our questions. */
export function planned(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? new PlannedClient(client)
      clients.set(client, known)
      return known
    },
  }
}

class PlannedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    assert(typeof text === 'string', 'rows are read at once, never through a cursor')
    const name = values.length > 0 ? nameOf(text) : undefined
    return this.#client.query({ text, values: [...values], ...(name ? { name } : {}) })
  }

  release(isBroken?: boolean): void {
    this.#client.release(isBroken)
  }
}

function nameOf(text: string): string | undefined {
  const known = kept.get(text)
  if (known !== undefined || kept.size >= mostKept) return known
  const name = `cw_${kept.size}`
  kept.set(text, name)
  return name
}
