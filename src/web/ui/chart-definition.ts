/** A chart as the page says it; the drawing follows from it. */
export type ChartDefinition = Readonly<{
  kind: 'line' | 'bar' | 'bar across'
  /** The finding, as a sentence. */
  title: string
  /** Measure, unit, population and period. */
  says: string
  /** What the values are of: months, teams, priorities. */
  categories: readonly string[]
  series: readonly Readonly<{
    name: string
    values: readonly (number | undefined)[]
    /** Interval of each value. */
    low?: readonly (number | undefined)[]
    high?: readonly (number | undefined)[]
    /** Said after each value, such as its n. */
    notes?: readonly string[]
    /** Points of the series that are signals, by place. */
    signals?: readonly number[]
    /** Drawn thin and dashed behind the others: a limit that moves from point to point. */
    isLimit?: boolean
  }>[]
  /** Drawn as a line across, with its word. */
  target?: Readonly<{ value: number; label: string }> | undefined
  limits?: Readonly<{ low: number; high: number; label: string }> | undefined
  /** Writes one value. */
  write: (value: number) => string
  /** What stands at the head of the categories in the table of the chart. */
  categoryHead: string
  most?: number | undefined
  /** Bars stand on zero and may go below it; those of one category lie on one line. */
  isAroundZero?: boolean | undefined
}>
