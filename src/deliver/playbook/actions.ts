import { count, counted } from '../figures/format.ts'
import type { OpenAction, PlaybookInput } from './input.ts'

export type ActionRow = readonly [key: string, title: string, owner: string, due: string, state: string]

/** What is to be done and by whom, as the registers stand on the day of the document. */
export type ActionChapter = Readonly<{
  says: string
  groups: readonly Readonly<{ title: string; says: string; rows: readonly ActionRow[] }>[]
  open: number
  overdue: number
}>

/** Open actions in the order of their days, those without a day last; closed ones are counted. */
export function actionChapterOf({ actions, madeOn }: PlaybookInput): ActionChapter {
  const open = actions.flatMap(({ items }) => (items ?? []).filter(({ isOpen }) => isOpen))
  const overdue = open.filter((one) => isOverdue(one, madeOn)).length
  return {
    says:
      open.length === 0
        ? `On ${madeOn} no action is open.`
        : `On ${madeOn} ${counted(open.length, 'action')} ${open.length === 1 ? 'is' : 'are'} open, ${count(overdue)} of them overdue.`,
    groups: actions.map(({ title, items }) => ({
      title,
      says: sayGroup(items, madeOn),
      rows: (items ?? [])
        .filter(({ isOpen }) => isOpen)
        .toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.key, b.key))
        .map(
          (one): ActionRow => [
            one.key,
            one.title,
            one.owner || 'nobody yet',
            one.due ? `${one.due}${isOverdue(one, madeOn) ? ', overdue' : ''}` : 'no day',
            one.state,
          ],
        ),
    })),
    open: open.length,
    overdue,
  }
}

function sayGroup(items: readonly OpenAction[] | undefined, madeOn: string): string {
  if (!items) return 'The organization keeps none of these yet.'
  const open = items.filter(({ isOpen }) => isOpen)
  const overdue = open.filter((one) => isOverdue(one, madeOn)).length
  return `${count(open.length)} open, ${count(overdue)} overdue, ${count(items.length - open.length)} closed.`
}

function isOverdue({ due }: OpenAction, madeOn: string): boolean {
  return due !== undefined && due < madeOn
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
