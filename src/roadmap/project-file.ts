import { SaxesParser } from 'saxes'
import { Refusal } from '#base/refusal.ts'
import type { Plan } from './plan.ts'
import type { RoadmapSchedule, ScheduledTask } from './roadmap-schedule.ts'

const hoursOfDay = 8
/** The working day of the file: eight hours without the break at noon. */
const [morning, evening] = ['08:00:00', '17:00:00']
const linkTypes = { 'finish-start': 1, 'start-start': 3 } as const

/** The roadmap as a project of Microsoft Project (its XML schema of 2003 and later): tasks, links, roles as resources. */
export function projectOf(schedule: RoadmapSchedule, plan: Plan, name: string): string {
  const places = new Map(schedule.tasks.map(({ id }, at) => [id, at + 1]))
  const roles = [...new Set(schedule.tasks.map(({ role }) => role))]
  const resourceOf = new Map(roles.map((role, at) => [role, at + 1]))
  const parts = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<Project xmlns="http://schemas.microsoft.com/project">',
    leaf('Name', name),
    leaf('StartDate', `${schedule.start}T${morning}`),
    leaf('FinishDate', `${schedule.finish}T${evening}`),
    leaf('CalendarUID', 1),
    leaf('MinutesPerDay', 60 * hoursOfDay),
    leaf('MinutesPerWeek', 60 * hoursOfDay * plan.weekdays.length),
    calendarPart(plan),
    tag('Tasks', schedule.tasks.map((task, at) => taskPart(task, at + 1, places)).join('')),
    tag('Resources', roles.map((role, at) => rolePart(role, at + 1, plan)).join('')),
    tag(
      'Assignments',
      schedule.tasks
        .map(({ role, effort }, at) =>
          tag(
            'Assignment',
            leaf('UID', at + 1),
            leaf('TaskUID', at + 1),
            leaf('ResourceUID', resourceOf.get(role) ?? 0),
            leaf('Work', lengthOf(effort.likely)),
          ),
        )
        .join(''),
    ),
    '</Project>',
  ]
  return parts.join('\n')
}

/** What a project file says of one task: its first day, its work in days and who does it. */
export type ProjectRow = Readonly<{ task: string; start?: string; likely?: number; role?: string }>

/** Reads the tasks of a project file whose names begin with the number of a requirement or of a technology option. */
export function tasksInProject(text: string): readonly ProjectRow[] {
  const { tasks, resources, assignments } = readProject(text)
  const roleOf = new Map(resources.map((one) => [one.UID, one.Name]))
  const assigned = new Map(assignments.map((one) => [one.TaskUID, one]))
  return tasks.flatMap((task) => {
    const [, id] = /^\s*((?:[4-9]|10)(?:\.\d+)+-[a-z]|TOP-\d+)(?:\s|$)/.exec(task.Name ?? '') ?? []
    if (id === undefined) return []
    const own = assigned.get(task.UID)
    const role = own && roleOf.get(own.ResourceUID)
    const likely = daysIn(own?.Work ?? task.Work)
    const start = task.Start?.slice(0, 10)
    return [
      {
        task: id,
        ...(start === undefined ? {} : { start }),
        ...(likely === undefined ? {} : { likely }),
        ...(role === undefined ? {} : { role }),
      },
    ]
  })
}

type Fields = Record<string, string | undefined>
type Project = Readonly<{ tasks: Fields[]; resources: Fields[]; assignments: Fields[] }>

function readProject(text: string): Project {
  const project: Project = { tasks: [], resources: [], assignments: [] }
  const lists: Readonly<Record<string, Fields[]>> = {
    Task: project.tasks,
    Resource: project.resources,
    Assignment: project.assignments,
  }
  const parser = new SaxesParser({ xmlns: false })
  const path: string[] = []
  let fields: Fields = {}
  let said = ''
  const refuse = (why: string) => {
    throw new Refusal('invalid', `This is no project file that can be read: ${why}.`)
  }
  parser.on('doctype', () => refuse('it brings a document type of its own'))
  parser.on('error', ({ message }) => refuse(message))
  parser.on('opentag', ({ name }) => {
    path.push(name)
    said = ''
    if (name in lists && path.length === 3) fields = {}
  })
  parser.on('text', (piece) => {
    said += piece
  })
  parser.on('closetag', ({ name }) => {
    if (path.length === 4) fields[name] = said.trim()
    if (path.length === 3) lists[name]?.push(fields)
    path.pop()
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  return project
}

function taskPart(task: ScheduledTask, uid: number, places: ReadonlyMap<string, number>): string {
  const days = Math.max(0.25, task.effort.likely)
  return tag(
    'Task',
    leaf('UID', uid),
    leaf('ID', uid),
    leaf('Name', `${task.id} ${task.title}`),
    leaf('Notes', task.activity),
    leaf('WBS', task.id),
    leaf('Manual', 1),
    leaf('Start', `${task.start}T${morning}`),
    leaf('Finish', `${task.finish}T${evening}`),
    leaf('Duration', lengthOf(days)),
    leaf('DurationFormat', 7),
    leaf('Work', lengthOf(task.effort.likely)),
    leaf('Critical', task.isDriving ? 1 : 0),
    leaf('TotalSlack', Math.round(task.totalFloat * hoursOfDay * 60 * 10)),
    ...task.waitsFor.map(({ task: other, kind, lag }) =>
      tag(
        'PredecessorLink',
        leaf('PredecessorUID', places.get(other) ?? 0),
        leaf('Type', linkTypes[kind]),
        leaf('LinkLag', Math.round(lag * hoursOfDay * 60 * 10)),
        leaf('LagFormat', 7),
      ),
    ),
  )
}

function rolePart(role: string, uid: number, plan: Plan): string {
  const known = plan.roles.find(({ name }) => name === role)
  const units = known ? known.people * known.share : 1
  return tag(
    'Resource',
    leaf('UID', uid),
    leaf('ID', uid),
    leaf('Name', role),
    leaf('Type', 1),
    leaf('MaxUnits', units),
    leaf('IsGeneric', 1),
  )
}

/** In this schema the week begins with Sunday as day 1; a day off is an exception of its own. */
function calendarPart({ weekdays, holidays }: Plan): string {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const works = weekdays.includes(day === 1 ? 7 : day - 1)
    const times = [
      ['08:00:00', '12:00:00'],
      ['13:00:00', '17:00:00'],
    ].map(([from = '', to = '']) => tag('WorkingTime', leaf('FromTime', from), leaf('ToTime', to)))
    return tag(
      'WeekDay',
      leaf('DayType', day),
      leaf('DayWorking', works ? 1 : 0),
      works ? tag('WorkingTimes', ...times) : '',
    )
  })
  const free = holidays.map((on) =>
    tag(
      'Exception',
      leaf('EnteredByOccurrences', 0),
      tag('TimePeriod', leaf('FromDate', `${on}T00:00:00`), leaf('ToDate', `${on}T23:59:00`)),
      leaf('Name', on),
      leaf('Type', 1),
      leaf('DayWorking', 0),
    ),
  )
  return tag(
    'Calendars',
    tag(
      'Calendar',
      leaf('UID', 1),
      leaf('Name', 'Standard'),
      leaf('IsBaseCalendar', 1),
      tag('WeekDays', ...days),
      free.length > 0 ? tag('Exceptions', ...free) : '',
    ),
  )
}

function lengthOf(days: number): string {
  const minutes = Math.round(days * hoursOfDay * 60)
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`
}

function daysIn(length: string | undefined): number | undefined {
  const [, hours, minutes] = /^PT(\d+)H(\d+)M/.exec(length ?? '') ?? []
  return hours === undefined ? undefined : (Number(hours) + Number(minutes) / 60) / hoursOfDay
}

function tag(name: string, ...inner: readonly string[]): string {
  return `<${name}>${inner.join('')}</${name}>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function leaf(name: string, value: string | number): string {
  // XML cannot hold control characters.
  const plain = String(value).replaceAll(/\p{Cc}/gu, ' ')
  return `<${name}>${plain.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? '')}</${name}>`
}
