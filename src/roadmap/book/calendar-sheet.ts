import type { DayRates, FileMatter } from '../file-matter.ts'
import { column, putHeads, putRow, type Sheet, setPrint, tinted } from './cells.ts'
import type { RoleCalendar } from './role-days.ts'

/** Where the calendar of the roles stands, for the formulas of other sheets. Its rows begin below the heads. */
export const roleRows = { first: 2 } as const
const dayRows = { first: 2 } as const

/** References into the calendar by the cell that holds the row of a role. */
export type CalendarRefs = Readonly<{
  names: string
  of: (what: 'people' | 'share' | 'weekend' | 'rate', row: string) => string
  daysOff: (row: string) => string
}>

/** The roles with their time and what a day costs: input for every formula. */
export function writeRoles(
  sheet: Sheet,
  calendars: readonly RoleCalendar[],
  rates: DayRates | undefined,
): void {
  const cost = rates ? `Day rate, ${rates.currency}` : 'Day rate'
  putHeads(
    sheet,
    ['Role', 'People', 'Share of their time', 'Who', 'Days without work, Monday to Sunday', cost],
    [34, 10, 14, 12, 24, 16],
  )
  for (const { role, share, weekend } of calendars) {
    const rate = role.kind === 'external' ? rates?.external : rates?.internal
    const row = putRow(sheet, [role.name, role.people, share, role.kind, weekend, rate ?? ''])
    for (const at of [2, 3, 5, 6]) sheet.getRow(row).getCell(at).fill = tinted
    sheet.getRow(row).getCell(3).numFmt = '0%'
    sheet.getRow(row).getCell(6).numFmt = '#,##0.00'
  }
  setPrint(sheet, 1)
}

/** The days off of each role, one column a role: holidays of the organization, and when nobody of the role is there. */
export function writeDaysOff(sheet: Sheet, calendars: readonly RoleCalendar[]): void {
  putHeads(
    sheet,
    calendars.map(({ role }) => role.name),
    calendars.map(() => 20),
  )
  const most = Math.max(1, ...calendars.map(({ daysOff }) => daysOff.length))
  for (let at = 0; at < most; at += 1)
    putRow(
      sheet,
      calendars.map(({ daysOff }) => {
        const day = daysOff[at]
        return day === undefined ? '' : { day }
      }),
    )
  setPrint(sheet, 1)
}

/** Room for days off that people add. */
const roomBelow = 60

export function calendarRefs(calendars: readonly RoleCalendar[]): CalendarRefs {
  const last = roleRows.first + calendars.length - 1
  const range = (letter: string) => `Roles!$${letter}$${roleRows.first}:$${letter}$${last}`
  const letters = { people: 'B', share: 'C', weekend: 'E', rate: 'F' } as const
  const most = Math.max(1, ...calendars.map(({ daysOff }) => daysOff.length)) + roomBelow
  const daysOff = `'Days off'!$A$${dayRows.first}:$${column(calendars.length)}$${dayRows.first + most - 1}`
  return {
    names: range('A'),
    of: (what, row) => `INDEX(${range(letters[what])},${row})`,
    daysOff: (row) => `INDEX(${daysOff},0,${row})`,
  }
}

/** What the plan was made with, in words. */
export function writeAssumptions(sheet: Sheet, { schedule, plan, plannedAt }: FileMatter): void {
  const { risk, seed, schedules, inputsHash, isProved, bound } = schedule
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  putHeads(sheet, ['Assumption', 'Value'], [44, 70])
  const rows: readonly (readonly [string, string | number | { day: string }])[] = [
    ['Planned at', plannedAt],
    ['Work may begin on', { day: plan.startOn }],
    ['Working days', plan.weekdays.map((day) => weekdays[day - 1]).join(', ')],
    ['Holidays', plan.holidays.length],
    ['Effort', 'least, likely and most by PERT; the likely one gives the dates'],
    ['Simulated courses', risk.runs],
    ['Seed of the simulation', risk.seed],
    ['Schedules tried', schedules],
    ['Seed of the search', seed],
    ['No plan with these roles can finish before', { day: bound }],
    ['Proved to be the shortest', isProved ? 'yes' : 'not known'],
    ['SHA-256 of remedies, roles and dates', inputsHash],
    [
      'What formulas do not do',
      'They follow a changed start, effort, role or day off in dates, load and cost. They do not search anew: bring the file back, and the application plans again.',
    ],
  ]
  for (const row of rows) putRow(sheet, row)
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' }
  setPrint(sheet, 1)
}
