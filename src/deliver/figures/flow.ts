import { plain } from '#base/format.ts'
import type { Conformance } from '#evidence/collected.ts'
import { drawFlow, type Flow, type FlowState, type FlowStep, scaleOfFlow } from '../charts/flow-map.ts'
import type { Chart } from '../charts/svg.ts'
import type { Speech } from '../speech.ts'

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
export function flowOf(conformance: Conformance, speech: Speech): FlowFigure {
  const { map, tickets, finished } = conformance
  const moves = map.filter(({ from, to }) => from !== to)
  const { flow, kept, place } = fitting(conformance, { moves, speech })
  const { width, height } = rooms[place]
  const wrong = moves.filter(({ isAllowed }) => !isAllowed)
  const wrongMoves = wrong.reduce((sum, move) => sum + move.count, 0)
  const all = moves.reduce((sum, move) => sum + move.count, 0)
  const left = moves.length - kept.length
  const leftMoves = all - kept.reduce((sum, move) => sum + move.count, 0)
  const about = {
    tickets: speech.many('tickets', tickets),
    finished,
    fitness: speech.percent(conformance.fitness),
  }
  return {
    title:
      wrongMoves === 0
        ? speech.say('flow.all-allowed')
        : speech.say('flow.wrong', { wrong: wrongMoves, all }),
    place,
    chart: drawFlow(flow, width, height),
    source:
      left > 0
        ? speech.many('flow.source-left', left, {
            ...about,
            moves: speech.many('flow.moves', leftMoves),
          })
        : speech.say('flow.source-all', about),
  }
}

type Fitting = {
  readonly flow: Flow
  readonly kept: readonly Move[]
  readonly place: FlowFigure['place']
}

/** Steps to draw, and how they speak. */
type Drawn = { readonly moves: readonly Move[]; readonly speech: Speech }

/** The fullest map that can still be read, in the first place that has room for it. */
function fitting(conformance: Conformance, { moves, speech }: Drawn): Fitting {
  const places: readonly FlowFigure['place'][] =
    conformance.deviations.length > 0 ? ['beside deviations'] : ['beside checks', 'alone']
  const drafts = places.flatMap((place) =>
    mostAllowed.map((most): Fitting => {
      const kept = keep(moves, most)
      return { kept, flow: draft(conformance, { moves: kept, speech }), place }
    }),
  )
  const legible = drafts.find(
    ({ flow, place }) => scaleOfFlow(flow, rooms[place].width, rooms[place].height) >= smallest,
  )
  return (
    legible ?? drafts.at(-1) ?? { kept: [], flow: draft(conformance, { moves: [], speech }), place: 'alone' }
  )
}

function draft(conformance: Conformance, { moves: kept, speech }: Drawn): Flow {
  const named = conformance.deviations.slice(0, letters.length)
  const letterOf = new Map(
    named.map(({ kind, from, to }, place) => [kind === 'step' ? `${from}>${to}` : '', letters[place]]),
  )
  const steps = kept.map(({ from, to, count: times, isAllowed }): FlowStep => {
    const letter = isAllowed ? undefined : letterOf.get(`${from}>${to}`)
    return { from, to, count: times, label: speech.count(times), isAllowed, ...(letter ? { letter } : {}) }
  })
  const shown = new Set(kept.flatMap(({ from, to }) => [from, to]))
  return {
    alt: altOf(conformance, { moves: kept, speech }),
    states: statesOf(conformance, shown, speech),
    steps,
  }
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

function statesOf(
  { states }: Conformance,
  shown: ReadonlySet<string>,
  { count, duration }: Speech,
): FlowState[] {
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

function altOf({ title, states }: Conformance, { moves, speech }: Drawn): string {
  const steps = moves.map(({ from, to, count, isAllowed, medianMinutes }) =>
    speech.say(isAllowed ? 'flow.step' : 'flow.step-wrong', {
      from: plain(from),
      to: plain(to),
      count,
      wait: speech.duration(medianMinutes),
    }),
  )
  return speech.many('flow.alt', states.length, { title, steps: steps.join('; ') })
}
