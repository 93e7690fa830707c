import type { FinanceModel } from '#content/finance.ts'
import { compileFormula, parseFormula } from '#content/formula.ts'
import { type BusinessCase, classOf, isIn } from '../case.ts'
import type { KeptCase } from '../case-store.ts'
import { type OwnLine, ownFormula } from '../own-line.ts'

/** A line of the pack as it is shown, whether it is in the case or not. */
export type ShownLine = Readonly<{
  id: string
  title: string
  side: 'cost' | 'benefit'
  isIn: boolean
  isMandatory: boolean
  class: string
  classes: readonly string[]
  kind: string
  partOf: string | undefined
  guard: string
  proof: string | undefined
  settled: string
  owner: string
  version: number
  formulas: readonly Readonly<{ part: string; text: string; realisation: string | undefined }>[]
  /** What the same thing costs in a year without the programme. */
  without: number | undefined
  isOwn: boolean
  /** What the organization wrote, where the line is its own. */
  own: OwnLine | undefined
}>

/** Every line of the pack and of the organization, in the case or not. */
export function linesOf(model: FinanceModel, kept: KeptCase, given: BusinessCase): ShownLine[] {
  const decided = (id: string) => {
    const line = kept.lines.get(id)
    return { settled: line?.choice.settled ?? '', owner: line?.owner ?? '', version: line?.version ?? 0 }
  }
  const costs = model.costs.map((line): ShownLine => {
    const parts = (['once', 'yearly', 'third_year'] as const).flatMap((part) => {
      const text = line[part]
      return text === undefined ? [] : [{ part, text, realisation: undefined }]
    })
    return {
      id: line.id,
      title: line.title,
      side: 'cost',
      isIn: isIn(given, line),
      isMandatory: line.mandatory,
      class: line.class,
      classes: [],
      kind: line.kind,
      partOf: line.part_of,
      guard: '',
      proof: undefined,
      ...decided(line.id),
      formulas: parts,
      without: undefined,
      isOwn: false,
      own: undefined,
    }
  })
  const benefits = model.benefits.map((line): ShownLine => {
    const text = line.attribution === undefined ? line.full_year : `(${line.full_year}) * ${line.attribution}`
    return {
      id: line.id,
      title: line.title,
      side: 'benefit',
      isIn: isIn(given, line),
      isMandatory: false,
      class: classOf(given, line),
      classes: line.classes,
      kind: line.reach,
      partOf: undefined,
      guard: line.guard ?? '',
      proof: line.proof,
      ...decided(line.id),
      formulas: [{ part: 'full_year', text, realisation: line.realisation }],
      without: withoutOf(line.without, given),
      isOwn: false,
      own: undefined,
    }
  })
  return [...costs, ...benefits, ...ownLinesOf(kept)]
}

function ownLinesOf({ lines }: KeptCase): ShownLine[] {
  return [...lines].flatMap(([id, { own, choice, owner, version }]): ShownLine[] => {
    if (!own) return []
    const { title, side, guard = '', proof } = own
    const formulas = (['once', 'yearly'] as const)
      .filter((part) => own[part] !== undefined)
      .map((part) => ({
        part: side === 'benefit' ? 'full_year' : part,
        text: ownFormula(own, part),
        realisation: undefined,
      }))
      .filter(({ text }) => text !== '')
    return [
      {
        id,
        title,
        side,
        isIn: choice.isIn,
        isMandatory: false,
        class: own.class,
        classes: [],
        kind: side === 'benefit' ? (own.reach ?? 'inside IT') : (own.kind ?? 'direct'),
        partOf: undefined,
        guard,
        proof,
        settled: choice.settled,
        owner,
        version,
        formulas,
        without: undefined,
        isOwn: true,
        own,
      },
    ]
  })
}

/** A year without the programme, at the likely values; undefined where a value is missing. */
function withoutOf(text: string | undefined, { assumptions }: BusinessCase): number | undefined {
  if (text === undefined) return undefined
  const ids = [...assumptions.keys()]
  const row = Float64Array.from(assumptions.values(), ({ base }) => base)
  const value = compileFormula(parseFormula(text), (name) => ids.indexOf(name))(row)
  return Number.isFinite(value) ? value : undefined
}
