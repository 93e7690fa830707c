import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import { compileFormula, parseFormula } from '#content/formula.ts'
import type { Collected } from '#evidence/collected.ts'
import { type Appraisal, appraise, type PreparedCase, prepare } from './appraise.ts'
import type { KeptAssumption } from './assumption.ts'
import { type Baseline, type Beside, baselineOf, besideOf } from './baseline.ts'
import { type BusinessCase, classOf, isIn, type Scenario } from './case.ts'
import type { KeptCase } from './case-store.ts'
import { findInputs, type Missing } from './inputs.ts'
import { findOverlaps, type Overlap } from './overlap.ts'
import { leavesPlan, type Planned, type Plans, plannedFor } from './planned.ts'
import { amountsOf, inputsOf } from './terms.ts'

/** Something that whoever checks the case wants to know. */
export type Concern = Readonly<{
  kind:
    | 'missing value'
    | 'no source'
    | 'no owner'
    | 'mandatory cost left out'
    | 'unsettled overlap'
    | 'no own time'
    | 'leaves the plan'
  /** The titles it is about. */
  about: readonly string[]
}>

/** An assumption as it is shown: what the pack says of it, its values, and what the tickets say. */
export type ShownAssumption = Readonly<{
  kind: FinanceModel['assumptions'][number]
  kept: KeptAssumption | undefined
  /** Titles of the lines of the case that need it. */
  neededBy: readonly string[]
  baseline: Baseline | undefined
  beside: readonly Beside[]
  /** What roadmap or training plan for it. */
  planned: Planned | undefined
}>

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
}>

/** The whole case: what it says, what it stands on, and what is open about it. */
export type DescribedCase = Readonly<{
  kept: KeptCase
  assumptions: readonly ShownAssumption[]
  lines: readonly ShownLine[]
  overlaps: readonly Overlap[]
  concerns: readonly Concern[]
  missing: readonly Missing[]
  result: Appraisal | undefined
}>

/** Describes a case as a scenario reads it; without a result where something keeps it from being computed. */
export function describeCase(
  model: FinanceModel,
  kept: KeptCase,
  given: BusinessCase,
  {
    collected,
    scenario,
    plans,
  }: Readonly<{
    collected: Collected | undefined
    scenario: Scenario
    plans: Plans
  }>,
): DescribedCase {
  const amounts = amountsOf(model, given)
  const { missing } = findInputs(model, given, amounts)
  const titles = titlesOf(model, given)
  const overlaps = findOverlaps(model, given)
  const prepared = tryToPrepare(model, given)
  const assumptions = model.assumptions.map((kind) => ({
    kind,
    kept: kept.assumptions.get(kind.id),
    neededBy: [
      ...new Set(
        amounts
          .filter((amount) => inputsOf(amount).includes(kind.id))
          .map(({ line }) => titles.get(line) ?? line),
      ),
    ],
    baseline: collected && baselineOf(kind, collected),
    beside: collected ? besideOf(kind, collected) : [],
    planned: plannedFor(kind, plans),
  }))
  return {
    kept,
    assumptions,
    lines: linesOf(model, kept, given),
    overlaps,
    concerns: concernsOf(model, given, { assumptions, overlaps, amounts }),
    missing,
    result: prepared && appraise(prepared, scenario),
  }
}

/** A prepared case, or nothing where it cannot be computed yet: the concerns say why. */
export function tryToPrepare(model: FinanceModel, given: BusinessCase): PreparedCase | undefined {
  try {
    return prepare(model, given)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** What lines are called. */
export function titlesOf(
  { costs, benefits }: FinanceModel,
  { own }: Pick<BusinessCase, 'own'>,
): ReadonlyMap<string, string> {
  return new Map([...costs, ...benefits, ...own].map(({ id, title }) => [id, title]))
}

function linesOf(model: FinanceModel, kept: KeptCase, given: BusinessCase): ShownLine[] {
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
    }
  })
  return [...costs, ...benefits, ...ownLinesOf(kept)]
}

function ownLinesOf({ lines }: KeptCase): ShownLine[] {
  return [...lines].flatMap(([id, { own, choice, owner, version }]): ShownLine[] => {
    if (!own) return []
    const { title, side } = own
    return [
      {
        id,
        title,
        side,
        isIn: choice.isIn,
        isMandatory: false,
        class: own.class,
        classes: [],
        kind: 'own',
        partOf: undefined,
        guard: '',
        proof: undefined,
        settled: choice.settled,
        owner,
        version,
        formulas: [],
        without: undefined,
        isOwn: true,
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

type Found = Readonly<{
  assumptions: readonly ShownAssumption[]
  overlaps: readonly Overlap[]
  amounts: ReturnType<typeof amountsOf>
}>

function concernsOf(
  model: FinanceModel,
  given: BusinessCase,
  { assumptions, overlaps, amounts }: Found,
): Concern[] {
  const needed = assumptions.filter(({ neededBy }) => neededBy.length > 0)
  const titled = (all: readonly ShownAssumption[]) => all.map(({ kind }) => kind.title)
  const all: Concern[] = [
    { kind: 'missing value', about: titled(needed.filter(({ kept }) => !kept)) },
    {
      kind: 'no own time',
      about: amounts.some(({ kind }) => kind === 'own people') ? [] : ['Own time'],
    },
    { kind: 'no source', about: titled(needed.filter(({ kept }) => kept && kept.source.trim() === '')) },
    {
      kind: 'leaves the plan',
      about: titled(
        needed.filter(({ kept, planned }) => kept && planned && leavesPlan(kept.range.base, planned)),
      ),
    },
    { kind: 'no owner', about: titled(needed.filter(({ kept }) => kept && kept.owner.trim() === '')) },
    {
      kind: 'mandatory cost left out',
      about: model.costs.filter((line) => line.mandatory && !isIn(given, line)).map(({ title }) => title),
    },
    {
      kind: 'unsettled overlap',
      about: overlaps.filter(({ settled }) => settled === '').map(({ titles }) => titles.join(' / ')),
    },
  ]
  return all.filter(({ about }) => about.length > 0)
}
