import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import { BenefitClass, type FinanceModel } from '#content/finance.ts'
import { demandTraced, QualityOfValue } from './assumption.ts'
import { ThreePoint } from './three-point.ts'

const Points = z.object({ low: z.number(), base: z.number(), high: z.number() })

/** What an own line can be besides its amounts; a line that says none of it counts as the pack's lines of cost do. */
const Nature = z.object({
  side: z.enum(['cost', 'benefit']),
  class: BenefitClass,
  /** Of a cost: own people or money that leaves the house. */
  kind: z.enum(['own people', 'direct']).optional(),
  /** Of a benefit: where it comes about. */
  reach: z.enum(['inside IT', 'users', 'company']).optional(),
  needsCertificate: z.boolean().optional(),
  /** What the amounts count, where it is not money, such as hours; price is what one of them is worth. */
  unit: z.string().max(60).optional(),
  price: Points.optional(),
  /** Of a benefit: the share that really comes to use, and the share that comes from the programme. */
  realisation: z.number().optional(),
  attribution: z.number().optional(),
  /** The year of what falls once, and the first and last year of what comes yearly; year 0 is that of implementation. */
  onceIn: z.number().int().optional(),
  fromYear: z.number().int().optional(),
  toYear: z.number().int().optional(),
  /** What the line counts: two lines of benefit that claim the same are an overlap. */
  claims: z.array(z.string().max(120)).max(10).optional(),
  /** What the line leaves to others, in a sentence. */
  guard: z.string().max(2000).optional(),
  /** The measure that will show it. */
  proof: z.string().max(120).optional(),
  source: z.string().max(500).optional(),
  quality: QualityOfValue.optional(),
  note: z.string().max(2000).optional(),
})

/** A line of the organization's own, with its amounts. */
export const OwnLine = Nature.extend({
  id: z.string(),
  title: z.string().min(1).max(200),
  /** Of a cost, in one year. */
  once: ThreePoint.optional(),
  /** Of a cost in every later year, or of a benefit in a full year. */
  yearly: ThreePoint.optional(),
  /** Lines that were written before a price had a range hold one number. */
  price: z.preprocess(
    (price) => (typeof price === 'number' ? { low: price, base: price, high: price } : price),
    ThreePoint.optional(),
  ),
})
export type OwnLine = Readonly<z.infer<typeof OwnLine>>

/** An own line as somebody writes it; what is wrong with it is said by demandOwnLine, which knows its title. */
export const OwnLineDraft = Nature.extend({
  title: z.string().max(200),
  once: Points.optional(),
  yearly: Points.optional(),
})
export type OwnLineDraft = Readonly<z.infer<typeof OwnLineDraft>>

/** An own line as it is written: its amounts, who answers for it, whether it counts and how an overlap was settled. */
export type OwnWriting = Readonly<{ line: OwnLineDraft; owner: string; isIn: boolean; settled: string }>

/** What an own line is held against. taken holds the titles of all other lines. */
export type Around = Readonly<{
  model: FinanceModel
  years: number
  taken: readonly string[]
  measures: ReadonlySet<string>
}>

/** Half of the freed time is used for something else, unless somebody knows better. */
export const usualRealisation = 0.5

/** A draft that can be computed; refuses with its title what is missing, below zero, out of order or beyond the horizon. */
export function demandOwnLine(draft: OwnLineDraft, around: Around): Omit<OwnLine, 'id'> {
  const title = draft.title.trim()
  if (title === '') throw new Refusal('invalid', 'The line has no title. Say what costs or brings something.')
  const wrong =
    flawOfTitle(title, around) ?? flawOfAmounts(draft) ?? flawOfShares(draft) ?? flawOfYears(draft, around)
  if (wrong !== undefined) throw new Refusal('invalid', `${title}: ${wrong}`)
  demandTraced(around.model, title, draft.source ?? '')
  const isBenefit = draft.side === 'benefit'
  const flaw = isBenefit ? flawOfBenefit(draft, around) : flawOfCost(draft)
  if (flaw !== undefined) throw new Refusal('invalid', `${title}: ${flaw}`)
  const realisation =
    isBenefit && draft.class === 'freed time' ? { realisation: draft.realisation ?? usualRealisation } : {}
  return { ...draft, title, ...realisation }
}

function flawOfTitle(title: string, { taken }: Around): string | undefined {
  const same = taken.find((one) => one.toLowerCase() === title.toLowerCase())
  return same && 'another line has this title. Change that line, or call this one otherwise.'
}

function flawOfAmounts({ once, yearly, unit = '', price }: OwnLineDraft): string | undefined {
  for (const [range, what] of [
    [once, ''],
    [yearly, ''],
    [price, 'price: '],
  ] as const) {
    if (!range) continue
    const { low, base, high } = range
    if (low < 0)
      return `${what}${low} is below zero. Give the amount without a sign: costs are subtracted anyway.`
    if (!(low <= base && base <= high))
      return `${what}low ${low}, likely ${base} and high ${high} have to stand in this order.`
  }
  if (unit.trim() !== '' && price === undefined)
    return `the amounts are in ${unit.trim()}. Say what one of them is worth in money.`
  if (price !== undefined && unit.trim() === '')
    return 'it has a price of one unit, but no unit. Name the unit, or leave the price out.'
  return undefined
}

function flawOfShares({ realisation, attribution }: OwnLineDraft): string | undefined {
  for (const [share, says] of [
    [realisation, 'that is realised'],
    [attribution, 'that comes from the programme'],
  ] as const)
    if (share !== undefined && !(share >= 0 && share <= 1))
      return `the share ${says} is ${share}. Write a number from 0 to 1: 0.2 for 20 %.`
  return undefined
}

function flawOfYears({ onceIn, fromYear, toYear }: OwnLineDraft, { years }: Around): string | undefined {
  const beyond = [onceIn, fromYear, toYear].find((year) => year !== undefined && (year < 0 || year > years))
  if (beyond !== undefined) return `year ${beyond} is not in the case, which looks at year 0 to ${years}.`
  if (fromYear !== undefined && toYear !== undefined && fromYear > toYear)
    return `it begins in year ${fromYear} and ends in year ${toYear}. The first year cannot come after the last.`
  return undefined
}

function flawOfCost({
  class: kind,
  once,
  yearly,
  realisation,
  attribution,
}: OwnLineDraft): string | undefined {
  if (kind === 'freed time') return 'a cost is hard or soft; only a benefit can be freed time.'
  if (!once && !yearly) return 'it has no amount. Give low, likely and high once, yearly, or both.'
  if (realisation !== undefined || attribution !== undefined)
    return 'shares that are realised or come from the programme are for benefits; a cost counts whole.'
  return undefined
}

function flawOfBenefit(
  { once, yearly, claims = [], proof }: OwnLineDraft,
  { measures }: Around,
): string | undefined {
  if (once) return 'a benefit counts by its full year. For one year only, set its first and last year.'
  if (!yearly) return 'it has no amount. Give low, likely and high of a full year.'
  if (claims.length === 0) return 'say what it counts, so that no other line counts the same a second time.'
  if (proof !== undefined && !measures.has(proof))
    return `there is no measure ${proof} that could show it. Choose one that there is, or leave it open.`
  return undefined
}

/** The lines that people of the organization write themselves; others come from technology options. */
export function isWritten(id: string): boolean {
  return id.startsWith('own-')
}

/** The name under which a number of an own line stands among the inputs of a case. */
export function ownInput(id: string, part: OwnInput): string {
  return `own ${id} ${part}`
}

/** Every name under which a number of an own line may stand. */
export function inputsOfLine({ id }: Pick<OwnLine, 'id'>): readonly string[] {
  return parts.map((part) => ownInput(id, part))
}

const parts = ['once', 'yearly', 'price', 'attributed', 'realised'] as const
type OwnInput = (typeof parts)[number]

/** An own line in the words of a formula, for people. */
export function ownFormula(line: OwnLine, part: 'once' | 'yearly'): string {
  const { unit = '', price, attribution, realisation } = line
  const base = line[part]?.base ?? 0
  const factors = [
    unit.trim() === '' ? String(base) : `${base} ${unit.trim()}`,
    ...[price?.base, attribution, realisation].flatMap((factor) =>
      factor === undefined ? [] : [String(factor)],
    ),
  ]
  return factors.length > 1 || unit.trim() !== '' ? factors.join(' * ') : ''
}
