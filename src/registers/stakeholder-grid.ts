import type { Data, Fault } from './definition.ts'

/** The scale of attitude, -2 to 2 by position. */
export const attitudes = ['blocks', 'doubts', 'neutral', 'supports', 'drives'] as const

/** The quarters of the grid of power against interest. */
export const quadrants = ['manage closely', 'keep satisfied', 'keep informed', 'monitor'] as const
export type Quadrant = (typeof quadrants)[number]

/** From here on power or interest is high. */
const high = 3.5

/** Where somebody stands in the grid. */
export function quadrantOf(power: number, interest: number): Quadrant {
  if (power >= high) return interest >= high ? 'manage closely' : 'keep satisfied'
  return interest >= high ? 'keep informed' : 'monitor'
}

/** An attitude as a number from -2 to 2; undefined for what is none. */
export function attitudeValue(word: unknown): number | undefined {
  const place = attitudes.map(String).indexOf(String(word))
  return place < 0 ? undefined : place - 2
}

/** Power times what is missing in attitude, plus impact; undefined while something of it is open. */
export function priorityOf(data: Data): number | undefined {
  const { power, impact } = data
  const gap = gapOf(data)
  if (typeof power !== 'number' || typeof impact !== 'number' || gap === undefined) return undefined
  return power * Math.max(0, gap) + impact
}

function gapOf({ attitude_needed: needed, attitude_now: now }: Data): number | undefined {
  const [goal, today] = [attitudeValue(needed), attitudeValue(now)]
  return goal === undefined || today === undefined ? undefined : goal - today
}

/** The attitudes that were noted, oldest first. */
export function attitudesOver({ attitudes: rows }: Data): readonly { on: string; attitude: string }[] {
  const noted = Array.isArray(rows) ? (rows as { on: string; attitude: string }[]) : [] // the schema of the register has read them
  return noted.toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** The computed fields of a stakeholder: the newest attitude that was noted, the quarter of the grid, the priority. */
export function placeStakeholder(data: Data): Data {
  const now = attitudesOver(data).at(-1)?.attitude
  const whole = { ...data, attitude_now: now }
  const { power, interest } = data
  return {
    attitude_now: now,
    quadrant:
      typeof power === 'number' && typeof interest === 'number' ? quadrantOf(power, interest) : undefined,
    priority: priorityOf(whole),
  }
}

/** One day has one attitude, or nobody could say which came last. */
export function examineStakeholder(data: Data): readonly Fault[] {
  const days = attitudesOver(data).map(({ on }) => on)
  const twice = days.find((day, at) => days.indexOf(day) !== at)
  return twice === undefined
    ? []
    : [{ field: 'attitudes', message: `${twice} stands there twice: keep one attitude for a day` }]
}
