import type { Gate } from '#assessment/gates.ts'
import { Rating } from '#assessment/rating.ts'
import { displayLine, type Readiness } from '#assessment/readiness.ts'
import type { Chart } from '../charts/svg.ts'
import { capital, count, kept, shareOf } from './format.ts'
import { type GapReportInput, readinessInFront, shownRating } from './input.ts'
import { indexChart, lowestSays } from './summary.ts'
import { type Mark, markOfGate, markOfRating } from './tone.ts'

/** Index, caps, gates and how the ratings are spread. */
export type ReadinessView = {
  readonly indexes: readonly IndexView[]
  readonly caps: readonly string[]
  readonly gates: readonly {
    readonly id: string
    readonly title: string
    readonly mark: Mark
    readonly because: string
    readonly stage1: Mark
  }[]
  readonly spread: readonly {
    readonly mark: Mark
    readonly high: string
    readonly medium: string
    readonly low: string
    readonly all: string
  }[]
  readonly spreadNote: string
}

/** One index with everything it must not be shown without. */
export type IndexView = {
  readonly title: string
  readonly line: string
  readonly chart: Chart
  readonly facts: readonly (readonly [string, string])[]
}

/** The figures of the readiness chapter. */
export function readinessOf({ assessment }: GapReportInput): ReadinessView {
  const { proposedReadiness, readiness, gates, gatesOfStage1 } = assessment
  return {
    indexes: [
      indexOf('On proposed ratings', proposedReadiness),
      indexOf('On the ratings of people', readiness),
    ],
    caps: readinessInFront(assessment).caps.map((cap) => kept(capital(cap))),
    gates: gates.map((gate) => gateOf(gate, gatesOfStage1)),
    spread: spreadOf(assessment.items),
    spreadNote:
      'A requirement derived from others is counted here and in no index. A rating is a person’s where one was given, else proposed.',
  }
}

function indexOf(title: string, readiness: Readiness): IndexView {
  const { rawLow, rawHigh, lowestAssessedClause, openClauses, assessed, applicable, evidenceShare } =
    readiness
  const { blocking, systemicClauses } = readiness
  return {
    title,
    line: kept(displayLine(readiness)),
    chart: indexChart(readiness, 216),
    facts: [
      ['Range without a cap', `${rawLow.toFixed(1)} to ${rawHigh.toFixed(1)}`],
      ['Majors', blocking.length === 0 ? 'none' : count(blocking.length)],
      [
        'Lowest assessed clause',
        lowestAssessedClause ? lowestSays(lowestAssessedClause) : 'none below all points',
      ],
      ['Clauses not assessed yet', openClauses === 0 ? 'none' : count(openClauses)],
      [
        'Clauses with three or more minors or partials',
        systemicClauses.length === 0 ? 'none' : count(systemicClauses.length),
      ],
      [
        readiness.basis === 'ratings' ? 'Rated' : 'Proposed or rated',
        `${count(assessed)} of ${count(applicable)}`,
      ],
      ['Evidence strong enough', shareOf(Math.round(evidenceShare * applicable), applicable)],
    ],
  }
}

function gateOf(
  { id, title, colour, because }: Gate,
  stage1: readonly Gate[],
): ReadinessView['gates'][number] {
  const early = stage1.find((gate) => gate.id === id)
  return {
    id,
    title,
    mark: markOfGate[colour],
    because: kept(because),
    stage1: markOfGate[early?.colour ?? 'grey'],
  }
}

function spreadOf(items: GapReportInput['assessment']['items']): ReadinessView['spread'] {
  return Rating.options.map((rating) => {
    const mine = items.filter((item) => shownRating(item).rating === rating)
    const of = (criticality: string) => count(mine.filter((item) => item.criticality === criticality).length)
    return {
      mark: markOfRating[rating],
      high: of('high'),
      medium: of('medium'),
      low: of('low'),
      all: count(mine.length),
    }
  })
}
