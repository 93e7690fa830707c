import type { Duty, Step } from '#content/improvement.ts'
import { type Day, daysAfter, type Slot, slotsBetween, timesAYear } from './days.ts'
import type { Where } from './where.ts'

/** That a duty was done: on which day, what shows it, and where. */
export type Proof = Readonly<{ on: Day; title: string; where: Where }>

/** done: a proof falls in the time. due: the time or its grace runs. missed: both are over. ahead: not begun. */
export type SlotState = 'done' | 'due' | 'missed' | 'ahead'

/** One month, quarter, half or year of a duty; late: done within the days of grace. */
export type JudgedSlot = Slot &
  Readonly<{ state: SlotState; isLate: boolean; until: Day; proofs: readonly Proof[] }>

/** Expected and done in a calendar year. */
export type DutyYear = Readonly<{ year: string; expected: number; done: number; missed: number }>

/** A duty as it stands. */
export type JudgedDuty = Readonly<{
  id: string
  title: string
  clause: string
  requirements: readonly string[]
  cadence: Duty['cadence']
  step: Step
  /** Whether other records can show it, or somebody has to write it down. */
  isProvedByItself: boolean
  state: Exclude<SlotState, 'ahead'>
  last: Proof | undefined
  /** By when it is due next: the end of the slot that runs, or of the following one where that is done. */
  nextOn: Day
  slots: readonly JudgedSlot[]
  years: readonly DutyYear[]
}>

/** From when on duties are expected, and the day on which is asked. */
export type DutyTime = Readonly<{ since: Day; on: Day }>

/** Holds what was done against what was expected; a proof counts once, in its slot or within the grace of the one before. */
export function judgeDuty(duty: Duty, proofs: readonly Proof[], { since, on }: DutyTime): JudgedDuty {
  const sorted = proofs.filter((one) => one.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const from = since <= on ? since : on
  const slots = judgeSlots(duty, sorted, { since: from, on })
  const running = slots.at(-1)
  return {
    id: duty.id,
    title: duty.title,
    clause: duty.clause,
    requirements: duty.requirements,
    cadence: duty.cadence,
    step: duty.step,
    isProvedByItself: duty.proved_by.length > 0,
    state: stateOf(slots),
    last: sorted.at(-1),
    nextOn: nextOf(duty, slots, running, on),
    slots,
    years: yearsOf(slots, duty),
  }
}

/** The slot that runs decides, and before it is done the one before: what was missed long ago and done since is history. */
function stateOf(slots: readonly JudgedSlot[]): JudgedDuty['state'] {
  if (slots.at(-1)?.state === 'done') return 'done'
  return slots.at(-2)?.state === 'missed' ? 'missed' : 'due'
}

function judgeSlots(duty: Duty, proofs: readonly Proof[], { since, on }: DutyTime): readonly JudgedSlot[] {
  const used = new Set<Proof>()
  return slotsBetween(duty.cadence, since, on).map((slot): JudgedSlot => {
    const until = daysAfter(slot.to, duty.grace)
    const inside = proofs.filter((one) => one.on >= slot.from && one.on <= slot.to && !used.has(one))
    const late =
      inside.length > 0
        ? []
        : proofs.filter((one) => one.on > slot.to && one.on <= until && !used.has(one)).slice(0, 1)
    // What makes good for the slot before does not count for its own.
    for (const one of late) used.add(one)
    const found = [...inside, ...late]
    if (found.length > 0) return { ...slot, until, state: 'done', isLate: late.length > 0, proofs: found }
    return { ...slot, until, state: until < on ? 'missed' : 'due', isLate: false, proofs: [] }
  })
}

function nextOf(duty: Duty, slots: readonly JudgedSlot[], running: JudgedSlot | undefined, on: Day): Day {
  const open = slots.find(({ state }) => state === 'due')
  if (open) return open.to < on ? open.until : open.to
  const next = slotsBetween(duty.cadence, daysAfter(running?.to ?? on, 1), daysAfter(running?.to ?? on, 1))
  return next[0]?.to ?? on
}

/** A slot belongs to the year in which it ends; a year that runs expects only the slots that have begun. */
function yearsOf(slots: readonly JudgedSlot[], { cadence }: Duty): readonly DutyYear[] {
  return [...Map.groupBy(slots, ({ to }) => to.slice(0, 4))].map(([year, own]) => ({
    year,
    expected: Math.min(own.length, timesAYear(cadence)),
    done: own.filter(({ state }) => state === 'done').length,
    missed: own.filter(({ state }) => state === 'missed').length,
  }))
}

/** The days by which a duty falls due from tomorrow on up to a day: for a calendar of years to come. */
export function comingSlots(duty: Pick<Duty, 'cadence'>, on: Day, until: Day): readonly Slot[] {
  return slotsBetween(duty.cadence, on, until).filter(({ to }) => to >= on && to <= until)
}

/** Done at least once, and not missed since: what nobody has ever done is not in order, however long there is still time. */
export function isKept({ last, state }: Pick<JudgedDuty, 'last' | 'state'>): boolean {
  return last !== undefined && state !== 'missed'
}

/** How many duties have run and are kept up: one full cycle of each periodic activity (gate G7). */
export function cyclesOf(
  duties: readonly Pick<JudgedDuty, 'last' | 'state'>[],
): Readonly<{ of: number; done: number }> {
  return { of: duties.length, done: duties.filter(isKept).length }
}
