import type { Conformance } from '#evidence/collected.ts'
import { drawFlow, type Flow, type FlowState, type FlowStep, scaleOfFlow } from '../charts/flow-map.ts'
import type { Chart } from '../charts/svg.ts'
import { count, counted, duration, percent, plain } from './format.ts'

/** The conformance map of a process, with what was left out of it. */
export type FlowFigure = {
  readonly title: string
  readonly chart: Chart
  readonly source: string
  /** Where the map stands on its page: left of its table, left of the failed checks, or over the whole width. */
  readonly place: 'beside deviations' | 'beside checks' | 'alone'
}

/** Letters that join a line of the deviations table to its step on the map. */
export const letters = ['A', 'B', 'C', 'D'] as const

/** Allowed steps are drawn until they cover this share of all moves, and no more of them than may be read. */
const covered = 0.96
const mostAllowed = [18, 14, 11, 9] as const

/** A map is thinned out rather than drawn smaller than this share of the text size. */
const smallest = 0.72
const rooms = {
  'beside deviations': { width: 286, height: 216 },
  'beside checks': { width: 170, height: 316 },
  alone: { width: 453, height: 262 },
} as const
const mostNotAllowed = 6

type Move = Conformance['map'][number]

/** The map of one ticket type: frequent steps, and the most frequent ones that the model does not allow. */
export function flowOf(conformance: Conformance): FlowFigure {
  const { map, tickets, finished } = conformance
  const moves = map.filter(({ from, to }) => from !== to)
  const { flow, kept, place } = fitting(conformance, moves)
  const { width, height } = rooms[place]
  const wrong = moves.filter(({ isAllowed }) => !isAllowed)
  const wrongMoves = wrong.reduce((sum, move) => sum + move.count, 0)
  const all = moves.reduce((sum, move) => sum + move.count, 0)
  const left = moves.length - kept.length
  const leftMoves = all - kept.reduce((sum, move) => sum + move.count, 0)
  return {
    title:
      wrongMoves === 0
        ? 'Every step taken is one the agreed model allows'
        : `${count(wrongMoves)} of ${count(all)} steps are not in the agreed model`,
    place,
    chart: drawFlow(flow, width, height),
    source: `${counted(tickets, 'ticket')}, ${count(finished)} finished; mean fitness ${percent(conformance.fitness)}. In a state: visits, median time. ${left > 0 ? `${counted(left, 'other step')} (${counted(leftMoves, 'move')}) left out.` : 'All steps are shown.'}`,
  }
}

type Fitting = {
  readonly flow: Flow
  readonly kept: readonly Move[]
  readonly place: FlowFigure['place']
}

/** The fullest map that can still be read, in the first place that has room for it. */
function fitting(conformance: Conformance, moves: readonly Move[]): Fitting {
  const places: readonly FlowFigure['place'][] =
    conformance.deviations.length > 0 ? ['beside deviations'] : ['beside checks', 'alone']
  const drafts = places.flatMap((place) =>
    mostAllowed.map((most): Fitting => {
      const kept = keep(moves, most)
      return { kept, flow: draft(conformance, kept), place }
    }),
  )
  const legible = drafts.find(
    ({ flow, place }) => scaleOfFlow(flow, rooms[place].width, rooms[place].height) >= smallest,
  )
  return legible ?? drafts.at(-1) ?? { kept: [], flow: draft(conformance, []), place: 'alone' }
}

function draft(conformance: Conformance, kept: readonly Move[]): Flow {
  const named = conformance.deviations.slice(0, letters.length)
  const letterOf = new Map(
    named.map(({ kind, from, to }, place) => [kind === 'step' ? `${from}>${to}` : '', letters[place]]),
  )
  const steps = kept.map(({ from, to, count: times, isAllowed }): FlowStep => {
    const letter = isAllowed ? undefined : letterOf.get(`${from}>${to}`)
    return { from, to, count: times, label: count(times), isAllowed, ...(letter ? { letter } : {}) }
  })
  const shown = new Set(kept.flatMap(({ from, to }) => [from, to]))
  return { alt: altOf(conformance.title, conformance, kept), states: statesOf(conformance, shown), steps }
}

function keep(moves: readonly Move[], most: number): readonly Move[] {
  const byCount = moves.toSorted(
    (a, b) => b.count - a.count || (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1),
  )
  const allowed = byCount.filter(({ isAllowed }) => isAllowed)
  const total = allowed.reduce((sum, move) => sum + move.count, 0)
  let sum = 0
  const frequent = allowed.slice(0, most).filter((move) => {
    const isNeeded = sum < covered * total
    sum += move.count
    return isNeeded
  })
  return [...frequent, ...byCount.filter(({ isAllowed }) => !isAllowed).slice(0, mostNotAllowed)]
}

function statesOf({ states }: Conformance, shown: ReadonlySet<string>): FlowState[] {
  return states
    .filter(({ state }) => shown.has(state))
    .map(({ state, visits, medianMinutes, starts, ends }) => ({
      id: state,
      label: plain(state),
      figures:
        medianMinutes === undefined || ends > visits / 2
          ? count(visits)
          : `${count(visits)} · ${duration(medianMinutes)}`,
      isStart: starts > visits / 20,
      isEnd: ends > visits / 20,
    }))
}

function altOf(title: string, { states }: Conformance, kept: readonly Move[]): string {
  const says = kept.map(
    ({ from, to, count: times, isAllowed, medianMinutes }) =>
      `${plain(from)} to ${plain(to)} ${count(times)}, median wait ${duration(medianMinutes)}${isAllowed ? '' : ', not allowed by the agreed model'}`,
  )
  return `Map of what was done, ${title}: ${counted(states.length, 'state')}. Steps: ${says.join('; ')}.`
}
