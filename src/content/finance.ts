import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { FormulaText, namesIn, parseFormula } from './formula.ts'
import { readYaml } from './read.ts'

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/)
const MeasureId = z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/)

/** How good a source is: A study or official, B named supplier or association, C secondary, J judgement. */
export const SourceQuality = z.enum(['A', 'B', 'C', 'J'])

/** Something that a business case supposes; the organization gives it its values. */
export const AssumptionKind = z.strictObject({
  id: Id,
  title: z.string().min(4),
  unit: z.string(),
  kind: z.enum(['cost', 'volume', 'benefit']),
  at_most: z.number().positive().optional(),
  /** The measure that counts it in the tickets; times turns the unit of the measure into this one. */
  baseline: z
    .strictObject({
      measure: MeasureId,
      take: z.enum(['yearly sum', 'share']),
      times: z.number().positive().default(1),
    })
    .optional(),
  beside: z.array(MeasureId).default([]),
  from_roadmap: z.enum(['effort', 'external effort']).optional(),
  /** The register in which it is counted. */
  from_register: z.enum(['tenders']).optional(),
  from_adoption: z.enum(['training hours', 'awareness hours']).optional(),
  reference: z
    .array(
      z.strictObject({
        range: z.string(),
        likely: z.union([z.string(), z.number()]).optional(),
        note: z.string().optional(),
        source: z.string(),
        quality: SourceQuality,
      }),
    )
    .default([]),
})
export type AssumptionKind = Readonly<z.infer<typeof AssumptionKind>>

/** Whether a benefit is money, time that may be used otherwise, or neither. */
export const BenefitClass = z.enum(['hard', 'freed time', 'soft'])
export type BenefitClass = z.infer<typeof BenefitClass>

/** A line of cost: once in the year of implementation, yearly later; third_year instead of yearly in every third year. */
export const CostLine = z.strictObject({
  id: Id,
  title: z.string().min(4),
  kind: z.enum(['own people', 'direct']),
  class: z.enum(['hard', 'soft']).default('hard'),
  mandatory: z.boolean().default(false),
  needs_certificate: z.boolean().default(false),
  part_of: Id.optional(),
  once: FormulaText.optional(),
  yearly: FormulaText.optional(),
  third_year: FormulaText.optional(),
})
export type CostLine = Readonly<z.infer<typeof CostLine>>

/** A line of benefit: what a full year brings, how surely it is money, and what it counts. */
export const BenefitLine = z.strictObject({
  id: Id,
  title: z.string().min(4),
  classes: z.array(BenefitClass).min(1),
  reach: z.enum(['inside IT', 'users', 'company']),
  needs_certificate: z.boolean().default(false),
  full_year: FormulaText,
  realisation: Id.optional(),
  attribution: Id.optional(),
  without: FormulaText.optional(),
  claims: z.array(z.string()).min(1),
  guard: z.string().optional(),
  proof: MeasureId.optional(),
})
export type BenefitLine = Readonly<z.infer<typeof BenefitLine>>

/** How else the same case can be read. */
export const ScenarioKind = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(4),
  benefit_factor: z.number().min(0).default(1),
  soft: z.enum(['on', 'off']).default('on'),
  freed_time: z.union([z.enum(['as assumed', 'off']), z.number().min(0).max(1)]).default('as assumed'),
  only: z.enum(['inside IT']).optional(),
  certificate: z.enum(['on', 'off']).default('on'),
  delay_months: z.number().int().min(0).default(0),
  rate_points: z.number().default(0),
})
export type ScenarioKind = Readonly<z.infer<typeof ScenarioKind>>

/** A figure that circulates and could not be traced; use says what it may stand for. */
export const Claim = z.strictObject({
  id: z.string().regex(/^C-\d\d$/),
  says: z.string().min(8),
  figure: z.string(),
  attributed_to: z.string(),
  status: z.enum(['unverified', 'verified']),
  because: z.string().min(8),
  use: z.array(
    z.enum(['outcome target', 'scenario', 'risk prompt', 'convention', 'guidance', 'price comparison']),
  ),
  use_says: z.string(),
})
export type Claim = Readonly<z.infer<typeof Claim>>

/** Everything that the pack knows of business cases. */
export type FinanceModel = Readonly<{
  assumptions: readonly AssumptionKind[]
  costs: readonly CostLine[]
  benefits: readonly BenefitLine[]
  scenarios: readonly ScenarioKind[]
  claims: readonly Claim[]
  growth: GrowthModel
}>

/** What grows with the house: the measures that count it, each with the assumption that lessens it. */
const GrowthModel = z.strictObject({
  volumes: z.array(z.strictObject({ measure: MeasureId, lessened_by: Id.optional() })).min(1),
  /** The assumption that says what an own day costs. */
  day_rate: Id,
  ticket_share: z.number().min(0).max(1),
  days_a_year: z.number().int().positive(),
})
export type GrowthModel = Readonly<z.infer<typeof GrowthModel>>

/** Reads the finance folder of a pack, with every problem found on the way. */
export function readFinance(content: string): { model: FinanceModel; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const take = <S extends z.ZodType>(file: string, schema: S): z.infer<S> | undefined => {
    const reading = readYaml(join(content, 'finance', file), schema)
    problems.push(...reading.problems)
    return reading.value
  }
  const known = take('assumptions.yaml', AssumptionFile)?.assumptions
  const assumptions = known ?? []
  const lines = take('lines.yaml', lineFileFor(known && new Set(known.map(({ id }) => id))))
  const scenarios = take('scenarios.yaml', ScenarioFile)?.scenarios ?? []
  const claims = take('claims.yaml', ClaimFile)?.claims ?? []
  const growth = take('growth.yaml', growthFileFor(known && new Set(known.map(({ id }) => id)))) ?? noGrowth
  const model = {
    growth,
    assumptions,
    costs: lines?.costs ?? [],
    benefits: lines?.benefits ?? [],
    scenarios,
    claims,
  }
  return { model, problems }
}

const opened = new Map<string, FinanceModel>()

/** Opens the finance folder once for the life of a program; refuses a pack with problems. */
export function openFinance(content: string): FinanceModel {
  const open = opened.get(content)
  if (open) return open
  const { model, problems } = readFinance(content)
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, model)
  return model
}

const noGrowth: GrowthModel = { volumes: [], day_rate: '', ticket_share: 0, days_a_year: 1 }

/** What grows, each assumption held against those that there are. */
function growthFileFor(known: ReadonlySet<string> | undefined) {
  return GrowthModel.superRefine(({ volumes, day_rate: dayRate }, context) => {
    const named = [
      { path: ['day_rate'], name: dayRate },
      ...volumes.flatMap(({ lessened_by: name }, at) =>
        name === undefined ? [] : [{ path: ['volumes', at, 'lessened_by'], name }],
      ),
    ]
    for (const { path, name } of named)
      if (known && !known.has(name))
        context.addIssue({ code: 'custom', path, message: `There is no assumption ${name}.` })
  })
}

const AssumptionFile = z.strictObject({ assumptions: z.array(AssumptionKind).superRefine(eachOnce) })
const ScenarioFile = z.strictObject({ scenarios: z.array(ScenarioKind).superRefine(eachOnce) })
const ClaimFile = z.strictObject({ claims: z.array(Claim).superRefine(eachOnce) })

/** The lines, each formula held against the assumptions there are; not where those cannot be read. */
function lineFileFor(known: ReadonlySet<string> | undefined) {
  return z
    .strictObject({ costs: z.array(CostLine), benefits: z.array(BenefitLine) })
    .superRefine(({ costs, benefits }, context) => {
      eachOnce([...costs, ...benefits], context)
      for (const { path, name } of [...namesOfCosts(costs), ...namesOfBenefits(benefits)])
        if (known && !known.has(name))
          context.addIssue({ code: 'custom', path, message: `There is no assumption ${name}.` })
      for (const [at, { part_of: whole }] of costs.entries())
        if (whole !== undefined && !costs.some(({ id }) => id === whole))
          context.addIssue({
            code: 'custom',
            path: ['costs', at, 'part_of'],
            message: `There is no line ${whole}.`,
          })
    })
}

type Named = { readonly path: PropertyKey[]; readonly name: string }

function namesOfCosts(costs: readonly CostLine[]): Named[] {
  return costs.flatMap((line, at) =>
    (['once', 'yearly', 'third_year'] as const).flatMap((part) =>
      namesOf(line[part]).map((name) => ({ path: ['costs', at, part], name })),
    ),
  )
}

function namesOfBenefits(benefits: readonly BenefitLine[]): Named[] {
  return benefits.flatMap((line, at) =>
    (['full_year', 'without', 'realisation', 'attribution'] as const).flatMap((part) =>
      namesOf(line[part]).map((name) => ({ path: ['benefits', at, part], name })),
    ),
  )
}

function namesOf(text: string | undefined): readonly string[] {
  // What is no formula was named by its own schema already.
  return text !== undefined && FormulaText.safeParse(text).success ? namesIn(parseFormula(text)) : []
}

function eachOnce(all: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  for (const [at, { id }] of all.entries()) {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [at, 'id'], message: `${id} stands twice.` })
    seen.add(id)
  }
}
