import type { LevelCell, Outcomes } from './experience.ts'

/** Nothing counted. */
export const noOutcomes: Outcomes = {
  kept: 0,
  missed: 0,
  openMissed: 0,
  running: 0,
  unusable: 0,
  noClock: 0,
}

/** The outcomes of several cells together. */
export function sumOf(cells: readonly Outcomes[]): Outcomes {
  return cells.reduce<Outcomes>(
    (sum, one) => ({
      kept: sum.kept + one.kept,
      missed: sum.missed + one.missed,
      openMissed: sum.openMissed + one.openMissed,
      running: sum.running + one.running,
      unusable: sum.unusable + one.unusable,
      noClock: sum.noClock + one.noClock,
    }),
    noOutcomes,
  )
}

/** The clocks that say whether a promise was kept: kept and missed, open misses included. */
export function decidedOf({ kept, missed, openMissed }: Outcomes): number {
  return kept + missed + openMissed
}

/** The share of promises kept; undefined where none was decided, which is neither good nor bad. */
export function attainmentOf(outcomes: Outcomes): number | undefined {
  const decided = decidedOf(outcomes)
  return decided === 0 ? undefined : outcomes.kept / decided
}

/** Whether two counts say the same. */
export function isSame(one: Outcomes, other: Outcomes): boolean {
  return (Object.keys(noOutcomes) as (keyof Outcomes)[]).every((name) => one[name] === other[name]) // its own keys
}

/** How a month stands to what was agreed for it. */
export type LevelVerdict = 'met' | 'missed' | 'no target' | 'no cases'

/** Holds outcomes against the agreed share. */
export function judge(outcomes: Outcomes, target: number | undefined): LevelVerdict {
  const decided = decidedOf(outcomes)
  if (decided === 0) return 'no cases'
  if (target === undefined) return 'no target'
  // Compared as products: a division would round what lies exactly on the target.
  return outcomes.kept >= target * decided - 1e-9 ? 'met' : 'missed'
}

/** By which rules clocks ran, and who computed them, with how many of each. */
export type Rule = Readonly<{ computedBy: string; pauseRule: string; reopenRule: string; clocks: number }>

/** The rules of cells, most used first. */
export function rulesOf(cells: readonly LevelCell[]): readonly Rule[] {
  const withClocks = cells.filter(({ computedBy }) => computedBy !== '')
  const groups = Map.groupBy(withClocks, (one) => `${one.computedBy}\n${one.pauseRule}\n${one.reopenRule}`)
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own
      const { kept, missed, openMissed, running, unusable } = sumOf(own)
      const clocks = kept + missed + openMissed + running + unusable
      return first
        ? [
            {
              computedBy: first.computedBy,
              pauseRule: first.pauseRule,
              reopenRule: first.reopenRule,
              clocks,
            },
          ]
        : []
    })
    .toSorted((a, b) => b.clocks - a.clocks || (a.pauseRule < b.pauseRule ? -1 : 1))
}
