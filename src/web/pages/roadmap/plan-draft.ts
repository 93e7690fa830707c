import { type Plan, writable } from './roadmap.ts'

/** A role while it is edited: its times away as text. */
export type DraftRole = Omit<Plan['roles'][number], 'absences'> & Readonly<{ away: string; key: string }>

/** An agreed date while it is edited. */
export type DraftDate = Plan['dates'][number] & Readonly<{ key: string }>

/** Who answers for one task while it is edited: names as text. */
export type DraftTask = Readonly<{
  task: string
  notBefore?: string | undefined
  accountable: string
  consulted: string
  informed: string
}>

/** A plan while it is edited. */
export type Draft = Readonly<{
  startOn: string
  weekdays: readonly number[]
  holidays: string
  roles: readonly DraftRole[]
  dates: readonly DraftDate[]
  links: string
  tasks: readonly DraftTask[]
}>

type Wrong = Readonly<{ line: string; text: string }>

/** Tells the rows of a form apart while they have no name yet. */
export function newKey(): string {
  keys += 1
  return `row-${keys}`
}

let keys = 0

/** A plan as it is edited. */
export function draftOf(plan: Plan): Draft {
  const { startOn, weekdays, holidays, roles, dates, links, tasks } = writable(plan)
  return {
    startOn,
    weekdays,
    holidays: holidays.join('\n'),
    roles: roles.map(({ absences, ...role }) => ({
      ...role,
      key: newKey(),
      away: absences.map(({ from, to }) => `${from} – ${to}`).join('\n'),
    })),
    dates: dates.map((date) => ({ ...date, key: newKey() })),
    links: links
      .map(({ from, to, kind, lag }) =>
        [`${from} → ${to}`, kind === 'start-start' ? 'SS' : '', lag > 0 ? `+${lag}` : '']
          .filter(Boolean)
          .join(' '),
      )
      .join('\n'),
    tasks: tasks.map(({ task, notBefore, accountable, consulted, informed }) => ({
      task,
      notBefore,
      accountable: accountable ?? '',
      consulted: consulted.join(', '),
      informed: informed.join(', '),
    })),
  }
}

/** The plan that a draft says, or the line of it that cannot be read. */
export function planOf(
  draft: Draft,
): Readonly<{ plan: ReturnType<typeof writable> }> | Readonly<{ wrong: Wrong }> {
  try {
    return {
      plan: {
        startOn: draft.startOn,
        weekdays: [...draft.weekdays],
        holidays: linesOf(draft.holidays).map((text, at) => dayIn(text, at)),
        roles: draft.roles.map(({ away, key: _, ...role }) => ({
          ...role,
          absences: linesOf(away).map(absenceIn),
        })),
        dates: draft.dates.map(({ key: _, ...date }) => date),
        links: linesOf(draft.links).map(linkIn),
        tasks: draft.tasks.map(({ task, notBefore, accountable, consulted, informed }) => ({
          task,
          ...(notBefore === undefined ? {} : { notBefore }),
          ...(accountable.trim() === '' ? {} : { accountable: accountable.trim() }),
          consulted: namesIn(consulted),
          informed: namesIn(informed),
        })),
      },
    }
  } catch (error) {
    if (error instanceof Unreadable) return { wrong: error.wrong }
    throw error
  }
}

class Unreadable extends Error {
  readonly wrong: Wrong

  constructor(line: number, text: string) {
    super(text)
    this.wrong = { line: String(line + 1), text }
  }
}

const day = /^\d{4}-\d{2}-\d{2}$/
const absence = /^(\d{4}-\d{2}-\d{2})\s*[–-]\s*(\d{4}-\d{2}-\d{2})$/
const link = /^(\S+)\s*(?:→|->)\s*(\S+)(\s+SS)?(?:\s+\+(\d+))?$/

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function dayIn(text: string, at: number): string {
  if (!day.test(text)) throw new Unreadable(at, text)
  return text
}

function absenceIn(text: string, at: number) {
  const [, from, to] = absence.exec(text) ?? []
  if (from === undefined || to === undefined) throw new Unreadable(at, text)
  return { from, to }
}

function linkIn(text: string, at: number): Plan['links'][number] {
  const [, from, to, together, lag] = link.exec(text) ?? []
  if (from === undefined || to === undefined) throw new Unreadable(at, text)
  return { from, to, kind: together ? 'start-start' : 'finish-start', lag: Number(lag ?? 0) }
}

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
