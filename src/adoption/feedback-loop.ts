import type { Record } from '#registers/record.ts'
import { workingDaysBetween } from './working-days.ts'

/** How long feedback may wait, in working days. */
export const [triageWithin, answerWithin] = [3, 15] as const

/** How the way from voice to answer works. */
export type FeedbackLoop = Readonly<{
  received: number
  waiting: number
  /** Answers that were due, and those given within fifteen working days. */
  due: number
  inTime: number
  share: number | undefined
  /** Numbers of entries that wait for a first look or an answer for too long. */
  late: readonly string[]
  /** You said, we did; and what we did not follow, with the reason. */
  told: readonly Readonly<{
    number: string
    said: string
    state: string
    answer: string
    changed: string | undefined
    on: string
  }>[]
}>

/** Reads the loop from the register of feedback as it stands on a day. */
export function feedbackLoop(records: readonly Record[], on: string): FeedbackLoop {
  const entries = records.map(({ number, label, state, data }) => ({
    number,
    said: label,
    state,
    received: String(data.received_on),
    triaged: textOf(data.triaged_on),
    answered: textOf(data.answered_on),
    answer: textOf(data.answer),
    changed: textOf(data.changed),
  }))
  const isDue = ({ received, answered }: (typeof entries)[number]) =>
    answered !== undefined || workingDaysBetween(received, on) > answerWithin
  const due = entries.filter(isDue)
  const inTime = due.filter(
    ({ received, answered }) =>
      answered !== undefined && workingDaysBetween(received, answered) <= answerWithin,
  )
  const waiting = entries.filter(({ answered }) => answered === undefined)
  return {
    received: entries.length,
    waiting: waiting.length,
    due: due.length,
    inTime: inTime.length,
    share: due.length === 0 ? undefined : inTime.length / due.length,
    late: waiting
      .filter(({ received, triaged }) => {
        const days = workingDaysBetween(received, on)
        return days > answerWithin || (triaged === undefined && days > triageWithin)
      })
      .map(({ number }) => number),
    told: entries
      .flatMap(({ number, said, state, answer, changed, answered }) =>
        answer === undefined || answered === undefined
          ? []
          : [{ number, said, state, answer, changed, on: answered }],
      )
      .toSorted((a, b) => (a.on < b.on ? 1 : -1)),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
