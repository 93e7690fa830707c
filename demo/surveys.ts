import type { Instant } from './calendar.ts'
import { DAY, dayFirst, HOUR, PERIOD } from './calendar.ts'
import type { Columns } from './csv.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

const SENT = 0.2
const ANSWERED = 0.27
const SCORES = [
  [5, 44],
  [4, 34],
  [3, 13],
  [2, 6],
  [1, 3],
] as const

type Survey = {
  readonly id: string
  readonly ticket: Ticket
  readonly sentAt: Instant
  readonly answeredAt: Instant | undefined
  readonly score: number | undefined
}

/** Satisfaction surveys on one resolved ticket in five; about a quarter is answered. */
export function* surveys(world: World): Generator<Survey> {
  const chance = streamOf(world, 'surveys')
  let count = 0
  for (const ticket of [...world.incidents, ...world.requests]) {
    const isAsked = chance.is(SENT)
    const wait = chance.spread(9 * HOUR, 0.9)
    const isAnswered = chance.is(ANSWERED)
    const score = chance.weighted(SCORES)
    if (!isAsked || ticket.resolvedAt === undefined || ticket.resolvedAt > PERIOD.to - DAY) continue
    const sentAt = ticket.resolvedAt + HOUR
    const answeredAt = Math.round(sentAt + wait)
    const isDone = isAnswered && answeredAt < PERIOD.to
    count += 1
    const id = `SUR${String(count).padStart(6, '0')}`
    yield {
      id,
      ticket,
      sentAt,
      answeredAt: isDone ? answeredAt : undefined,
      score: isDone ? score : undefined,
    }
  }
}

/** Exported from a spreadsheet: day first, Paris wall clock, without a zone. */
export const SURVEY: Columns<Survey> = [
  ['instance', (survey) => survey.id],
  ['task', (survey) => survey.ticket.number],
  ['service', (survey) => survey.ticket.service],
  ['company', (survey) => survey.ticket.company],
  ['sent', (survey) => dayFirst(survey.sentAt)],
  ['answered', (survey) => (survey.answeredAt === undefined ? undefined : dayFirst(survey.answeredAt))],
  ['rating', (survey) => survey.score],
  ['scale_min', () => 1],
  ['scale_max', () => 5],
]
