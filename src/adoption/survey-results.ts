import type { Instrument } from '#content/instrument.ts'
import { barrierOf } from './readiness-steps.ts'
import { type Answers, mean, valuesOf } from './survey-answers.ts'
import { type Withheld, withhold } from './withhold.ts'

/** A group as it was asked, with its answers. */
export type AskedGroup = Readonly<{ name: string; invited: number; answers: readonly Answers[] }>

/** What a group says in one dimension: people counted, mean from 1 to 5, its spread, and the index from 0 to 100. */
export type DimensionResult = Readonly<{
  id: string
  n: number
  mean: number
  deviation: number
  index: number
}>

/** What is shown of a group, or of the whole. */
export type GroupResult = Readonly<{
  name: string
  invited: number
  answered: number
  dimensions: readonly DimensionResult[]
  /** The plain mean of the indexes; only where every dimension is shown. */
  index: number | undefined
  /** Of a readiness survey: the share of people by their first barrier; "ready" has none. */
  barriers: Readonly<Record<string, number>> | undefined
  /** The share of each answer to each question with a choice. */
  choices: Readonly<Record<string, Readonly<Record<string, number>>>>
}>

/** The results of a survey that is closed. Groups that could be recognized are withheld, with the reason. */
export type SurveyResults = Readonly<{
  smallest: number
  invited: number
  answered: number
  responseRate: number
  /** Fewer than half have answered: the result speaks for those only. */
  isLowResponse: boolean
  whole: GroupResult | undefined
  groups: readonly GroupResult[]
  withheld: readonly Readonly<{ name: string; why: Withheld }>[]
  comments: readonly string[]
}>

const lowResponse = 0.5

/** The results of a survey; groups and tables that are too small are left out before anything is computed for them. */
export function resultsOf(instrument: Instrument, groups: readonly AskedGroup[]): SurveyResults {
  const smallest = instrument.smallest_group
  const ids = instrument.dimensions.map(({ id }) => id)
  const { tables, withheld } = withhold(
    groups.map(({ name, answers }) => ({ name, counts: countsOf(instrument, answers) })),
    smallest,
  )
  const shown = ids.filter((_, at) => tables[at + 1])
  const whole = {
    name: '',
    invited: sum(groups.map(({ invited }) => invited)),
    answers: groups.flatMap(({ answers }) => answers),
  }
  const responseRate = whole.invited === 0 ? 0 : whole.answers.length / whole.invited
  return {
    smallest,
    invited: whole.invited,
    answered: whole.answers.length,
    responseRate,
    isLowResponse: responseRate < lowResponse,
    whole: tables[0] ? groupResult(instrument, whole, shown) : undefined,
    groups: groups
      .filter(({ name }) => !withheld.has(name))
      .map((group) => groupResult(instrument, group, shown)),
    withheld: groups.flatMap(({ name }) => {
      const why = withheld.get(name)
      return why ? [{ name, why }] : []
    }),
    comments: commentsOf(instrument, whole.answers),
  }
}

/** Those who answered, those who count in each dimension, those who answered each question with a choice. */
function countsOf(instrument: Instrument, answers: readonly Answers[]): readonly number[] {
  const values = answers.map((one) => valuesOf(instrument, one))
  return [
    answers.length,
    ...instrument.dimensions.map(({ id }) => values.filter((of) => of.has(id)).length),
    ...instrument.choices.map(({ id }) => answers.filter(({ choices }) => choices[id] !== undefined).length),
    ...(instrument.kind === 'readiness' ? [values.filter((of) => isWhole(instrument, of)).length] : []),
  ]
}

function groupResult(
  instrument: Instrument,
  { name, invited, answers }: AskedGroup,
  shown: readonly string[],
): GroupResult {
  const values = answers.map((one) => valuesOf(instrument, one))
  const dimensions = shown.map((id) => dimensionResult(id, values))
  const isComplete = dimensions.length === instrument.dimensions.length
  return {
    name,
    invited,
    answered: answers.length,
    dimensions,
    index: isComplete ? mean(dimensions.map(({ index }) => index)) : undefined,
    barriers: instrument.kind === 'readiness' && isComplete ? barriersOf(instrument, values) : undefined,
    choices: Object.fromEntries(
      instrument.choices.flatMap(({ id, choices }) => {
        const given = answers.flatMap((one) => one.choices[id] ?? [])
        if (given.length < instrument.smallest_group) return []
        return [
          [
            id,
            sharesOf(
              choices.map((choice) => choice.id),
              given,
            ),
          ],
        ]
      }),
    ),
  }
}

function dimensionResult(id: string, values: readonly ReadonlyMap<string, number>[]): DimensionResult {
  const counted = values.flatMap((of) => of.get(id) ?? [])
  const middle = mean(counted)
  const squares = counted.map((value) => (value - middle) ** 2)
  const deviation = counted.length < 2 ? 0 : Math.sqrt(sum(squares) / (counted.length - 1))
  return { id, n: counted.length, mean: middle, deviation, index: ((middle - 1) / 4) * 100 }
}

/** The share of people by their first barrier, among those with a value in every element. */
function barriersOf(
  instrument: Instrument,
  values: readonly ReadonlyMap<string, number>[],
): Readonly<Record<string, number>> | undefined {
  const whole = values.filter((of) => isWhole(instrument, of))
  if (whole.length < instrument.smallest_group) return undefined
  const order = instrument.dimensions.map(({ id }) => id)
  return sharesOf(
    [...order, 'ready'],
    whole.map((of) => barrierOf(order, of) ?? 'ready'),
  )
}

function isWhole({ dimensions }: Instrument, values: ReadonlyMap<string, number>): boolean {
  return dimensions.every(({ id }) => values.has(id))
}

function sharesOf(kinds: readonly string[], given: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    kinds.map((kind) => [kind, given.filter((one) => one === kind).length / given.length]),
  )
}

/** Free words, once there are enough answers that nobody is known by his own; the box has mixed them. */
function commentsOf(instrument: Instrument, answers: readonly Answers[]): readonly string[] {
  const from = instrument.comments_from
  if (from === undefined || answers.length < from) return []
  return answers.flatMap(({ comment }) => (comment ? [maskNames(comment)] : []))
}

/** Addresses are taken out; names are the task of whoever reads them first, and the page says so. */
function maskNames(comment: string): string {
  return comment.replaceAll(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '…')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
