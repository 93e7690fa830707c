import { type Dated, numberOf } from './figure.ts'

/** Functions that read files, settings or the machine, or hide a table in a text: no figure needs them. */
const forbidden =
  /^(read_|write_|glob$|getenv$|getvariable$|current_setting$|query$|query_table$|sniff_|parquet_|duckdb_|pragma_|json_execute|from_substrait|which_secret|nextval$|currval$|sleep|pg_|has_|current_|version$|txid)/
/** The only functions that stand in the place of a table. */
const tableFunctions = new Set(['range', 'generate_series', 'unnest'])
/** Some of what is forbidden by its beginning is harmless. */
const harmless = new Set(['current_date'])

type Node = Readonly<Record<string, unknown>>

/** Why a select, as the engine's own parser reads it, may not be asked; undefined where it reads facts and nothing else. */
export function whyNotAsked(parsed: unknown, facts: ReadonlySet<string>): string | undefined {
  const { error, error_message: message, statements } = parsed as Node & { statements?: unknown[] }
  if (error === true) return `This is not a select that can be read: ${String(message)}`
  if (statements?.length !== 1) return 'Write one select, and nothing after it.'
  const nodes = [...nodesOf(statements)]
  const own = new Set(nodes.flatMap((node) => namesOfSteps(node)))
  for (const node of nodes) {
    const why = whyNotNode(node, facts, own)
    if (why !== undefined) return why
  }
  return undefined
}

function whyNotNode(node: Node, facts: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
  if (node.type === 'BASE_TABLE') return whyNotTable(node, facts, own)
  if (node.type === 'TABLE_FUNCTION') {
    const name = String((node.function as Node | undefined)?.function_name).toLowerCase()
    return tableFunctions.has(name) ? undefined : `${name} does not read a fact. Only facts can be read.`
  }
  if (node.type === 'SHOW_REF') return 'Only facts can be read.'
  const name = typeof node.function_name === 'string' ? node.function_name.toLowerCase() : ''
  if (forbidden.test(name) && !harmless.has(name)) return `The function ${name} is not available here.`
  return undefined
}

function whyNotTable(node: Node, facts: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
  const [table, schema, catalog] = [node.table_name, node.schema_name, node.catalog_name].map((one) =>
    String(one ?? ''),
  )
  const isPlain = catalog === '' && (schema === '' || schema === 'fact')
  if (isPlain && table !== undefined && (facts.has(table) || own.has(table) || table === 'parameter'))
    return undefined
  return `There is no fact ${table}. Facts are listed in docs/facts.md.`
}

/** The names that a node gives to the steps of a select (with … as). */
function namesOfSteps(node: Node): readonly string[] {
  const map = (node.cte_map as { map?: readonly { key?: unknown }[] } | undefined)?.map
  return (map ?? []).flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
}

/** Every object within what the parser gave. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  else if (typeof value === 'object' && value !== null) {
    yield value as Node
    for (const one of Object.values(value)) yield* nodesOf(one)
  }
}

/** How many months an own KPI may answer. */
const mostMonths = 240

/** Reads what a select answered as months; or says what is wrong with it. */
export function readMonths(
  rows: readonly Readonly<Record<string, unknown>>[],
  answers: 'share' | 'value',
): Readonly<{ points: readonly Dated[]; wrong: string | undefined }> {
  const points: Dated[] = []
  const seen = new Set<string>()
  const fail = (wrong: string) => ({ points: [], wrong })
  if (rows.length > mostMonths)
    return fail(`It answers ${rows.length} rows; a KPI has one row a month, at most ${mostMonths}.`)
  for (const row of rows) {
    const period = String(row.period ?? '')
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period))
      return fail('Each row needs a column period with a month such as 2026-03.')
    if (seen.has(period)) return fail(`${period} stands twice. Group by the month.`)
    seen.add(period)
    const point = answers === 'share' ? shareIn(row, period) : valueIn(row, period)
    if (point === undefined)
      return fail(
        answers === 'share'
          ? `${period}: a share needs the columns part and whole, whole numbers with part not above whole.`
          : `${period}: a value needs the columns value and n; n is a whole number.`,
      )
    points.push(point)
  }
  if (!points.some((point) => numberOf(point) !== undefined))
    return fail('It answers no month with cases. Look at its conditions.')
  return { points: points.toSorted((one, other) => (one.period < other.period ? -1 : 1)), wrong: undefined }
}

function shareIn(row: Readonly<Record<string, unknown>>, period: string): Dated | undefined {
  const [part, whole] = [countOf(row.part), countOf(row.whole)]
  return part === undefined || whole === undefined || part > whole
    ? undefined
    : { period, part, whole, n: whole }
}

function valueIn(row: Readonly<Record<string, unknown>>, period: string): Dated | undefined {
  const n = countOf(row.n)
  const value = row.value === null || row.value === undefined ? undefined : Number(row.value)
  if (n === undefined || (value !== undefined && !Number.isFinite(value))) return undefined
  return value === undefined ? { period, n } : { period, value, n }
}

function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isInteger(count) && count >= 0 ? count : undefined
}
