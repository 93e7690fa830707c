import type { FinanceModel } from '#content/finance.ts'
import type { BusinessCase, Scenario } from './case.ts'
import { type OwnLine, ownInput } from './own-line.ts'
import { type Amount, inputsOf } from './terms.ts'
import type { ThreePoint } from './three-point.ts'

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

function inputsOfOwn(line: OwnLine): Input[] {
  const { id, title, once, yearly, unit, price, attribution, realisation } = line
  const both = once !== undefined && yearly !== undefined
  const fixed = (value: number): ThreePoint => ({ low: value, base: value, high: value })
  const inputs = [
    ['once', both ? `${title}, once` : title, once],
    ['yearly', both ? `${title}, yearly` : title, yearly],
    ['price', `${title}: one ${unit ?? ''}`, price],
    [
      'attributed',
      `${title}: share of the programme`,
      attribution === undefined ? undefined : fixed(attribution),
    ],
    [
      'realised',
      `${title}: share that is realised`,
      realisation === undefined ? undefined : fixed(realisation),
    ],
  ] as const
  return inputs.flatMap(([part, called, range]): Input[] =>
    range ? [{ id: ownInput(id, part), title: called, range, isVolume: false }] : [],
  )
}

/** In what an input is counted; money where an own line names no unit, and a share without one. */
export function unitsOf(
  model: FinanceModel,
  given: Pick<BusinessCase, 'own' | 'settings'>,
): ReadonlyMap<string, string> {
  const { currency } = given.settings
  const ofOwn = given.own.flatMap(({ id, unit }): (readonly [string, string])[] => [
    [ownInput(id, 'once'), unit ?? currency],
    [ownInput(id, 'yearly'), unit ?? currency],
    [ownInput(id, 'price'), `${currency} per ${unit ?? ''}`],
  ])
  return new Map([...model.assumptions.map(({ id, unit }) => [id, unit] as const), ...ofOwn])
}
