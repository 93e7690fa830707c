import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import { rearm } from '#registers/table.ts'
import { startsInCalendar } from './calendar-file.ts'
import type { Plan, TaskWish } from './plan.ts'
import { tasksInProject } from './project-file.ts'
import type { Remedy } from './remedy.ts'
import type { RoadmapSchedule } from './roadmap-schedule.ts'
import { type TaskHead, type TaskWords, taskWordsOf } from './task-table.ts'

/** What a file that came back says about one task; what it does not say is left as it is. */
export type EditedTask = Readonly<{
  line: number
  task: string
  start?: string
  notBefore?: string
  role?: string
  likely?: number
  accountable?: string
  consulted?: string
  informed?: string
  wrong?: string
}>

/** One thing that a file says otherwise than the plan; refused says why it cannot be taken. */
export const TaskEdit = z.object({
  line: z.number().int(),
  task: z.string(),
  field: z.enum(['notBefore', 'role', 'effort', 'accountable', 'consulted', 'informed', 'unknown']),
  before: z.string(),
  after: z.string(),
  refused: z.string().optional(),
})
export type TaskEdit = Readonly<z.infer<typeof TaskEdit>>

type Line = Readonly<{ line: number; cells: readonly string[] }>

/** Reads a table of tasks, of a workbook or CSV, in any of its languages; undefined when no line has the heads of one. */
export function readTaskTable(
  lines: readonly Line[],
  words: TaskWords = taskWordsOf([]),
): readonly EditedTask[] | undefined {
  const headsOf = ({ cells }: Line) => cells.map((cell) => words.heads.get(cell.trim()))
  const at = lines.findIndex((line) => headsOf(line)[0] === 'Task' && headsOf(line).includes('Role'))
  const line = lines[at]
  if (!line) return undefined
  const heads = headsOf(line)
  return lines.slice(at + 1).flatMap(({ line, cells }) => {
    const task = cells[0]?.trim() ?? ''
    if (task === '' || words.totals.has(task)) return []
    const said = (head: TaskHead) => {
      const place = heads.indexOf(head)
      return place < 0 ? undefined : rearm(cells[place] ?? '').trim()
    }
    return [{ line, task, ...read(said) }]
  })
}

/** Reads the tasks of a calendar or of a project file that was made here. */
export function readTaskText(text: string): readonly EditedTask[] {
  if (text.startsWith('BEGIN:VCALENDAR'))
    return [...startsInCalendar(text)].map(([task, start], at) => ({ line: at + 1, task, start }))
  return tasksInProject(text).map((row, at) => ({ line: at + 1, ...row }))
}

function read(said: (head: TaskHead) => string | undefined): Omit<EditedTask, 'line' | 'task'> {
  const days = said('Days, likely')
  const likely = days === undefined || days === '' ? undefined : Number(days.replace(',', '.'))
  const [start, notBefore] = [said('Start')?.slice(0, 10), said('Not before')?.slice(0, 10)]
  const strange = [start, notBefore].find((on) => on && !z.iso.date().safeParse(on).success)
  if (strange !== undefined) return { wrong: `"${strange}" is not a day. Write it as 2027-03-01.` }
  if (likely !== undefined && !(likely > 0 && likely < 10_000))
    return { wrong: `"${days}" is no number of person-days.` }
  const whole: Record<string, string | number | undefined> = {
    start: start || undefined,
    notBefore,
    role: said('Role') || undefined,
    likely,
    accountable: said('Accountable'),
    consulted: said('Consulted'),
    informed: said('Informed'),
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}

/** What edits are held against. */
export type Standing = Readonly<{
  schedule: RoadmapSchedule
  plan: Plan
  remedies: readonly Remedy[]
  today: string
}>

/** Everything that a file says otherwise than the plan, and a digest that names exactly this. */
export function compareEdits(
  edited: readonly EditedTask[],
  standing: Standing,
): Readonly<{ edits: readonly TaskEdit[]; digest: string }> {
  const edits = edited.flatMap((row) => editsOf(row, standing))
  const digest = createHash('sha256')
    .update(canonical([standing.plan, standing.schedule.inputsHash, edits]))
    .digest('hex')
  return { edits, digest }
}

function editsOf(row: EditedTask, { schedule, plan, remedies, today }: Standing): readonly TaskEdit[] {
  const { line, task } = row
  const planned = schedule.tasks.find(({ id }) => id === task)
  const nothing = { line, task, field: 'unknown', before: '', after: '' } as const
  if (!planned) return [{ ...nothing, refused: `${task} is no task of this roadmap.` }]
  if (row.wrong !== undefined) return [{ ...nothing, refused: row.wrong }]
  const wish = plan.tasks.find((one) => one.task === task)
  const roles = new Set(plan.roles.map(({ name }) => name))
  const edit = (field: TaskEdit['field'], before: string, after: string | undefined, refused?: string) =>
    after === undefined || after === before
      ? []
      : [{ line, task, field, before, after, ...(refused === undefined ? {} : { refused }) }]
  const notBefore = wishedDay(row, planned.start, wish)
  const tooEarly = notBefore && notBefore < today ? `${notBefore} lies in the past.` : undefined
  const elsewhere = remedies.some(({ requirement }) => requirement === task)
    ? undefined
    : `${task} is no remedy: change it in its register.`
  const unknownRole = row.role && !roles.has(row.role) ? `The plan has no role ${row.role}.` : undefined
  return [
    ...edit('notBefore', wish?.notBefore ?? '', notBefore, tooEarly),
    ...edit('role', planned.role, row.role, elsewhere ?? unknownRole),
    ...edit(
      'effort',
      String(planned.effort.likely),
      row.likely === undefined ? undefined : rounded(row.likely),
      elsewhere,
    ),
    ...edit('accountable', wish?.accountable ?? '', row.accountable),
    ...edit('consulted', (wish?.consulted ?? []).join(', '), row.consulted),
    ...edit('informed', (wish?.informed ?? []).join(', '), row.informed),
  ]
}

/** Another start than the planned one is a wish of its own; else what stands under "not before" counts. */
function wishedDay(
  { start, notBefore }: EditedTask,
  planned: string,
  wish: TaskWish | undefined,
): string | undefined {
  if (start !== undefined && start !== planned) return start
  return notBefore ?? wish?.notBefore ?? ''
}

function rounded(days: number): string {
  return String(Math.round(100 * days) / 100)
}

/** The plan with the edits that are not refused. */
export function planWith(plan: Plan, edits: readonly TaskEdit[]): Plan {
  const wishes = new Map(plan.tasks.map((wish) => [wish.task, wish]))
  for (const { task, field, after, refused } of edits) {
    if (refused !== undefined || field === 'role' || field === 'effort' || field === 'unknown') continue
    const old = wishes.get(task) ?? { task, consulted: [], informed: [] }
    wishes.set(task, changed(old, field, after))
  }
  return { ...plan, tasks: [...wishes.values()] }
}

function changed(
  wish: TaskWish,
  field: 'notBefore' | 'accountable' | 'consulted' | 'informed',
  after: string,
): TaskWish {
  if (field === 'consulted' || field === 'informed') {
    const names = after.split(',').map((name) => name.trim())
    return { ...wish, [field]: names.filter(Boolean) }
  }
  const { [field]: _, ...rest } = wish
  return after === '' ? rest : { ...rest, [field]: after }
}

/** The decisions with the role and effort that the edits say; least and most keep their ratio to the likely effort. */
export function decisionsWith(remedies: readonly Remedy[], edits: readonly TaskEdit[]) {
  const byTask = Map.groupBy(
    edits.filter(({ field, refused }) => refused === undefined && (field === 'role' || field === 'effort')),
    ({ task }) => task,
  )
  return [...byTask].flatMap(([task, theirs]) => {
    const remedy = remedies.find(({ requirement }) => requirement === task)
    if (!remedy) return []
    const role = theirs.find(({ field }) => field === 'role')?.after ?? remedy.decision.role
    const days = theirs.find(({ field }) => field === 'effort')?.after
    const { low, likely, high } = remedy.effort
    const ratio = days === undefined ? 1 : Number(days) / likely
    const effort =
      days === undefined
        ? remedy.decision.effort
        : { low: scaled(low, ratio), likely: Number(days), high: scaled(high, ratio) }
    return [
      {
        requirement: task,
        state: remedy.decision.state,
        reason: remedy.decision.reason,
        version: remedy.decision.version,
        ...(role === undefined ? {} : { role }),
        ...(effort === undefined ? {} : { effort }),
      },
    ]
  })
}

function scaled(days: number, ratio: number): number {
  return Math.max(0.01, Math.round(100 * days * ratio) / 100)
}
