import type { Result } from '#evidence/result.ts'

/** A check that stands worse in the newest collection than in the one before. */
export type Drift = Readonly<{
  check: string
  title: string
  before: string
  after: string
  shareBefore: number | undefined
  shareAfter: number | undefined
  population: number
  threshold: number
  says: string
}>

const order: readonly string[] = ['fail', 'inconclusive', 'pass']

/** The checks that became worse, those first that fell furthest. Signals and undecided ones are left out. */
export function findDrifts(before: readonly Result[], after: readonly Result[]): readonly Drift[] {
  const old = new Map(before.map((result) => [result.check, result]))
  return after
    .flatMap((young) => {
      const was = old.get(young.check)
      if (!was || young.purpose === 'signal' || young.verdict === 'inconclusive') return []
      if (order.indexOf(young.verdict) >= order.indexOf(was.verdict)) return []
      return [toDrift(was, young)]
    })
    .toSorted((a, b) => fall(b) - fall(a) || (a.check < b.check ? -1 : 1))
}

function toDrift(was: Result, young: Result): Drift {
  return {
    check: young.check,
    title: young.title,
    before: was.verdict,
    after: young.verdict,
    shareBefore: was.share,
    shareAfter: young.share,
    population: young.population,
    threshold: young.threshold,
    says: `${young.title}: from ${percent(was.share)} to ${percent(young.share)} of ${young.population}, wanted ${percent(young.threshold)}.`,
  }
}

function fall({ shareBefore = 0, shareAfter = 0 }: Drift): number {
  return shareBefore - shareAfter
}

function percent(share: number | undefined): string {
  return share === undefined ? 'unknown' : `${Number((100 * share).toFixed(1))} %`
}
