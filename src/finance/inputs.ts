import type { FinanceModel } from '#content/finance.ts'
import type { BusinessCase, Scenario, ThreePoint } from './case.ts'
import { type Amount, inputsOf, ownInput } from './terms.ts'

/** One value that a case is computed from. Volume inputs may be drawn together. */
export type Input = Readonly<{ id: string; title: string; range: ThreePoint; isVolume: boolean }>

/** The inputs of a case in the order in which a simulation draws, and where each stands in a row of values. */
export type Inputs = Readonly<{ list: readonly Input[]; place: (id: string) => number }>

/** An assumption that a line of the case needs and that has no value. */
export type Missing = Readonly<{ assumption: string; title: string; lines: readonly string[] }>

/** The assumptions that the amounts need: those that are given in the order of the pack, own lines last, and those that are missing. */
export function findInputs(
  model: FinanceModel,
  given: BusinessCase,
  amounts: readonly Amount[],
): Readonly<{ inputs: Inputs; missing: readonly Missing[] }> {
  const needed = new Map<string, string[]>()
  for (const amount of amounts)
    for (const id of inputsOf(amount)) needed.set(id, [...new Set([...(needed.get(id) ?? []), amount.line])])
  const ofPack = model.assumptions.filter(({ id }) => needed.has(id))
  const list = ofPack.flatMap(({ id, title, kind }): Input[] => {
    const range = given.assumptions.get(id)
    return range ? [{ id, title, range, isVolume: kind === 'volume' }] : []
  })
  const missing = ofPack
    .filter(({ id }) => !given.assumptions.has(id))
    .map(({ id, title }) => ({ assumption: id, title, lines: needed.get(id) ?? [] }))
  return { inputs: placed([...list, ...given.own.flatMap(inputsOfOwn)]), missing }
}

/** A row with every input at its likely value, or where the scenario puts it. */
export function likelyRow({ list }: Inputs, { overrides = {} }: Pick<Scenario, 'overrides'>): Float64Array {
  return Float64Array.from(list, ({ id, range }) => overrides[id] ?? range.base)
}

function placed(list: readonly Input[]): Inputs {
  const places = new Map(list.map(({ id }, at) => [id, at]))
  return { list, place: (id) => places.get(id) ?? -1 }
}

function inputsOfOwn(line: BusinessCase['own'][number]): Input[] {
  return (['once', 'yearly'] as const).flatMap((part) => {
    const range = line[part]
    return range ? [{ id: ownInput(line.id, part), title: line.title, range, isVolume: false }] : []
  })
}
