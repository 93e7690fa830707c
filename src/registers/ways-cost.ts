import type { Data, Fault } from './definition.ts'

const points = ['low', 'likely', 'high'] as const
type Point = (typeof points)[number]

/** What a way to the goal costs over its years, low, likely and high, and how much of the likely cost leaves the house. */
export function costOfWay(data: Data): Data {
  const of = (name: string) => amountIn(data, name)
  const years = of('years') || 1
  const paidBeside =
    of('documents') * of('document_price') + of('licence_once') + of('licence_yearly') * years
  const days = (name: string, point: Point) =>
    point === 'likely' || typeof data[`${name}_${point}`] !== 'number' ? of(name) : of(`${name}_${point}`)
  const paid = (point: Point) => days('external_days', point) * of('external_rate') + paidBeside
  const own = (point: Point) => days('own_days', point) * of('own_rate')
  return {
    cost_low: round(paid('low') + own('low')),
    cost_likely: round(paid('likely') + own('likely')),
    cost_high: round(paid('high') + own('high')),
    cost_paid: round(paid('likely')),
  }
}

/** Days lie in their order, and nothing is priced that has no price: a way without a rate would look free. */
export function examineWay(data: Data): readonly Fault[] {
  return [
    ...disordered(data, 'external_days'),
    ...disordered(data, 'own_days'),
    ...unpriced(data, 'external_days', 'external_rate'),
    ...unpriced(data, 'own_days', 'own_rate'),
    ...unpriced(data, 'documents', 'document_price'),
  ]
}

/** Low, likely and high days of a field lie in this order. */
export function disordered(data: Data, name: string): readonly Fault[] {
  const [low, likely, high] = [data[`${name}_low`], data[name], data[`${name}_high`]]
  const given = [low, likely, high].filter((one) => typeof one === 'number')
  const isRising = given.every((one, at) => at === 0 || (given[at - 1] ?? 0) <= one)
  if (!isRising)
    return [{ field: name, message: 'low, likely and high have to stand in this order: none above the next' }]
  const isHalf = typeof likely !== 'number' && given.length > 0
  return isHalf ? [{ field: name, message: 'must be filled where low or high is given' }] : []
}

function unpriced(data: Data, amount: string, price: string): readonly Fault[] {
  if (amountIn(data, amount) === 0 || typeof data[price] === 'number') return []
  return [{ field: price, message: 'must be filled: without a price this would count as nothing' }]
}

function amountIn(data: Data, name: string): number {
  const value = data[name]
  return typeof value === 'number' ? value : 0
}

function round(value: number): number {
  return Math.round(100 * value) / 100
}
