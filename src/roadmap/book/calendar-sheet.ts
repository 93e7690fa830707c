import type { DayRates, FileMatter } from '../file-matter.ts'
import { column, putHeads, putRow, type Sheet, setPrint, tinted } from './cells.ts'
import type { RoleCalendar } from './role-days.ts'
import type { BookWords } from './words.ts'

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
  { rates, words }: Readonly<{ rates: DayRates | undefined; words: BookWords }>,
): void {
  const { head, say } = words
  const cost = rates ? say('head.day-rate-in', { currency: rates.currency }) : head('Day rate')
  putHeads(
    sheet,
    [
      ...['Role', 'People', 'Share of their time', 'Who', 'Days without work, Monday to Sunday'].map(head),
      cost,
    ],
    [34, 10, 14, 12, 24, 16],
  )
  for (const { role, share, weekend } of calendars) {
    const rate = role.kind === 'external' ? rates?.external : rates?.internal
    const row = putRow(sheet, [role.name, role.people, share, say(`kind.${role.kind}`), weekend, rate ?? ''])
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

/** How many letters of a column 70 wide are sure to stand in one line, in a wider face than ours too; and its height in points. */
const [lettersOfLine, lineHeight] = [60, 16]

/** What the plan was made with, in words. */
export function writeAssumptions(
  sheet: Sheet,
  { schedule, plan, plannedAt }: FileMatter,
  { say, head }: BookWords,
): void {
  const { risk, seed, schedules, inputsHash, isProved, bound } = schedule
  putHeads(sheet, ['Assumption', 'Value'].map(head), [44, 70])
  const rows: readonly (readonly [string, string | number | { day: string }])[] = [
    [say('assumed.at'), plannedAt],
    [say('assumed.begin'), { day: plan.startOn }],
    [say('assumed.weekdays'), plan.weekdays.map((day) => say(`weekday.${day}`)).join(', ')],
    [say('assumed.holidays'), plan.holidays.length],
    [say('assumed.effort'), say('assumed.effort-says')],
    [say('assumed.courses'), risk.runs],
    [say('assumed.seed'), risk.seed],
    [say('assumed.tried'), schedules],
    [say('assumed.search'), seed],
    [say('assumed.bound'), { day: bound }],
    [say('assumed.proved'), say(isProved ? 'yes' : 'assumed.unknown')],
    [say('assumed.hash'), inputsHash],
    [say('assumed.formulas'), say('assumed.formulas-say')],
  ]
  for (const row of rows) {
    // Not every program gives a row the room that its text needs when it opens a file.
    const lines = Math.ceil(String(row[1]).length / lettersOfLine)
    const number = putRow(sheet, row)
    if (lines > 1) sheet.getRow(number).height = lines * lineHeight
  }
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' }
  setPrint(sheet, 1)
}
