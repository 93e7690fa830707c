import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#db/records.ts'
import { emptyKey, wordField } from './keys.ts'
import type { Record } from './record.ts'
import { type Row, toRecord } from './record-store.ts'

/** Which records are asked for: keys are in the form of keys.ts. */
export type Wanted = Readonly<{
  sort: string
  descending: boolean
  filters: readonly Filter[]
  words: readonly string[]
  after: Readonly<{ key: string; id: string }> | undefined
  limit: number
}>

/** A condition on one field. */
export type Filter = Readonly<{
  field: string
  is: 'is' | 'not' | 'from' | 'to' | 'empty' | 'filled'
  keys: readonly string[]
}>

/** Records in order, each with the key it was sorted by. */
export type Listed = Readonly<{ record: Record; key: string }>

/** Up to so many records are looked up one by one; beyond, the list is walked in its order until a page is full. */
const fewRecords = 2000

/**
 * A page of a register. Which way is the shorter one is asked here and not left to the planner: in a table that holds the
 * values of all fields it cannot know how many fit a range.
 */
export async function listRecords(
  tx: Tx,
  organization: string,
  register: string,
  wanted: Wanted,
): Promise<readonly Listed[]> {
  const { sort, descending, after, limit } = wanted
  const tests = [...testsOf(wanted.filters), ...wanted.words.map(wordTest)]
  const few = await fewest(tx, organization, register, tests)
  const conditions = [
    ...(few ? [sql`and sorted.record_id = any(${few}::uuid[])`] : []),
    ...tests.map(condition),
    ...(after ? [cursorCondition(after, descending)] : []),
  ]
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<Row & { key: string }>`
    with page as materialized (
      select sorted.key, sorted.record_id
      from record_key sorted
      where sorted.organization_id = ${organization} and sorted.register = ${register} and sorted.field = ${sort}
        ${sql.join(conditions, sql` `)}
      order by sorted.key ${direction}, sorted.record_id ${direction}
      limit ${limit}
    )
    select record.*, page.key
    from page
    join record on record.organization_id = ${organization} and record.id = page.record_id
    order by page.key ${direction}, page.record_id ${direction}`.execute(tx)
  return rows.map((row) => ({ record: toRecord(row), key: row.key }))
}

/** What the key of a field must be, or must not be. */
type Test = Readonly<{ field: string; key: RawBuilder<unknown>; isNot: boolean }>

/** Two bounds of one field are one test: together they may be narrow, each alone hardly ever is. */
function testsOf(filters: readonly Filter[]): readonly Test[] {
  const isBound = ({ is }: Filter) => is === 'from' || is === 'to'
  const bounds = Map.groupBy(filters.filter(isBound).map(toTest), ({ field }) => field)
  return [
    ...filters.filter((filter) => !isBound(filter)).map(toTest),
    ...[...bounds].map(([field, tests]) => ({
      field,
      isNot: false,
      key: sql.join(
        tests.map(({ key }) => key),
        sql` and `,
      ),
    })),
  ]
}

function toTest({ field, is, keys }: Filter): Test {
  const [key = ''] = keys
  const isNot = is === 'not'
  switch (is) {
    case 'is':
    case 'not':
      return { field, isNot, key: sql`one.key = any(${keys}::text[])` }
    case 'from':
      return { field, isNot, key: sql`one.key >= ${key} and one.key < ${emptyKey}` }
    case 'to':
      return { field, isNot, key: sql`one.key <= ${key} and one.key < ${emptyKey}` }
    case 'empty':
      return { field, isNot, key: sql`one.key = ${emptyKey}` }
    case 'filled':
      return { field, isNot, key: sql`one.key < ${emptyKey}` }
  }
}

function wordTest(word: string): Test {
  return { field: wordField, isNot: false, key: sql`one.key >= ${word} and one.key < ${word + emptyKey}` }
}

/** The records that pass the narrowest test, where they are few. */
async function fewest(
  tx: Tx,
  organization: string,
  register: string,
  tests: readonly Test[],
): Promise<readonly string[] | undefined> {
  let few: readonly string[] | undefined
  for (const { field, key, isNot } of tests) {
    if (isNot) continue
    const { rows } = await sql<{ id: string }>`
      select one.record_id as id from record_key one
      where one.organization_id = ${organization} and one.register = ${register} and one.field = ${field} and ${key}
      limit ${(few?.length ?? fewRecords) + 1}`.execute(tx)
    if (rows.length <= (few?.length ?? fewRecords)) few = rows.map(({ id }) => id)
    if (few?.length === 0) return few
  }
  return few
}

/** Asked of each record on the way, by the key of the record; the offset keeps the planner from turning it round. */
function condition({ field, key, isNot }: Test): RawBuilder<unknown> {
  return sql`and ${sql.raw(isNot ? 'not' : '')} exists (
    select from record_key one
    where one.organization_id = sorted.organization_id and one.record_id = sorted.record_id
      and one.field = ${field} and ${key}
    offset 0)`
}

function cursorCondition({ key, id }: { key: string; id: string }, descending: boolean): RawBuilder<unknown> {
  return descending
    ? sql`and (sorted.key, sorted.record_id) < (${key}, ${id}::uuid)`
    : sql`and (sorted.key, sorted.record_id) > (${key}, ${id}::uuid)`
}
