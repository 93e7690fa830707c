import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Data } from '#registers/definition.ts'
import type { Record } from '#registers/record.ts'
import { createRecord } from '#registers/record-change-store.ts'
import { readAll } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { completionOf } from './completion.ts'
import { daysAfter } from './curriculum.ts'
import { type LeaderActs, type LeaderLevel, type LeaderScore, scoreLeader, windowDays } from './leadership.ts'
import { type Assignment, readAssignments } from './training-store.ts'
import { addressOf, readWorkforce, type Worker } from './workforce-store.ts'
import { workingDaysBetween } from './working-days.ts'

/** A leader with his score. Only the person and the sponsor see it with the name. */
export type ScoredLeader = Readonly<{ worker: Worker; score: LeaderScore }>

/** The longest a decision may take, in working days. */
const decisionDays = 10

/** The leaders in scope with what they did in the last 90 days, as far as somebody else has confirmed it. */
export async function readLeaders(tx: Tx, organization: string, now: Date): Promise<readonly ScoredLeader[]> {
  const people = await readWorkforce(tx, organization)
  const acts = await readAll(tx, organization, 'leadership-acts')
  const assignments = await readAssignments(tx, people)
  const on = now.toISOString().slice(0, 10)
  return people
    .filter(({ leader, state }) => leader !== undefined && state === 'active')
    .map((worker) => {
      const own = acts.filter(({ data }) => isAbout(worker, data.leader))
      const team = people.filter(({ manager, state }) => state === 'active' && isAbout(worker, manager))
      const score = scoreLeader(worker.leader as LeaderLevel, actsOf(own, team, assignments, on)) // the choices of the register
      return { worker, score }
    })
}

/** Whether a text of a register names somebody: by the address, or by the name. */
function isAbout({ email, name }: Worker, text: unknown): boolean {
  const said = String(text ?? '').toLowerCase()
  return said !== '' && (said === email || said === name.toLowerCase())
}

function actsOf(
  acts: readonly Record[],
  team: readonly Worker[],
  assignments: readonly Assignment[],
  on: string,
): LeaderActs {
  const from = daysAfter(on, -windowDays)
  const within = (day: unknown) => typeof day === 'string' && day > from && day <= on
  const kind = (wanted: string) => acts.filter(({ data }) => data.kind === wanted)
  const isDone = ({ state, data }: Record) => state === 'confirmed' && typeof data.done_on === 'string'
  const tasks = kind('sponsor task').filter(({ data }) => within(data.due_on))
  const sessions = kind('taking part').filter(({ data }) => within(data.due_on ?? data.done_on))
  const decisions = kind('decision').filter(({ data }) => within(data.asked_on) && isDecisionDue(data, on))
  const own = assignments.filter(({ person }) => team.some(({ id }) => id === person))
  const { base, passed } = completionOf(own, on)
  return {
    tasks: {
      due: tasks.length,
      onTime: tasks.filter((one) => isDone(one) && String(one.data.done_on) <= String(one.data.due_on))
        .length,
    },
    communications: kind('communication').filter((one) => isDone(one) && within(one.data.done_on)).length,
    sessions: { invited: sessions.length, attended: sessions.filter(isDone).length },
    decisions: {
      asked: decisions.length,
      inTime: decisions.filter(
        (one) =>
          isDone(one) &&
          workingDaysBetween(String(one.data.asked_on), String(one.data.done_on)) <= decisionDays,
      ).length,
    },
    team: { people: team.length, due: base, passed },
  }
}

/** A decision that was asked for yesterday is not late yet. */
function isDecisionDue({ asked_on: asked, done_on: done }: Data, on: string): boolean {
  return done !== undefined || workingDaysBetween(String(asked), on) > decisionDays
}

/** What a leader declares about himself. It counts once somebody else has confirmed it. */
export async function declareAct(
  tx: Tx,
  actor: Actor,
  given: Readonly<{
    title: string
    kind: string
    doneOn: string
    askedOn?: string | undefined
    seenIn?: string | undefined
  }>,
  now: Date,
): Promise<string> {
  const email = await addressOf(tx, actor.id)
  const people = await readWorkforce(tx, actor.organization)
  const worker = people.find(
    (one) => one.email !== undefined && one.email === email && one.state === 'active',
  )
  if (!worker?.leader)
    throw new Refusal(
      'conflict',
      'You do not stand among the leaders in scope. Ask the programme manager to enter you in the register of people in scope.',
    )
  if (given.doneOn > now.toISOString().slice(0, 10))
    throw new Refusal('invalid', `${given.doneOn} is to come: declare what you have done.`)
  // The own act goes through the door of the register, which is otherwise for those who confirm.
  const { kind, id, name, organization } = actor
  const clerk: Actor = { kind, id, name, organization, role: 'programme manager' }
  const data = {
    title: given.title,
    leader: worker.email,
    kind: given.kind,
    done_on: given.doneOn,
    ...(given.kind === 'sponsor task' || given.kind === 'taking part' ? { due_on: given.doneOn } : {}),
    ...(given.askedOn ? { asked_on: given.askedOn } : {}),
    ...(given.seenIn ? { seen_in: given.seenIn } : {}),
  }
  const { number } = await createRecord(tx, clerk, demandRegister('leadership-acts'), data, 'declared')
  return number
}

/** The acts of whoever asks, newest first. */
export async function readOwnActs(tx: Tx, actor: Actor): Promise<readonly Record[]> {
  const email = await addressOf(tx, actor.id)
  if (email === undefined) return []
  const acts = await readAll(tx, actor.organization, 'leadership-acts')
  return acts
    .filter(({ data }) => String(data.leader).toLowerCase() === email)
    .toSorted((a, b) => (String(a.data.done_on ?? '') < String(b.data.done_on ?? '') ? 1 : -1))
}
