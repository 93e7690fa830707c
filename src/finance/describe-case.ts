import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { Collected } from '#evidence/collected.ts'
import { type Appraisal, appraise, type PreparedCase, prepare } from './appraise.ts'
import type { KeptAssumption } from './assumption.ts'
import { type Baseline, type Beside, baselineOf, besideOf } from './baseline.ts'
import { type BusinessCase, isIn, type Scenario } from './case.ts'
import type { KeptCase } from './case-store.ts'
import { linesOf, type ShownLine } from './describe/lines.ts'
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
    tenders,
  }: Readonly<{
    collected: Collected | undefined
    scenario: Scenario
    plans: Plans
    /** What the register of tenders says of a year. */
    tenders: Baseline | undefined
  }>,
): DescribedCase {
  const amounts = amountsOf(model, given)
  const { missing } = findInputs(model, given, amounts)
  const titles = titlesOf(model, given)
  const overlaps = findOverlaps(model, given)
  const prepared = tryToPrepare(model, given)
  const lines = linesOf(model, kept, given)
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
    baseline: kind.from_register ? tenders : collected && baselineOf(kind, collected),
    beside: collected ? besideOf(kind, collected) : [],
    planned: plannedFor(kind, plans),
  }))
  return {
    kept,
    assumptions,
    lines,
    overlaps,
    concerns: concernsOf(model, given, { assumptions, lines, overlaps, amounts }),
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

type Found = Readonly<{
  lines: readonly ShownLine[]
  assumptions: readonly ShownAssumption[]
  overlaps: readonly Overlap[]
  amounts: ReturnType<typeof amountsOf>
}>

function concernsOf(
  model: FinanceModel,
  given: BusinessCase,
  { assumptions, lines, overlaps, amounts }: Found,
): Concern[] {
  const needed = assumptions.filter(({ neededBy }) => neededBy.length > 0)
  const titled = (all: readonly ShownAssumption[]) => all.map(({ kind }) => kind.title)
  const own = lines.filter(({ isOwn, isIn: counts }) => isOwn && counts)
  const all: Concern[] = [
    { kind: 'missing value', about: titled(needed.filter(({ kept }) => !kept)) },
    {
      kind: 'no own time',
      about: amounts.some(({ kind }) => kind === 'own people') ? [] : ['Own time'],
    },
    {
      kind: 'no source',
      about: [
        ...titled(needed.filter(({ kept }) => kept && kept.source.trim() === '')),
        ...own.filter(({ own: line }) => (line?.source ?? '').trim() === '').map(({ title }) => title),
      ],
    },
    {
      kind: 'leaves the plan',
      about: titled(
        needed.filter(({ kept, planned }) => kept && planned && leavesPlan(kept.range.base, planned)),
      ),
    },
    {
      kind: 'no owner',
      about: [
        ...titled(needed.filter(({ kept }) => kept && kept.owner.trim() === '')),
        ...own.filter(({ owner }) => owner.trim() === '').map(({ title }) => title),
      ],
    },
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
