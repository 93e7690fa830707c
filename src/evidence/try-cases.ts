import type { Cases, Fact, ParameterValue, Row } from '#content/question.ts'
import { createTable } from '#content/table.ts'

/** An engine that can run the content's SQL: DuckDB or PostgreSQL. */
export type Engine = Readonly<{
  name: string
  run: (sql: string) => Promise<void>
  rows: (sql: string) => Promise<Row[]>
}>

/** A case whose answers were not the expected ones. */
export type Difference = Readonly<{ id: string; engine: string; case: string; expected: string; got: string }>

type Question = Readonly<{
  id: string
  sql: string
  cases: Cases
  parameters: Readonly<Record<string, ParameterValue>>
}>

const defaults: Readonly<Record<string, string>> = {
  period_from: '2026-01-01 00:00:00',
  period_to: '2027-01-01 00:00:00',
  data_until: '2027-01-01 00:00:00',
}

/** Makes one empty table per fact, so that each case only adds and removes rows. */
export async function prepareFacts(
  engine: Engine,
  facts: readonly { readonly name: string; readonly about: Fact }[],
): Promise<void> {
  await engine.run('create schema fact')
  for (const fact of facts) await engine.run(createTable(`fact.${fact.name}`, fact.about.columns))
  await engine.run("set search_path = 'fact'")
}

/** Makes the canonical tables and the reference tables, empty, for the cases of facts. */
export async function prepareCanonical(engine: Engine, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await engine.run(statement)
}

/** Runs every case of one question on one engine; what differs comes back. */
export async function tryCases(engine: Engine, question: Question): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const [name, { given, expect }] of Object.entries(question.cases.cases)) {
    await engine.run('begin')
    const got = await answer(engine, question, given)
      .then((rows) => show(rows, expect))
      .catch((error: unknown) => `error: ${error instanceof Error ? error.message : String(error)}`)
    await engine.run('rollback')
    const expected = show(
      expect.map((row) => normal(row)),
      expect,
    )
    if (got !== expected)
      differences.push({ id: question.id, engine: engine.name, case: name, expected, got })
  }
  return differences
}

/** Puts the rows of a case in place, and asks. */
async function answer(
  engine: Engine,
  question: Question,
  given: Cases['cases'][string]['given'],
): Promise<Row[]> {
  await engine.run(parameterView(question.parameters, given.parameter?.[0]))
  const tables = Object.entries(given).filter(([table]) => table !== 'parameter')
  for (const [table, rows] of tables) {
    for (const row of rows) await engine.run(insert(table.includes('.') ? table : `fact.${table}`, row))
  }
  return (await engine.rows(question.sql)).map((row) => normal(row))
}

/** The one-row view through which a select reads its settings. */
export function parameterView(
  parameters: Readonly<Record<string, ParameterValue>>,
  given: Row | undefined,
): string {
  const own = { ...parameters, ...given }
  const times = Object.entries(defaults).map(
    ([name, value]) => `timestamp '${own[name] ?? value}' as ${name}`,
  )
  const rest = Object.entries(own).filter(([name]) => !(name in defaults))
  const values = rest.map(([name, value]) => `${parameterLiteral(value)} as ${name}`)
  return `create or replace temporary view parameter as select ${[...times, ...values].join(', ')}`
}

/** A parameter as SQL; whole numbers stay integers, broken ones become double precision on both engines. */
export function parameterLiteral(value: ParameterValue | null): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : `cast(${value} as double precision)`
  return value === null ? 'null' : text(value)
}

function insert(table: string, row: Row): string {
  const names = Object.keys(row)
  const values = Object.values(row).map((value) => (value === null ? 'null' : text(value)))
  return `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`
}

function text(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** Numbers to nine significant digits, dates as text: the same value looks the same on both engines. */
function normal(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, normalValue(value)]))
}

function normalValue(value: Row[string]): Row[string] {
  if (typeof value === 'number') return Number(value.toPrecision(9))
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.0+)?Z?$/.test(value))
    return value.slice(0, 19).replace('T', ' ')
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(Number(value).toPrecision(9))
  return value
}

/** Only the columns a case speaks of are compared, in its own order. */
function show(rows: readonly Row[], expect: readonly Row[]): string {
  const names = expect[0] ? Object.keys(expect[0]) : undefined
  return rows
    .map((row) => JSON.stringify((names ?? Object.keys(row)).map((name) => row[name] ?? null)))
    .join('\n')
}
