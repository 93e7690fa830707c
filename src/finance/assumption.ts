import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import type { FinanceModel } from '#content/finance.ts'
import type { ThreePoint } from './three-point.ts'

/** How good the source of a value is: measured from tickets, or A to D as in the pack. */
export const QualityOfValue = z.enum(['measured', 'A', 'B', 'C', 'J'])
export type QualityOfValue = z.infer<typeof QualityOfValue>

/** The measure that a value was taken from, as it stood then. */
export const TakenFrom = z.object({
  measure: z.string().max(120),
  from: z.string().max(10),
  to: z.string().max(10),
  n: z.number(),
})
export type TakenFrom = Readonly<z.infer<typeof TakenFrom>>

/** What somebody writes for an assumption. */
export type AssumptionDraft = Readonly<{
  low: number
  base: number
  high: number
  source: string
  quality: QualityOfValue
  owner: string
  note: string
  measured?: TakenFrom | undefined
  /** Takes the values of the roadmap whenever it is planned; the own ones hold while there is none. */
  isFollowing?: boolean | undefined
}>

/** The values of an assumption with where they come from and who answers for them. */
export type KeptAssumption = Readonly<{
  range: ThreePoint
  source: string
  quality: QualityOfValue
  owner: string
  note: string
  measured: Readonly<Record<string, unknown>> | undefined
  isFollowing: boolean
  version: number
  changedBy: string
  changedAt: string
}>

/** A draft that fits the pack; refuses with the name of the assumption what is below zero, out of order, too high, or a claim. */
export function demandAssumption(model: FinanceModel, id: string, draft: AssumptionDraft) {
  const kind = model.assumptions.find((one) => one.id === id)
  if (!kind) throw new Refusal('not-found', `There is no assumption ${id}.`)
  const { low, base, high, isFollowing = false, ...said } = draft
  const refuse = (why: string) => new Refusal('invalid', `${kind.title}: ${why}`)
  if (low < 0)
    throw refuse(`${low} is below zero. Give the amount without a sign: costs are subtracted anyway.`)
  if (!(low <= base && base <= high))
    throw refuse(`low ${low}, likely ${base} and high ${high} have to stand in this order.`)
  if (kind.at_most !== undefined && high > kind.at_most)
    throw refuse(`${high} is above ${kind.at_most}. Write a share as a number from 0 to 1: 0.2 for 20 %.`)
  if (isFollowing && kind.from_roadmap === undefined)
    throw refuse('no roadmap plans it, so it cannot follow one.')
  demandTraced(model, kind.title, said.source)
  return { range: { low, base, high }, follows: isFollowing ? kind.from_roadmap : undefined, ...said }
}

/** Refuses a figure that circulates and could not be traced as the source of a value. */
export function demandTraced({ claims }: Pick<FinanceModel, 'claims'>, title: string, source: string): void {
  const words = new Set(source.toUpperCase().split(/[^\w-]+/))
  const claim = claims.find(({ id }) => words.has(id.toUpperCase()))
  if (claim)
    throw new Refusal(
      'invalid',
      `${title}: claim ${claim.id} (${claim.says}) is ${claim.status} and cannot be the source of a value. Allowed use: ${claim.use_says}.`,
    )
}
