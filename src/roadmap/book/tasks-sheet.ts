import type { DayRates } from '../file-matter.ts'
import { pertQuantile } from '../pert.ts'
import type { Plan } from '../plan.ts'
import { editableHeads, type TaskHead, taskHeads, taskRow } from '../task-table.ts'
import type { CalendarRefs } from './calendar-sheet.ts'
import { column, put, putHeads, type Sheet, setPrint, strong, tinted, type Value } from './cells.ts'
import type { RoleCalendar, TaskDays } from './role-days.ts'
import type { BookWords } from './words.ts'

/** What the workbook shows of a task beside the columns of every table of tasks. */
const moreHeads = [
  'Starts at',
  'Duration in days',
  'Days, half of the cases',
  'Days, four fifths',
  'Free room in days',
  'Cost',
  'Waits are kept',
  'Row of the role',
  'Left over on the last day',
] as const
type Head = TaskHead | (typeof moreHeads)[number]
const heads: readonly Head[] = [...taskHeads, ...moreHeads]

/** The first row of tasks, below the heads. */
export const firstTask = 2

/** The letters of a column of the sheet of tasks. */
export function taskColumn(head: Head): string {
  return column(heads.indexOf(head) + 1)
}

const widths: Readonly<Partial<Record<Head, number>>> = {
  Title: 44,
  'Work package': 34,
  Role: 26,
  Accountable: 20,
  Consulted: 20,
  Informed: 20,
  'Comes after': 26,
}
const usualWidth = 12
const dayOne = new Date('2000-01-01T00:00:00Z')

/** Every task with its input cells tinted; dates, duration and cost follow from them by formulas. */
export function writeTasks(sheet: Sheet, tasks: readonly TaskDays[], known: Omit<Known, 'rowOf'>): void {
  const { rates, words } = known
  putHeads(
    sheet,
    heads.map((head) =>
      head === 'Cost' && rates ? words.say('head.cost-in', { currency: rates.currency }) : words.head(head),
    ),
    heads.map((head) => widths[head] ?? usualWidth),
  )
  const rowOf = new Map(tasks.map(({ task }, at) => [task.id, firstTask + at]))
  for (const [at, one] of tasks.entries()) {
    const number = firstTask + at
    const values = valuesOf(one, number, { ...known, rowOf })
    for (const [place, head] of heads.entries()) {
      const cell = sheet.getRow(number).getCell(place + 1)
      put(cell, values(head))
      if (editableHeads.some((one) => one === head)) cell.fill = tinted
      if (head === 'Cost') cell.numFmt = '#,##0.00'
      if (head.startsWith('Days, half') || head.startsWith('Days, four')) cell.numFmt = '0.00'
    }
  }
  const last = firstTask + tasks.length - 1
  writeTotal(sheet, tasks, last, known)
  validate(sheet, last, known)
  sheet.autoFilter = `A1:${column(heads.length)}${last}`
  for (const hidden of ['Row of the role', 'Left over on the last day'] as const)
    sheet.getColumn(heads.indexOf(hidden) + 1).hidden = true
  setPrint(sheet, 1)
}

type Known = Readonly<{
  plan: Plan
  calendars: readonly RoleCalendar[]
  refs: CalendarRefs
  rates: DayRates | undefined
  words: BookWords
  rowOf: ReadonlyMap<string, number>
}>

function valuesOf(one: TaskDays, row: number, known: Known): (head: Head) => Value {
  const { task, calendar, startsAt, duration, leftOver } = one
  const cell = (head: Head) => `${taskColumn(head)}${row}`
  const usual = taskRow(task, known.plan)
  const role = cell('Row of the role')
  const { refs } = known
  const ends = `INT(${cell('Starts at')}+${cell('Duration in days')}-0.25)`
  const formulas: Readonly<Partial<Record<Head, Value>>> = {
    Finish: {
      formula: `WORKDAY.INTL(${cell('Start')},${ends},${refs.of('weekend', role)},${refs.daysOff(role)})`,
      result: { day: task.finish },
    },
    'Starts at': startsAt,
    'Duration in days': {
      formula: `MAX(1,ROUNDUP(${cell('Days, likely')}*4/${refs.of('share', role)}-0.000000001,0))/4`,
      result: duration,
    },
    'Days, half of the cases': pertQuantile(task.effort, 0.5),
    'Days, four fifths': pertQuantile(task.effort, 0.8),
    'Free room in days': task.freeFloat,
    Cost: costOf(one, row, known),
    'Waits are kept': waitsOf(one, row, known),
    'Row of the role': {
      formula: `MATCH(${cell('Role')},${refs.names},0)`,
      result: known.calendars.indexOf(calendar) + 1,
    },
    'Left over on the last day': {
      formula: `${ends}+1-${cell('Starts at')}-${cell('Duration in days')}`,
      result: leftOver,
    },
  }
  return (head) => {
    const formula = formulas[head]
    if (formula !== undefined) return formula
    if (head === 'Sets the finish') return task.isDriving ? known.words.say('yes') : ''
    const { text, number, day } = usual[heads.indexOf(head)] ?? { text: '' }
    if (day !== undefined) return { day }
    return number ?? text
  }
}

function costOf({ task, calendar }: TaskDays, row: number, { refs, rates }: Known): Value {
  const rate = refs.of('rate', `${taskColumn('Row of the role')}${row}`)
  const price = calendar.role.kind === 'external' ? rates?.external : rates?.internal
  return {
    formula: `IF(${rate}="","",${taskColumn('Days, likely')}${row}*${rate})`,
    result: price === undefined ? '' : task.effort.likely * price,
  }
}

/** Whether a task still begins after what it waits for, when somebody moves it. */
function waitsOf({ task }: TaskDays, row: number, { rowOf, refs, words }: Known): Value {
  const start = `${taskColumn('Start')}${row}`
  const role = `${taskColumn('Row of the role')}${row}`
  const conditions = task.waitsFor.flatMap(({ task: before, kind, lag }) => {
    const other = rowOf.get(before)
    if (other === undefined) return []
    const since = `${taskColumn(kind === 'start-start' ? 'Start' : 'Finish')}${other}`
    const days = Math.floor(lag)
    const earliest =
      days === 0 ? since : `WORKDAY.INTL(${since},${days},${refs.of('weekend', role)},${refs.daysOff(role)})`
    return days > 0 && kind === 'start-start' ? [] : [`${start}>=${earliest}`]
  })
  return conditions.length === 0
    ? ''
    : {
        formula: `IF(AND(${conditions.join(',')}),"${words.say('yes')}","${words.say('no')}")`,
        result: words.say('yes'),
      }
}

function writeTotal(
  sheet: Sheet,
  tasks: readonly TaskDays[],
  last: number,
  { rates, words }: Pick<Known, 'rates' | 'words'>,
): void {
  const total = sheet.getRow(last + 1)
  total.font = strong
  total.getCell(1).value = words.say('total')
  const sum = (head: Head, result: number) => {
    const letters = taskColumn(head)
    const cell = total.getCell(heads.indexOf(head) + 1)
    put(cell, { formula: `SUM(${letters}${firstTask}:${letters}${last})`, result })
    cell.numFmt = '#,##0.00'
  }
  for (const [head, part] of [
    ['Days, least', 'low'],
    ['Days, likely', 'likely'],
    ['Days, most', 'high'],
  ] as const)
    sum(
      head,
      tasks.reduce((all, { task }) => all + task.effort[part], 0),
    )
  sum(
    'Cost',
    tasks.reduce((all, { task, calendar }) => {
      const rate = calendar.role.kind === 'external' ? rates?.external : rates?.internal
      return all + task.effort.likely * (rate ?? 0)
    }, 0),
  )
}

/** Only what can be read again may be written into the input cells. */
function validate(sheet: Sheet, last: number, { refs, words }: Pick<Known, 'refs' | 'words'>): void {
  const { say, format } = words
  const over = (head: Head) => `${taskColumn(head)}${firstTask}:${taskColumn(head)}${last}`
  sheet.dataValidations.add(over('Role'), {
    type: 'list',
    formulae: [refs.names],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: words.head('Role'),
    error: say('wrong.role'),
  })
  sheet.dataValidations.add(over('Days, likely'), {
    type: 'decimal',
    operator: 'greaterThan',
    formulae: [0],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: words.head('Days, likely'),
    error: say('wrong.days'),
  })
  for (const head of ['Start', 'Not before'] as const)
    sheet.dataValidations.add(over(head), {
      type: 'date',
      operator: 'greaterThan',
      formulae: [dayOne],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: words.head(head),
      error: say('wrong.day', { day: format.day('2027-03-01') }),
    })
}
