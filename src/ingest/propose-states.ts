import { normalise, type ProcessModel, stateOf } from '#content/process.ts'
import { nativeKey } from './mapping.ts'

/** One native status of one ticket type, how often it was seen, and what stood before and after it. */
export type NativeStatus = Readonly<{ type: string; status: string; subStatus: string | null; count: number }>

/** How often one native status directly followed another; empty text marks the begin and the end of a path. */
export type NativeStep = Readonly<{ type: string; from: string; to: string; count: number }>

/** A state for a native status: known by name, or proposed by its place in the paths. */
export type StateProposal = Readonly<{
  type: string
  native: string
  state: string
  by: 'name' | 'place' | 'person'
  count: number
}>

/** Maps every native status to a state of the type's model; none is left out. */
export function proposeStates(
  model: ProcessModel,
  statuses: readonly NativeStatus[],
  steps: readonly NativeStep[],
  settled: Readonly<Record<string, string>>,
  tool: string | undefined,
): StateProposal[] {
  const type = statuses[0]?.type ?? ''
  const known = new Map<string, string>()
  const proposals = statuses.map((status): StateProposal | NativeStatus => {
    const native = nativeKey(status.status, status.subStatus)
    const person = settled[native]
    const named = byName(model, status, tool)
    const state = person ?? named
    if (state === undefined) return status
    known.set(native, state)
    return { type, native, state, by: state === named ? 'name' : 'person', count: status.count }
  })
  return proposals.map((proposal) => {
    if ('native' in proposal) return proposal
    const native = nativeKey(proposal.status, proposal.subStatus)
    return { type, native, state: byPlace(model, native, steps, known), by: 'place', count: proposal.count }
  })
}

function byName(model: ProcessModel, status: NativeStatus, tool: string | undefined): string | undefined {
  const both =
    status.subStatus === null ? undefined : stateOf(model, `${status.status} ${status.subStatus}`, tool)
  return both ?? stateOf(model, status.status, tool) ?? lastWord(model, status.status, tool)
}

/** 'On Hold - awaiting vendor' is known by its longer or its shorter part. */
function lastWord(model: ProcessModel, status: string, tool: string | undefined): string | undefined {
  const parts = status.split(/\s[-–:/]\s|[:(]/).map((part) => normalise(part))
  return parts.map((part) => stateOf(model, part, tool)).find((state) => state !== undefined)
}

/** The state whose neighbours in the model agree best with the neighbours the status has in the data. */
function byPlace(
  model: ProcessModel,
  native: string,
  steps: readonly NativeStep[],
  known: ReadonlyMap<string, string>,
): string {
  const allowed = new Set(model.transitions.map(({ from, to }) => `${from}>${to}`))
  const around = steps.filter(({ from, to }) => from === native || to === native)
  const fits = (state: string, { from, to }: NativeStep): boolean => {
    if (from === to) return true
    if (to === native)
      return from === '' ? model.initial.includes(state) : leads(allowed, known.get(from), state)
    return to === '' ? model.final.includes(state) : leads(allowed, state, known.get(to))
  }
  const scored = model.states.map(({ id }, place) => ({
    id,
    place,
    score: around.filter((step) => fits(id, step)).reduce((sum, { count }) => sum + count, 0),
  }))
  scored.sort((a, b) => b.score - a.score || a.place - b.place)
  return scored[0]?.id ?? model.initial[0] ?? ''
}

function leads(allowed: ReadonlySet<string>, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return false
  return from === to || allowed.has(`${from}>${to}`)
}
