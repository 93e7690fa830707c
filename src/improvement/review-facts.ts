import { z } from 'zod'
import type { ReviewInput } from '#content/improvement.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import { Where } from './where.ts'

/** A value that the records tell, with where it can be looked up. Without a value nobody knows it. */
export type Fact = Readonly<{ value: number; n?: number; unit?: string; where: Where }>

/** Facts by their names, as content/improvement/review-inputs.yaml asks for them. Later chapters hand in theirs. */
export type Facts = ReadonlyMap<string, Fact>

/** One figure of a review: what it was when the review was prepared, and in the one before. Shares are from 0 to 1. */
export const ReviewFigure = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  good: z.enum(['up', 'down', 'neutral']),
  value: z.number().optional(),
  /** What it was computed from. */
  n: z.number().optional(),
  /** The month of a measure. */
  period: z.string().optional(),
  target: z.number().optional(),
  before: z.number().optional(),
  where: Where.optional(),
})
export type ReviewFigure = Readonly<z.infer<typeof ReviewFigure>>

/** One input with its figures. Without any value it says so, and somebody has to speak to it. */
export const PreparedInput = z.object({
  id: z.string(),
  title: z.string(),
  asks: z.string(),
  requirements: z.array(z.string()).readonly(),
  figures: z.array(ReviewFigure).readonly(),
  hasFacts: z.boolean(),
})
export type PreparedInput = Readonly<z.infer<typeof PreparedInput>>

/** What inputs are prepared from. */
export type ReviewMatter = Readonly<{
  inputs: readonly ReviewInput[]
  facts: Facts
  measures: readonly MeasureResult[]
  /** The inputs of the last signed review. */
  before: readonly PreparedInput[]
}>

/** The inputs with their figures as they stand, each beside the one of the review before. */
export function prepareInputs({ inputs, facts, measures, before }: ReviewMatter): readonly PreparedInput[] {
  const then = new Map(before.flatMap(({ figures }) => figures).map((one) => [one.id, one.value]))
  return inputs.map(({ id, title, asks, requirements, figures: wanted }) => {
    const figures = wanted.map((one): ReviewFigure => {
      const found = one.measure === undefined ? ofFact(one.fact, facts) : ofMeasure(one.measure, measures)
      const value = then.get(one.id)
      const { id: figure, title: name, good } = one
      return {
        id: figure,
        title: name,
        good,
        ...found,
        unit: found.unit ?? one.unit ?? '',
        ...(value === undefined ? {} : { before: value }),
      }
    })
    const hasFacts = figures.some(({ value }) => value !== undefined)
    return { id, title, asks, requirements, figures, hasFacts }
  })
}

type Found = Partial<Pick<ReviewFigure, 'value' | 'n' | 'unit' | 'period' | 'target' | 'where'>>

function ofFact(name: string | undefined, facts: Facts): Found {
  const fact = name === undefined ? undefined : facts.get(name)
  return fact ?? {}
}

/** The newest month in which the measure has a value. */
function ofMeasure(id: string, measures: readonly MeasureResult[]): Found {
  const where = { page: 'measure', id } as const
  const measure = measures.find((one) => one.id === id)
  const newest = measure?.points.findLast((point) => valueIn(point) !== undefined)
  if (!measure || !newest) return { where }
  const { unit, target } = measure
  return {
    where,
    unit,
    n: newest.n,
    period: newest.period,
    ...(target === undefined ? {} : { target }),
    value: valueIn(newest) ?? 0,
  }
}

/** The value of a month: the value itself, or part of whole. */
export function valueIn({ value, part, whole }: MeasureResult['points'][number]): number | undefined {
  if (value !== undefined) return value
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole
}

/** Better, worse or the same since the review before; undefined where one of both is not known or neither side is good. */
export function courseOf({ value, before, good }: ReviewFigure): 'better' | 'worse' | 'same' | undefined {
  if (value === undefined || before === undefined || good === 'neutral') return undefined
  if (value === before) return 'same'
  return value > before === (good === 'up') ? 'better' : 'worse'
}
