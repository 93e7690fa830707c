import type { Overview } from '#adoption/overview-store.ts'
import { demandInstrument, type PeopleSide } from '#content/people-side.ts'

/** The people side as the page reads it. */
export function overviewView(side: PeopleSide, overview: Overview) {
  const { leadership, training, plan, loop, resistance, people } = overview
  const { told: _, ...answered } = loop
  return {
    ...readinessOf(side, overview),
    leadership: { ...leadership, levels: [...leadership.levels] },
    training: {
      base: training.base,
      passed: training.passed,
      ...(training.share === undefined ? {} : { share: training.share }),
    },
    messages: { planned: plan.planned, sent: plan.sent, late: plan.late.length, ...reachOf(plan.audiences) },
    feedback: { ...answered, late: [...answered.late] },
    resistance: resistance.map(({ id, number, label, state, data }) => ({
      id,
      number,
      sign: label,
      unit: String(data.unit),
      state,
      ...(data.cause ? { cause: String(data.cause) } : {}),
      ...(data.measure ? { measure: String(data.measure) } : {}),
      ...(data.due_on ? { dueOn: String(data.due_on) } : {}),
    })),
    falling: overview.falling.map((one) => ({ ...one })),
    people: {
      here: people.length,
      contractors: people.filter(({ isContractor }) => isContractor).length,
      units: new Set(people.map(({ unit }) => unit)).size,
    },
  }
}

function readinessOf(side: PeopleSide, { readiness }: Overview) {
  if (!readiness) return {}
  const { survey, results } = readiness
  const { dimensions } = demandInstrument(side, survey.instrument)
  const barriers = results.whole?.barriers
  return {
    readiness: {
      survey: survey.id,
      title: survey.title,
      on: survey.sentAt.toISOString().slice(0, 10),
      answered: results.answered,
      ...(barriers ? { ready: barriers.ready, barriers: { ...barriers } } : {}),
      names: Object.fromEntries(dimensions.map(({ id, name }) => [id, name])),
    },
  }
}

/** The shares of all measured audiences together; people in two audiences count in both. */
function reachOf(audiences: Overview['plan']['audiences']) {
  const size = audiences.reduce((sum, one) => sum + one.size, 0)
  if (size === 0) return {}
  const share = (of: 'informed' | 'involved') => audiences.reduce((sum, one) => sum + one[of], 0) / size
  return { informed: share('informed'), involved: share('involved') }
}
