/** One course that one person is to take, as far as completion needs to know. */
export type Assigned = Readonly<{
  person: string
  name: string
  unit: string
  isContractor: boolean
  /** False once the person has left. */
  isActive: boolean
  course: string
  dueOn: string
  /** The day on which the quiz was passed; being there is not enough. */
  passedOn: string | undefined
  /** Why it need not be taken now, and until when. */
  exempt: Readonly<{ because: string; until: string }> | undefined
}>

/** How many of those who should have passed have passed (7.2). */
export type Completion = Readonly<{
  /** Assignments that count: due, the person is here and not exempt. */
  base: number
  passed: number
  share: number | undefined
  exempt: number
  contractors: Readonly<{ base: number; passed: number }>
  /** The last few: who has not passed though it was due. */
  missing: readonly Assigned[]
}>

/** What is called complete: the aim is all; 95 % was reached in the case behind the figure and called a shortfall. */
export const leastCompletion = 0.95

/**
 * Completion on a day. The base is every assignment due by that day of people who are still here, contractors too, without
 * those who are exempt on the day; one passed by the day counts as done, also when it was late.
 */
export function completionOf(assigned: readonly Assigned[], on: string): Completion {
  const due = assigned.filter(({ dueOn, isActive }) => isActive && dueOn <= on)
  const exempt = due.filter((one) => isExempt(one, on) && !hasPassed(one, on))
  const base = due.filter((one) => !exempt.includes(one))
  const passed = base.filter((one) => hasPassed(one, on))
  const contractors = base.filter(({ isContractor }) => isContractor)
  return {
    base: base.length,
    passed: passed.length,
    share: base.length === 0 ? undefined : passed.length / base.length,
    exempt: exempt.length,
    contractors: {
      base: contractors.length,
      passed: contractors.filter((one) => hasPassed(one, on)).length,
    },
    missing: base.filter((one) => !hasPassed(one, on)),
  }
}

function hasPassed({ passedOn }: Assigned, on: string): boolean {
  return passedOn !== undefined && passedOn <= on
}

/** Exempt on a day: the exemption has not run out. */
export function isExempt({ exempt }: Pick<Assigned, 'exempt'>, on: string): boolean {
  return exempt !== undefined && exempt.until >= on
}
