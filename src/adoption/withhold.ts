/**
 * One group of a whole that is parted into groups, with how many people are counted in it, table by table: first those who
 * answered, then those who count in each dimension.
 */
export type Counted = Readonly<{ name: string; counts: readonly number[] }>

/** Why a group is not shown: too few people, or it would let a smaller one be computed from the whole. */
export type Withheld = 'too few' | 'protects another'

/** What may be published: the tables (by place) that are shown at all, and why groups are not shown. */
export type Publication = Readonly<{
  /** Whether the whole may be shown, table by table. */
  tables: readonly boolean[]
  withheld: ReadonlyMap<string, Withheld>
}>

/**
 * Decides what is shown of a whole and its groups. A table is shown when the whole has the smallest size; a group when it has
 * it in every table that is shown. What is left when all shown groups are taken from the whole is what anybody can compute;
 * it is empty or has the smallest size too, in every table, or else the smallest shown group is withheld as well. The groups
 * do not overlap, so every set of people that can be computed from the shown sums is a union of shown groups and that rest.
 */
export function withhold(groups: readonly Counted[], smallest: number): Publication {
  const width = Math.max(0, ...groups.map(({ counts }) => counts.length))
  const whole = Array.from({ length: width }, (_, table) => sumOf(groups, table))
  const tables = whole.map((count) => count >= smallest)
  const counted = (counts: readonly number[]) => counts.filter((_, table) => tables[table])
  const withheld = new Map<string, Withheld>()
  for (const { name, counts } of groups)
    if (!tables[0] || counted(counts).some((count) => count < smallest)) withheld.set(name, 'too few')
  for (;;) {
    const hidden = groups.filter(({ name }) => withheld.has(name))
    const isTelling = tables.some((isShown, table) => {
      const rest = sumOf(hidden, table)
      return isShown && rest > 0 && rest < smallest
    })
    if (!isTelling) return { tables, withheld }
    const [least] = groups
      .filter(({ name }) => !withheld.has(name))
      .toSorted((a, b) => (a.counts[0] ?? 0) - (b.counts[0] ?? 0) || (a.name < b.name ? -1 : 1))
    // All groups hidden leave the whole, which has the smallest size: so there is one to take.
    if (!least) return { tables, withheld }
    withheld.set(least.name, 'protects another')
  }
}

function sumOf(groups: readonly Counted[], table: number): number {
  return groups.reduce((sum, { counts }) => sum + (counts[table] ?? 0), 0)
}
