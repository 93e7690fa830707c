/**
 * One figure of the programme as every document says it. value: what it was computed to, in the unit of its label; shown: as it
 * is read; source: what it was computed from, with period, number of cases and hash where it has them.
 */
export type Figure = Readonly<{
  id: string
  label: string
  value: number | string
  shown: string
  source: string
}>

/** The figures of a programme by their ids. */
export type Figures = ReadonlyMap<string, Figure>

/** Lays figures down by their ids; two of one id would be two truths. */
export function figuresById(all: readonly Figure[]): Figures {
  const byId = new Map(all.map((figure) => [figure.id, figure]))
  if (byId.size < all.length) throw new Error('Two figures have the same id.')
  return byId
}
