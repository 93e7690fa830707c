import type { Complaint } from './experience.ts'

/** A complaint with the hours until it was answered: until the first answer, else until its end. */
export type TimedComplaint = Complaint & Readonly<{ hoursToAnswer: number | undefined }>

/** Complaints together: how many, how many are open or unanswered, and how long an answer takes in the middle. */
export type ComplaintSummary = Readonly<{
  count: number
  open: number
  unanswered: number
  medianHours: number | undefined
}>

/** The hours that each complaint waited for an answer; what nobody wrote down stays absent. */
export function timed(complaints: readonly Complaint[]): readonly TimedComplaint[] {
  return complaints.map((one) => ({ ...one, hoursToAnswer: hoursOf(one) }))
}

/** What complaints come to. */
export function summaryOf(complaints: readonly TimedComplaint[]): ComplaintSummary {
  const hours = complaints.flatMap(({ hoursToAnswer }) => hoursToAnswer ?? []).toSorted((a, b) => a - b)
  return {
    count: complaints.length,
    open: complaints.filter(({ isOpen }) => isOpen).length,
    unanswered: complaints.filter(({ hoursToAnswer, isOpen }) => isOpen && hoursToAnswer === undefined)
      .length,
    medianHours: middleOf(hours),
  }
}

function hoursOf({ receivedAt, answeredAt, endedAt }: Complaint): number | undefined {
  const answer = answeredAt ?? endedAt
  if (receivedAt === undefined || answer === undefined) return undefined
  return (Date.parse(answer) - Date.parse(receivedAt)) / 3_600_000
}

function middleOf(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
