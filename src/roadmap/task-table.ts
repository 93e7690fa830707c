import { keyOfWords, type Sentences, say } from '#content/sentences.ts'
import type { TableCell } from '#registers/table.ts'
import type { Plan } from './plan.ts'
import type { RoadmapSchedule, ScheduledTask } from './roadmap-schedule.ts'

/** The columns of a table of tasks; what can be edited and brought back is told apart. */
export const taskHeads = [
  'Task',
  'Title',
  'Work package',
  'Role',
  'Days, least',
  'Days, likely',
  'Days, most',
  'Not before',
  'Accountable',
  'Consulted',
  'Informed',
  'Start',
  'Finish',
  'Comes after',
  'Room in days',
  'Sets the finish',
] as const
export type TaskHead = (typeof taskHeads)[number]

/** The columns that are read again when the table comes back. */
export const editableHeads: readonly TaskHead[] = [
  'Role',
  'Days, likely',
  'Not before',
  'Accountable',
  'Consulted',
  'Informed',
  'Start',
]

/** The folder of the sentences of the workbook. */
export const roadmapBook = 'implementation-roadmap'

/** What the heads and the row of sums are called in the languages of the workbook. */
export type TaskWords = Readonly<{ heads: ReadonlyMap<string, TaskHead>; totals: ReadonlySet<string> }>

/** The words by which a table of tasks is known when it comes back, in whichever of the languages it went out. */
export function taskWordsOf(all: readonly Sentences[]): TaskWords {
  const said = (head: TaskHead, sentences: Sentences) => say(sentences, `head.${keyOfWords(head)}`)
  return {
    heads: new Map([
      ...all.flatMap((one) => taskHeads.map((head) => [said(head, one), head] as const)),
      ...taskHeads.map((head) => [head, head] as const),
    ]),
    totals: new Set(['Total', ...all.map((one) => say(one, 'total'))]),
  }
}

/** One task as a row under those heads. */
export function taskRow(task: ScheduledTask, plan: Plan): readonly TableCell[] {
  const wish = plan.tasks.find((one) => one.task === task.id)
  const { low, likely, high } = task.effort
  return [
    { text: task.id },
    { text: task.title },
    { text: task.workPackage },
    { text: task.role },
    number(low),
    number(likely),
    number(high),
    day(wish?.notBefore),
    { text: wish?.accountable ?? '' },
    { text: (wish?.consulted ?? []).join(', ') },
    { text: (wish?.informed ?? []).join(', ') },
    day(task.start),
    day(task.finish),
    { text: task.waitsFor.map(linkText).join(', ') },
    number(task.totalFloat),
    { text: task.isDriving ? 'yes' : '' },
  ]
}

/** The tasks in the order of their starts. */
export function inOrderOfStarts({ tasks }: RoadmapSchedule): readonly ScheduledTask[] {
  return tasks.toSorted((a, b) => {
    if (a.start !== b.start) return a.start < b.start ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
}

function linkText({ task, kind, lag }: ScheduledTask['waitsFor'][number]): string {
  const together = kind === 'start-start' ? ' SS' : ''
  return `${task}${together}${lag > 0 ? ` +${lag}` : ''}`
}

function number(value: number): TableCell {
  return { text: String(value), number: value }
}

function day(on: string | undefined): TableCell {
  return on === undefined ? { text: '' } : { text: on, day: on }
}
