/** What is known of the data when a question is about to be asked. */
export type Supply = Readonly<{
  /** table.column or type.column that a source has a column for. */
  mapped: ReadonlySet<string>
  /** Rows of each fact. */
  rows: ReadonlyMap<string, number>
  /** fact.column with at least one value that says something. */
  filled: ReadonlySet<string>
  /** Ticket types that occur in a fact, where it has tickets. */
  types: ReadonlyMap<string, readonly string[]>
  /** Kinds of event that occur. */
  kinds: ReadonlySet<string>
  /** Columns that the canonical tables know; others are computed. */
  canonical: ReadonlySet<string>
}>

/** The first thing a question needs and the data do not have; undefined when it can be asked. */
export function missing(needs: readonly string[], supply: Supply): string | undefined {
  const lacking = needs.find((need) => !isSupplied(need, supply))
  const [fact = ''] = lacking?.split('.') ?? []
  return lacking !== undefined && fact !== 'event' && supply.rows.get(fact) === 0 ? fact : lacking
}

/** A column counts as supplied when a source has it, even if it is empty, or when it holds a value however it got there. */
function isSupplied(need: string, supply: Supply): boolean {
  const [fact = '', column] = need.split('.')
  if (column === undefined) return (supply.rows.get(fact) ?? 0) > 0
  if (
    fact === 'event' &&
    supply.rows.get('event') !== undefined &&
    !supply.canonical.has(`event.${column}`)
  ) {
    return supply.kinds.has(column)
  }
  if (supply.mapped.has(need) || supply.filled.has(need)) return true
  const types = supply.types.get(fact) ?? []
  return types.some((type) => supply.mapped.has(`${type}.${column}`))
}
