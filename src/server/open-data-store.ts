import { type RawBuilder, sql } from 'kysely'
import type { OpenDataInput, OpenTable } from '#deliver/open-data.ts'
import type { Tx } from './workshop.ts'

/**
 * Tables that are not handed out, with the reason: secrets, what people said where they were told that nobody would see
 * it, and what the program only keeps for itself.
 */
export const withheld: Readonly<Record<string, string>> = {
  api_token: 'secrets by which programs sign in',
  invitation: 'secrets by which people are invited',
  webhook: 'holds the secrets that messages are signed with',
  webhook_delivery: 'messages on their way to other programs',
  mail: 'letters with links that sign in',
  survey_box: 'single answers to surveys, which nobody was promised to see',
  survey_invitee: 'who was asked in a survey',
  survey_token: 'links by which people answer surveys',
  feedback_code: 'codes by which people give feedback without their name',
  reading_answer: 'what was asked while files were read',
  quiz_attempt: 'single answers to quizzes',
  job: 'work of the server',
  record_counter: 'counts numbers for the program',
  record_import: 'previews of imports',
  assessment_revision: 'counts changes for the program',
  account_change: 'on its way into the trail',
  collection: 'evidence from tickets: it is in the evidence pack',
  result: 'evidence from tickets: it is in the evidence pack',
  frozen_text: 'copies of what is in the other tables, frozen for documents',
}

/** Columns that never leave, in whatever table. */
export const secretColumns = /(?:^|_)(?:secret|token|password|passphrase|code_hash)s?(?:$|_)/

type Found = { name: string; columns: string[]; key: string[] }

/** Everything that was written in the name of an organization, table by table, in the order of their keys. */
export async function readOpenData(tx: Tx, madeAt: string): Promise<OpenDataInput> {
  const organization = await tx.selectFrom('organization').select(['id', 'name']).executeTakeFirstOrThrow()
  const { rows: found } = await own.execute(tx)
  const tables: OpenTable[] = []
  for (const { name, columns, key } of found) {
    if (name in withheld) continue
    const kept = columns.filter((column) => !secretColumns.test(column) && column !== 'organization_id')
    const { rows } = await rowsOf(name, key).execute(tx)
    tables.push({ name, columns: kept, rows: rows.map(({ row }) => row) })
  }
  return {
    organization: organization.name,
    madeAt,
    tables,
    withheld: Object.entries(withheld)
      .filter(([name]) => found.some((one) => one.name === name))
      .map(([name, because]) => ({ name, because })),
  }
}

/** The tables of organizations, with their columns and the primary key that orders them. */
const own = sql<Found>`
  select c.relname as name,
    array_agg(a.attname::text order by a.attnum) as columns,
    (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
     from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
     where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and exists (
      select from pg_attribute o
      where o.attrelid = c.oid and not o.attisdropped
        and (o.attname = 'organization_id' or (c.relname = 'organization' and o.attname = 'id')))
  group by c.oid, c.relname
  order by c.relname`

/** Row-level security leaves those of the organization. */
function rowsOf(table: string, key: readonly string[]): RawBuilder<{ row: Record<string, unknown> }> {
  const order = sql.join(key.map((column) => sql.ref(`t.${column}`)))
  return sql`select to_jsonb(t) as row from ${sql.table(table)} t order by ${order}`
}
