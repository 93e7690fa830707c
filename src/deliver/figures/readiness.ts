import type { Gate } from '#assessment/gates.ts'
import { Rating } from '#assessment/rating.ts'
import type { Readiness } from '#assessment/readiness.ts'
import { capital, kept } from '#base/format.ts'
import type { Chart } from '../charts/svg.ts'
import type { Speech } from '../speech.ts'
import { type GapReportInput, readinessInFront, shownRating } from './input.ts'
import { capsSay, lineOf, lowestSays } from './say-readiness.ts'
import { indexChart } from './summary.ts'
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
export function readinessOf({ assessment, speech }: GapReportInput): ReadinessView {
  const { proposedReadiness, readiness, gates, gatesOfStage1 } = assessment
  return {
    indexes: [
      indexOf(speech.say('readiness.proposed'), proposedReadiness, speech),
      indexOf(speech.say('readiness.rated'), readiness, speech),
    ],
    caps: capsSay(readinessInFront(assessment).caps, speech).map((cap) => kept(capital(cap))),
    gates: gates.map((gate) => gateOf(gate, gatesOfStage1, speech)),
    spread: spreadOf(assessment.items, speech),
    spreadNote: speech.say('readiness.spread-note'),
  }
}

function indexOf(title: string, readiness: Readiness, speech: Speech): IndexView {
  const { rawLow, rawHigh, lowestAssessedClause, openClauses, assessed, applicable, evidenceShare } =
    readiness
  const { blocking, systemicClauses } = readiness
  const { say, count, pointed } = speech
  const orNone = (number: number) => (number === 0 ? say('readiness.none') : count(number))
  const lowest = lowestAssessedClause ? lowestSays(lowestAssessedClause, speech) : say('readiness.none-below')
  return {
    title,
    line: lineOf(readiness, speech),
    chart: indexChart(readiness, 216, speech),
    facts: [
      [say('readiness.range'), speech.rangeOf(pointed(rawLow.toFixed(1)), pointed(rawHigh.toFixed(1)))],
      [say('readiness.majors'), orNone(blocking.length)],
      [say('readiness.lowest'), lowest],
      [say('readiness.open'), orNone(openClauses)],
      [say('readiness.systemic'), orNone(systemicClauses.length)],
      [
        say(readiness.basis === 'ratings' ? 'readiness.rated-fact' : 'readiness.proposed-fact'),
        speech.partOf(assessed, applicable),
      ],
      [say('readiness.evidence'), speech.shareOf(Math.round(evidenceShare * applicable), applicable)],
    ],
  }
}

function gateOf(
  { id, title, colour, because }: Gate,
  stage1: readonly Gate[],
  speech: Speech,
): ReadinessView['gates'][number] {
  const early = stage1.find((gate) => gate.id === id)
  return {
    id,
    title: gateTitle(id, speech.terms.gateTitles) ?? title,
    mark: markOfGate(colour, speech),
    because: kept(because),
    stage1: markOfGate(early?.colour ?? 'grey', speech),
  }
}

/** The title of a gate in the language; a gate that has none there keeps its own. */
function gateTitle(id: string, titles: Readonly<Record<string, string>>): string | undefined {
  return titles[id]
}

function spreadOf(items: GapReportInput['assessment']['items'], speech: Speech): ReadinessView['spread'] {
  return Rating.options.map((rating) => {
    const mine = items.filter((item) => shownRating(item).rating === rating)
    const of = (criticality: string) =>
      speech.count(mine.filter((item) => item.criticality === criticality).length)
    return {
      mark: markOfRating(rating, speech),
      high: of('high'),
      medium: of('medium'),
      low: of('low'),
      all: speech.count(mine.length),
    }
  })
}
