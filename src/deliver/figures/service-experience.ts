import { keyOfWords } from '#content/sentences.ts'
import type { ReportFigures } from '#service-level/report-figures.ts'
import type { Satisfaction } from '#service-level/satisfaction.ts'
import type { Speech } from '../speech.ts'
import type { Mark } from './tone.ts'

/** One line of the table of satisfaction. */
export type SatisfactionLine = Readonly<{
  name: string
  response: string
  satisfied: string
  interval: string
}>

/** Satisfaction in all and by service. */
export function satisfactionLinesOf(
  { satisfaction }: ReportFigures,
  speech: Speech,
): readonly SatisfactionLine[] {
  const { whole, groups } = satisfaction
  if (whole.sent === 0) return []
  return [
    ...groups.map((group) =>
      lineOf(group, group.name === '' ? speech.say('survey.no-service') : group.name, speech),
    ),
    lineOf(whole, speech.say('survey.all'), speech),
  ]
}

function lineOf(
  { response, satisfied, withheld }: Satisfaction,
  name: string,
  { say, shareOf, intervalOf }: Speech,
): SatisfactionLine {
  return {
    name,
    response: response ? shareOf(response.part, response.whole) : say('survey.nothing-sent'),
    satisfied: satisfied
      ? shareOf(satisfied.part, satisfied.whole)
      : say(`withheld.${keyOfWords(withheld ?? 'no answers')}`),
    interval: satisfied ? intervalOf(satisfied.interval) : '',
  }
}

/** Complaints as the report names them. */
export type ComplaintFigures = Readonly<{
  says: string
  lines: readonly Readonly<{
    ticket: string
    service: string
    received: string
    answer: string
    state: string
  }>[]
}>

/** The complaints of the period with the time until they were answered. */
export function complaintsOf(
  { complaints, complaintSummary: all }: ReportFigures,
  speech: Speech,
): ComplaintFigures {
  const { say, known, day } = speech
  const after = (hours: number) => speech.duration(hours * 60)
  return {
    says: [
      all.count === 0
        ? say('complaints.none')
        : speech.many('complaints.says', all.count, { open: all.open, unanswered: all.unanswered }),
      ...(all.medianHours === undefined ? [] : [say('complaints.middle', { time: after(all.medianHours) })]),
    ].join(' '),
    lines: complaints.map(({ ticket, service, receivedAt, hoursToAnswer, state }) => ({
      ticket,
      service,
      received: receivedAt === undefined ? say('complaints.no-day') : day(receivedAt),
      answer: hoursToAnswer === undefined ? say('complaints.no-answer') : after(hoursToAnswer),
      state: known(`state.${keyOfWords(state)}`) ?? state.replaceAll('_', ' '),
    })),
  }
}

/** What reviews agreed, and when services were reviewed. */
export type ReviewFigures = Readonly<{
  reviews: readonly (readonly [string, string])[]
  actions: readonly Readonly<{ what: string; owner: string; due: string; mark: Mark }>[]
}>

/** Reviews held and actions carried forward; today is the day on which the report was issued. */
export function reviewsOf({ reviews, actions }: ReportFigures, today: string, speech: Speech): ReviewFigures {
  const { say, day, listed } = speech
  return {
    reviews: reviews.map(({ service, heldOn, nextOn, attendees }) => [
      service,
      say('review.held', { on: day(heldOn), attendees: listed(attendees), next: day(nextOn) }),
    ]),
    actions: actions.map(({ service, what, owner, dueOn, doneOn }) => ({
      what: say('review.action', { service, what }),
      owner,
      due: day(dueOn),
      mark: actionMark({ doneOn, isOverdue: dueOn < today }, speech),
    })),
  }
}

function actionMark(
  { doneOn, isOverdue }: Readonly<{ doneOn: string | undefined; isOverdue: boolean }>,
  { say, day }: Speech,
): Mark {
  if (doneOn !== undefined) return { tone: 'conforming', word: say('action.done', { on: day(doneOn) }) }
  return isOverdue
    ? { tone: 'minor', word: say('action.overdue') }
    : { tone: 'opportunity', word: say('action.open') }
}
