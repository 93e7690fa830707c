/** One figure of a KPI: a share is part of whole, a value stands on n cases. */
export type Figure = Readonly<{
  part?: number | undefined
  whole?: number | undefined
  value?: number | undefined
  n: number
}>

/** A figure of a month, such as 2026-03. */
export type Dated = Figure & Readonly<{ period: string }>

/** The number that is drawn and judged: part of whole from 0 to 1, or the value; undefined without cases. */
export function numberOf({ part, whole, value }: Figure): number | undefined {
  if (value !== undefined) return value
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole
}

/** Whether two figures say the same, down to what they stand on. */
export function isSame(one: Figure, other: Figure): boolean {
  return (
    one.part === other.part && one.whole === other.whole && one.value === other.value && one.n === other.n
  )
}

/** The mean of some numbers; there is at least one. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
