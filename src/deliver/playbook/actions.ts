import { keyOfWords } from '#content/sentences.ts'
import type { Speech } from '../speech.ts'
import type { OpenAction, PlaybookInput } from './input.ts'
import { sayState } from './pack-words.ts'

export type ActionRow = readonly [key: string, title: string, owner: string, due: string, state: string]

/** What is to be done and by whom, as the registers stand on the day of the document. */
export type ActionChapter = Readonly<{
  says: string
  groups: readonly Readonly<{ title: string; says: string; rows: readonly ActionRow[] }>[]
  open: number
  overdue: number
}>

/** Open actions in the order of their days, those without a day last; closed ones are counted. */
export function actionChapterOf({ actions, madeOn, speech }: PlaybookInput): ActionChapter {
  const open = actions.flatMap(({ items }) => (items ?? []).filter(({ isOpen }) => isOpen))
  const overdue = open.filter((one) => isOverdue(one, madeOn)).length
  return {
    says:
      open.length === 0
        ? speech.say('actions.none', { day: speech.day(madeOn) })
        : speech.many('actions.open', open.length, { day: speech.day(madeOn), overdue }),
    groups: actions.map(({ title, items }) => ({
      title: speech.known(`group.${keyOfWords(title)}`) ?? title,
      says: sayGroup(items, madeOn, speech),
      rows: (items ?? [])
        .filter(({ isOpen }) => isOpen)
        .toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.key, b.key))
        .map(
          (one): ActionRow => [
            one.key,
            one.title,
            one.owner || speech.say('actions.nobody'),
            sayDue(one, madeOn, speech),
            sayState(one.state, speech),
          ],
        ),
    })),
    open: open.length,
    overdue,
  }
}

function sayDue(one: OpenAction, madeOn: string, { say, day }: Speech): string {
  if (!one.due) return say('actions.no-day')
  return isOverdue(one, madeOn) ? say('actions.overdue', { day: day(one.due) }) : day(one.due)
}

function sayGroup(items: readonly OpenAction[] | undefined, madeOn: string, { say }: Speech): string {
  if (!items) return say('actions.no-register')
  const open = items.filter(({ isOpen }) => isOpen)
  const overdue = open.filter((one) => isOverdue(one, madeOn)).length
  return say('actions.group', { open: open.length, overdue, closed: items.length - open.length })
}

function isOverdue({ due }: OpenAction, madeOn: string): boolean {
  return due !== undefined && due < madeOn
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
