import { count, counted, decimal, intervalOf, shareOf } from '#base/format.ts'
import type { ReportFigures } from '#service-level/report-figures.ts'
import type { Satisfaction } from '#service-level/satisfaction.ts'
import type { Supporter } from '#service-level/support.ts'
import type { Mark } from './tone.ts'

const markOfSupport: Readonly<Record<string, Mark>> = {
  supported: { tone: 'conforming', word: 'held up' },
  weaker: { tone: 'major', word: 'weaker below' },
  'not covered': { tone: 'minor', word: 'not covered' },
  'not comparable': { tone: 'partially', word: 'not comparable' },
  alone: { tone: 'not_assessed', word: 'nothing below' },
}

/** What holds up one service, as tables place it. */
export type ChainFigure = Readonly<{
  service: string
  links: readonly Readonly<{ says: string; mark: Mark; why: string }>[]
  supporters: readonly Readonly<{ agreement: string; party: string; held: string }>[]
}>

/** The chains of all services of a report. */
export function chainsOf({ chains }: ReportFigures): readonly ChainFigure[] {
  return chains.map(({ service, chain }) => ({
    service,
    links: chain.links.map(({ sla, says, verdict, supports, accepted }) => ({
      says: `${sla.number}, ${says}`,
      mark: markOfSupport[verdict] ?? { tone: 'not_assessed', word: verdict },
      why: [
        ...supports
          .filter((one) => one.verdict === verdict && verdict !== 'supported')
          .map((one) => `${one.agreement.number}: ${one.says}`),
        ...(accepted && verdict === 'weaker' ? [`Accepted: ${accepted}`] : []),
      ].join(' '),
    })),
    supporters: chain.supporters.map((one) => ({
      agreement: `${one.agreement.number}, ${one.kind}`,
      party: one.party ?? 'no party named',
      held: heldOf(one),
    })),
  }))
}

function heldOf({ held }: Supporter): string {
  return held ? `${shareOf(held.kept, held.decided)}, as ${held.as}` : 'no ticket of the service names it'
}

/** One line of the table of satisfaction. */
export type SatisfactionLine = Readonly<{
  name: string
  response: string
  satisfied: string
  interval: string
}>

const whyWithheld = {
  'no answers': 'nobody answered',
  'too few': 'withheld: fewer than five answers',
  'protects another': 'withheld: it would tell a smaller one',
} as const

/** Satisfaction in all and by service. */
export function satisfactionLinesOf({ satisfaction }: ReportFigures): readonly SatisfactionLine[] {
  const { whole, groups } = satisfaction
  if (whole.sent === 0) return []
  return [
    ...groups.map((group) => lineOf(group, group.name === '' ? 'no service named' : group.name)),
    lineOf(whole, 'All together'),
  ]
}

function lineOf({ response, satisfied, withheld }: Satisfaction, name: string): SatisfactionLine {
  return {
    name,
    response: response ? shareOf(response.part, response.whole) : 'nothing sent',
    satisfied: satisfied ? shareOf(satisfied.part, satisfied.whole) : whyWithheld[withheld ?? 'no answers'],
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
export function complaintsOf({ complaints, complaintSummary: all }: ReportFigures): ComplaintFigures {
  const middle =
    all.medianHours === undefined ? '' : ` The middle one was answered after ${hours(all.medianHours)}.`
  return {
    says:
      all.count === 0
        ? 'No complaint about these services was recorded in the period.'
        : `${counted(all.count, 'complaint')}, ${count(all.open)} open, ${count(all.unanswered)} without an answer.${middle}`,
    lines: complaints.map(({ ticket, service, receivedAt, hoursToAnswer, state }) => ({
      ticket,
      service,
      received: receivedAt?.slice(0, 10) ?? 'not known',
      answer: hoursToAnswer === undefined ? 'no answer yet' : hours(hoursToAnswer),
      state: state.replaceAll('_', ' '),
    })),
  }
}

function hours(value: number): string {
  return value < 48 ? `${decimal(value)}\u00A0h` : `${decimal(value / 24)}\u00A0d`
}

/** What reviews agreed, and when services were reviewed. */
export type ReviewFigures = Readonly<{
  reviews: readonly (readonly [string, string])[]
  actions: readonly Readonly<{ what: string; owner: string; due: string; mark: Mark }>[]
}>

/** Reviews held and actions carried forward; today is the day on which the report was issued. */
export function reviewsOf({ reviews, actions }: ReportFigures, today: string): ReviewFigures {
  return {
    reviews: reviews.map(({ service, heldOn, nextOn, attendees }) => [
      service,
      `held on ${heldOn} with ${attendees.join(', ')}; next on ${nextOn}`,
    ]),
    actions: actions.map(({ service, what, owner, dueOn, doneOn }) => ({
      what: `${service}: ${what}`,
      owner,
      due: dueOn,
      mark: actionMark(doneOn, dueOn, today),
    })),
  }
}

function actionMark(doneOn: string | undefined, dueOn: string, today: string): Mark {
  if (doneOn !== undefined) return { tone: 'conforming', word: `done ${doneOn}` }
  return dueOn < today ? { tone: 'minor', word: 'overdue' } : { tone: 'opportunity', word: 'open' }
}
