import type { Step } from '#content/improvement.ts'
import type { Record } from '#registers/record.ts'
import type { Cycle } from './certification-cycle.ts'
import { type Day, daysAfter, daysBetween, monthsAfter } from './days.ts'
import type { JudgedDuty } from './duty.ts'
import { comingSlots } from './duty.ts'
import type { ReviewAction } from './management-review.ts'
import type { RecordsOf } from './record-facts.ts'
import type { Where } from './where.ts'

/** What kind of thing is dated. */
export const entryKinds = [
  'audit',
  'certificate',
  'review',
  'duty',
  'document',
  'agreement',
  'risk',
  'objective',
  'improvement',
  'action',
  'training',
  'obligation',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** One dated thing: what, when, by whom, and at which step of plan, do, check, act. */
export type CalendarEntry = Readonly<{
  /** Its own key, the same each time: a reminder of it is sent once. */
  id: string
  kind: EntryKind
  step: Step
  title: string
  on: Day
  owner: string | undefined
  /** done, or waiting; whether it is late follows from the day. */
  isDone: boolean
  where: Where
}>

/** An entry as it stands on a day. */
export type DatedEntry = CalendarEntry & Readonly<{ state: 'done' | 'overdue' | 'due' | 'ahead' }>

/** What the calendar is made from. */
export type CalendarMatter = Readonly<{
  on: Day
  of: RecordsOf
  cycle: Cycle
  duties: readonly JudgedDuty[]
  actions: readonly ReviewAction[]
  nextReviewOn: Day | undefined
  /** Training that somebody still has to take: the day, and how many assignments. */
  training: readonly Readonly<{ on: Day; count: number }>[]
  handed: readonly CalendarEntry[]
}>

/** What falls due within so many days is due; reminders go out for it. */
export const dueDays = 30
const [monthsBefore, monthsAhead] = [12, 12]

/** How far the calendar looks: a year, and once certified the three years of the certificate. */
export function calendarSpan({ on, standing, certificate }: Cycle): Readonly<{ from: Day; to: Day }> {
  const years = monthsAfter(on, 36)
  const isCertified = standing === 'valid' || standing === 'suspended'
  const last = [years, certificate?.expiresOn ?? on].toSorted().at(-1) ?? years
  return { from: monthsAfter(on, -monthsBefore), to: isCertified ? last : monthsAfter(on, monthsAhead) }
}

/** Everything that is dated, in the order of the days; what waits from before stays until it is done. */
export function makeCalendar(matter: CalendarMatter): readonly DatedEntry[] {
  const { from, to } = calendarSpan(matter.cycle)
  return [
    ...ofCycle(matter.cycle),
    ...ofReviews(matter),
    ...matter.duties.flatMap((duty) => ofDuty(duty, matter.on, to)),
    ...datedRegisters.flatMap((one) => ofRegister(one, matter.of)),
    ...matter.training.map(ofTraining),
    ...matter.handed,
  ]
    .filter(({ on, isDone }) => on <= to && (on >= from || !isDone))
    .map((entry) => ({ ...entry, state: stateOf(entry, matter.on) }))
    .toSorted(order)
}

function order(a: CalendarEntry, b: CalendarEntry): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || (a.title < b.title ? -1 : 1)
}

function stateOf({ isDone, on: day }: CalendarEntry, on: Day): DatedEntry['state'] {
  if (isDone) return 'done'
  if (day < on) return 'overdue'
  return daysBetween(on, day) <= dueDays ? 'due' : 'ahead'
}

function ofCycle({ steps, certificate, standing }: Cycle): readonly CalendarEntry[] {
  const where: Where = { page: 'certification' }
  const audits = steps.flatMap(({ step, doneOn, plannedOn, state, audit }): CalendarEntry[] => {
    const on = doneOn ?? plannedOn
    if (on === undefined || (state === 'done' && doneOn === undefined)) return []
    return [
      {
        id: `cycle ${step} ${certificate?.id ?? ''}`.trim(),
        kind: 'audit',
        step: 'check',
        title: step,
        on,
        owner: audit?.body,
        isDone: doneOn !== undefined,
        where,
      },
    ]
  })
  if (!certificate || standing === 'withdrawn') return audits
  return [
    ...audits,
    {
      id: `certificate ${certificate.id}`,
      kind: 'certificate',
      step: 'act',
      title: certificate.number,
      on: certificate.expiresOn,
      owner: certificate.body,
      isDone: false,
      where,
    },
  ]
}

function ofReviews({ actions, nextReviewOn }: CalendarMatter): readonly CalendarEntry[] {
  const where: Where = { page: 'review' }
  const decided = actions.map(
    ({ id, says, dueOn, owner, state }): CalendarEntry => ({
      id: `action ${id}`,
      kind: 'action',
      step: 'act',
      title: says,
      on: dueOn,
      owner,
      isDone: state !== 'open',
      where,
    }),
  )
  if (nextReviewOn === undefined) return decided
  return [
    ...decided,
    {
      id: 'next review',
      kind: 'review',
      step: 'check',
      title: '9.3',
      on: nextReviewOn,
      owner: undefined,
      isDone: false,
      where,
    },
  ]
}

/** The slots of the past year, the one that runs, and those to come. */
function ofDuty(duty: JudgedDuty, on: Day, to: Day): readonly CalendarEntry[] {
  const entry = (name: string, day: Day, isDone: boolean): CalendarEntry => ({
    id: `duty ${duty.id} ${name}`,
    kind: 'duty',
    step: duty.step,
    title: duty.title,
    on: day,
    owner: undefined,
    isDone,
    where: { page: 'calendar', id: duty.id },
  })
  const begun = duty.slots.filter(({ state, to: end }) => state !== 'missed' || end >= monthsAfter(on, -1))
  const last = duty.slots.at(-1)?.to ?? on
  return [
    ...begun.map((slot) => entry(slot.name, slot.proofs[0]?.on ?? slot.to, slot.state === 'done')),
    ...comingSlots(duty, daysAfter(last, 1), to).map((slot) => entry(slot.name, slot.to, false)),
  ]
}

type DatedRegister = Readonly<{
  register: string
  kind: EntryKind
  step: Step
  field: string
  ended: readonly string[]
  isDone?: (record: Record) => boolean
}>

const datedRegisters: readonly DatedRegister[] = [
  {
    register: 'documents',
    kind: 'document',
    step: 'plan',
    field: 'review_on',
    ended: ['superseded', 'withdrawn', 'draft'],
  },
  { register: 'agreements', kind: 'agreement', step: 'plan', field: 'review_on', ended: ['terminated'] },
  { register: 'agreements', kind: 'agreement', step: 'plan', field: 'valid_to', ended: ['terminated'] },
  { register: 'risks', kind: 'risk', step: 'plan', field: 'review_on', ended: ['closed'] },
  {
    register: 'risks',
    kind: 'risk',
    step: 'do',
    field: 'due_on',
    ended: ['closed'],
    isDone: hasDay('done_on'),
  },
  {
    register: 'objectives',
    kind: 'objective',
    step: 'check',
    field: 'due_on',
    ended: ['closed', 'achieved'],
  },
  { register: 'obligations', kind: 'obligation', step: 'plan', field: 'until_on', ended: ['ended'] },
  {
    register: 'improvements',
    kind: 'improvement',
    step: 'act',
    field: 'due_on',
    ended: ['rejected'],
    isDone: ({ state }) => state === 'closed' || state === 'measured',
  },
]

function hasDay(field: string): (record: Record) => boolean {
  return ({ data }) => typeof data[field] === 'string'
}

function ofRegister(
  { register, kind, step, field, ended, isDone = () => false }: DatedRegister,
  of: RecordsOf,
): readonly CalendarEntry[] {
  return of(register).flatMap((record): CalendarEntry[] => {
    const on = record.data[field]
    if (typeof on !== 'string' || ended.includes(record.state)) return []
    return [
      {
        id: `${register} ${record.id} ${field}`,
        kind,
        step,
        title: `${record.number} ${record.label}`,
        on,
        owner: typeof record.data.owner === 'string' ? record.data.owner : undefined,
        isDone: isDone(record),
        where: { page: 'record', id: register, record: record.id },
      },
    ]
  })
}

function ofTraining({ on, count }: CalendarMatter['training'][number]): CalendarEntry {
  return {
    id: `training ${on}`,
    kind: 'training',
    step: 'do',
    title: String(count),
    on,
    owner: undefined,
    isDone: false,
    where: { page: 'training' },
  }
}
