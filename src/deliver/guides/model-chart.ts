import { plain } from '#base/format.ts'
import type { ProcessModel } from '#content/process.ts'
import { drawFlow, type Flow } from '../charts/flow-map.ts'
import type { Chart } from '../charts/svg.ts'

/** As wide as the text of a page, in points, and at most this high. */
const room = { width: 470, height: 400 } as const

/** The agreed flow of a process: its states and steps, without those that are only there for the habits of tools. */
export function modelChart(model: ProcessModel): Chart {
  return drawFlow(flowOfModel(model), room.width, room.height)
}

function flowOfModel({ title, states, transitions, strict_initial, strict_final }: ProcessModel): Flow {
  const steps = transitions.filter(({ added, from, to }) => !added && from !== to)
  const named = new Set([...steps.flatMap(({ from, to }) => [from, to]), ...strict_initial])
  const once = steps.filter(
    ({ from, to }, place) => steps.findIndex((one) => one.from === from && one.to === to) === place,
  )
  return {
    alt: `Flow of ${title}. Steps: ${once.map(({ from, to, name }) => `${plain(from)} to ${plain(to)} (${name})`).join('; ')}.`,
    states: states
      .filter(({ id }) => named.has(id))
      .map(({ id, clock, optional }) => ({
        id,
        label: plain(id),
        figures: sayClock(clock, optional),
        isStart: strict_initial.includes(id),
        isEnd: strict_final.includes(id),
      })),
    steps: once.map(({ from, to }) => ({ from, to, count: 0, label: '', isAllowed: true })),
  }
}

function sayClock(clock: ProcessModel['states'][number]['clock'], isOptional: boolean): string {
  const parts = [clock === 'none' ? '' : `clock ${clock}`, isOptional ? 'may be skipped' : '']
  return parts.filter(Boolean).join(', ')
}
