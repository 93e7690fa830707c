/** The rules by which a course of figures is more than chance; each is named at its signal. */
export const rules = [
  'outside the limits',
  'two of three near a limit',
  'eight on one side',
  'six in a row',
] as const
export type Rule = (typeof rules)[number]

/** A point with where its centre lies and how far one standard deviation reaches from it. */
export type Placed = Readonly<{ value: number; centre: number; sigma: number; low: number; high: number }>

/** A rule and the points, by their places, that broke it together. */
export type Signal = Readonly<{ rule: Rule; points: readonly number[] }>

/** Every signal in a course of points. A run is one signal, however long it gets; the point that began it names it. */
export function signalsIn(points: readonly Placed[]): readonly Signal[] {
  return [
    ...outside(points).map((at): Signal => ({ rule: 'outside the limits', points: [at] })),
    ...nearLimit(points).map((found): Signal => ({ rule: 'two of three near a limit', points: found })),
    ...runs(points, side, 8).map((found): Signal => ({ rule: 'eight on one side', points: found })),
    ...steps(points, 6).map((found): Signal => ({ rule: 'six in a row', points: found })),
  ].toSorted((one, other) => (one.points.at(-1) ?? 0) - (other.points.at(-1) ?? 0))
}

function outside(points: readonly Placed[]): readonly number[] {
  return points.flatMap((point, at) => (isOutside(point) ? [at] : []))
}

function isOutside({ value, low, high }: Placed): boolean {
  return value > high || value < low
}

/** Which side of the centre a point lies on; one on the centre lies on none. */
function side({ value, centre }: Placed): number {
  return Math.sign(value - centre)
}

/** Runs of points of one kind, at least so many in a row; kind 0 breaks a run. */
function runs(
  points: readonly Placed[],
  kindOf: (point: Placed) => number,
  least: number,
): readonly (readonly number[])[] {
  const found: number[][] = []
  let run: number[] = []
  let kind = 0
  for (const [at, point] of points.entries()) {
    const own = kindOf(point)
    run = own !== 0 && own === kind ? [...run, at] : [at]
    kind = own
    if (kind !== 0 && run.length === least) found.push(run)
    else if (kind !== 0 && run.length > least) found[found.length - 1] = run
  }
  return found
}

/** Points that only rise, or only fall, at least so many in a row. */
function steps(points: readonly Placed[], least: number): readonly (readonly number[])[] {
  const found: number[][] = []
  let run: number[] = []
  let way = 0
  for (const [at, { value }] of points.entries()) {
    const before = points[at - 1]
    const own = before ? Math.sign(value - before.value) : 0
    if (own !== 0 && own === way) run = [...run, at]
    else run = own === 0 ? [at] : [at - 1, at]
    way = own
    if (way !== 0 && run.length === least) found.push(run)
    else if (way !== 0 && run.length > least) found[found.length - 1] = run
  }
  return found
}

/** Two of three points in a row beyond two standard deviations on the same side; windows that overlap are one signal. */
function nearLimit(points: readonly Placed[]): readonly (readonly number[])[] {
  const found: { way: number; points: number[] }[] = []
  for (const way of [1, -1]) {
    const far = points.map(({ value, centre, sigma }) => sigma > 0 && way * (value - centre) > 2 * sigma)
    for (let last = 1; last < points.length; last += 1) {
      const window = [last - 2, last - 1, last].filter((at) => at >= 0 && far[at])
      if (window.length < 2 || !far[last]) continue
      const before = found.at(-1)
      const isSameRun = before?.way === way && before.points.some((at) => window.includes(at))
      if (isSameRun && before) before.points = [...new Set([...before.points, ...window])]
      else found.push({ way, points: window })
    }
  }
  return found.map((one) => one.points)
}
