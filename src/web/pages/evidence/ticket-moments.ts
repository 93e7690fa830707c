import type { Answered } from '../../data/call.ts'

type Ticket = Answered<'GET /api/organizations/:organization/tickets/:ticket'>

/** A state that a ticket was in, and how long. */
export type StateMoment = Readonly<{
  key: string
  at: string
  state: string
  native: string | undefined
  team: string | undefined
  actor: string | undefined
  isDerived: boolean
  /** Minutes until the next state; absent for the last one. */
  minutes: number | undefined
}>

/** The states of a ticket in their order; what repeats the state before is no new moment. */
export function momentsOf({ history }: Pick<Ticket, 'history'>): readonly StateMoment[] {
  const entered = history.filter(({ state }, at) => state !== undefined && state !== before(history, at))
  return entered.map(({ at, state = '', statusNative, team, actor, isDerived }, place) => {
    const next = entered[place + 1]?.at
    return {
      key: `${at} ${state} ${place}`,
      at,
      state,
      native: statusNative,
      team,
      actor,
      isDerived,
      minutes: next === undefined ? undefined : (Date.parse(next) - Date.parse(at)) / 60_000,
    }
  })
}

function before(history: Ticket['history'], at: number): string | undefined {
  return history.slice(0, at).findLast(({ state }) => state !== undefined)?.state
}
