import type { ReviewFigure } from '#improvement/review-facts.ts'
import { type Cell, type Data, dayOf, type Group, type Row, textOf, valuesOf, wordOf } from '../cell.ts'
import type { DocumentedMatter } from '../matter.ts'

/** What the pack of a management review is filled from: the review with its inputs, and what was decided before. */
export function reviewData(matter: DocumentedMatter): Partial<Data> {
  const { review, reviews, actions } = matter
  const decided = actions.filter((one) => one.review === review?.number)
  return {
    tables: new Map([
      ['reviews', reviews.map(reviewRow)],
      ['review-carried', (review?.carried ?? []).map(actionRow)],
      ['review-decisions', decided.map(actionRow)],
      ['review-open-inputs', unspokenOf(matter)],
    ]),
    groups: new Map([['review-inputs', inputsOf(matter)]]),
    values: new Map([...valuesOf('review', review && reviewRow(review)), ...moreOf(matter)]),
  }
}

function moreOf({ review }: DocumentedMatter): readonly (readonly [string, Cell | undefined])[] {
  return [
    ['review.attendees', textOf(review?.attendees)],
    ['review.conclusion', textOf(review?.conclusion)],
    ['review.next_on', dayOf(review?.nextOn)],
    ['review.seal', review?.signature?.seal],
  ]
}

function reviewRow({
  number,
  heldOn,
  preparedBy,
  preparedAt,
  signature,
}: DocumentedMatter['reviews'][number]): Row {
  return {
    number: `MR-${number}`,
    held_on: dayOf(heldOn),
    prepared_by: preparedBy,
    prepared_on: dayOf(preparedAt),
    signed_by: signature?.by,
    signed_on: dayOf(signature?.at),
    state: wordOf(signature ? 'signed' : 'prepared'),
  }
}

type Decided = Readonly<{
  review: number
  kind: string
  says: string
  owner: string
  dueOn: string
  state: string
  outcome: string
}>

function actionRow({ review, kind, says, owner, dueOn, state, outcome }: Decided): Row {
  return {
    review: `MR-${review}`,
    kind: wordOf(`decision ${kind}`),
    says,
    owner,
    due_on: dayOf(dueOn),
    state: wordOf(state),
    outcome: textOf(outcome),
  }
}

/** Each input with its question, its figures beside those of the last review, and what was said. */
function inputsOf({ review }: DocumentedMatter): readonly Group[] {
  return (review?.inputs ?? []).map(({ id, figures, requirements }) => ({
    title: { key: `input.${id}` },
    says: [
      { key: `asks.${id}` },
      ...(textOf(review?.minutes[id])
        ? [{ phrase: [{ key: 'review.said' }, textOf(review?.minutes[id]) ?? ''] }]
        : []),
    ],
    rows: figures.map((figure) => ({
      figure: { key: `figure.${figure.id}` },
      now: valueIn(figure, figure.value),
      before: valueIn(figure, figure.before),
      target: valueIn(figure, figure.target),
      cases: figure.n,
      period: figure.period === undefined ? undefined : monthOf(figure.period),
      clause: requirements.join(', '),
    })),
  }))
}

const timeUnits = new Set(['hours', 'minutes', 'days'])

/** A figure with its unit where the title does not say what is counted. */
function valueIn({ unit }: ReviewFigure, value: number | undefined): Cell | undefined {
  if (value === undefined) return undefined
  if (unit === 'share' || unit === '%') return { share: value }
  if (unit === 'money') return { money: value }
  return timeUnits.has(unit) ? { phrase: [value, { word: unit }] } : value
}

function monthOf(period: string): Cell {
  return /^\d{4}-\d{2}$/.test(period) ? { month: period } : period
}

/** Inputs that have neither a figure nor a word in the minutes. */
function unspokenOf({ review }: DocumentedMatter): readonly Row[] {
  return (review?.inputs ?? [])
    .filter(({ id, hasFacts }) => !hasFacts && textOf(review?.minutes[id]) === undefined)
    .map(({ id }) => ({ input: { key: `input.${id}` }, asks: { key: `asks.${id}` } }))
}
