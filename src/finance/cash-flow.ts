/** Flows of money by year; the first is the year of implementation and is not discounted, the others fall at the end of their year. */
export type Flows = readonly number[]

/** Net present value: sum of flow_t / (1 + rate)^t. */
export function npv(flows: Flows, rate: number): number {
  return flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0)
}

/** An internal rate of return, or the reason why there is none to be shown. */
export type Irr = Readonly<{
  rate?: number
  note?: 'no change of sign' | 'more than one solution possible' | 'outside -99 % to 1,000 %'
}>

const [lowestRate, highestRate] = [-0.99, 10]

/** The rate at which the net present value is zero, by bisection between -99 % and 1,000 %. */
export function irr(flows: Flows): Irr {
  const changes = signChanges(flows)
  if (changes === 0) return { note: 'no change of sign' }
  const rate = bisect((at) => npv(flows, at), lowestRate, highestRate)
  if (rate === undefined)
    return { note: changes > 1 ? 'more than one solution possible' : 'outside -99 % to 1,000 %' }
  return changes > 1 ? { rate, note: 'more than one solution possible' } : { rate }
}

/** Years until the running sum reaches zero, in a straight line within the year; undefined where it never does. */
export function payback(flows: Flows): number | undefined {
  let before = 0
  for (const [year, flow] of flows.entries()) {
    const after = before + flow
    if (after >= -tolerance(flows)) return year === 0 ? 0 : year - 1 + Math.min(1, -before / flow)
    before = after
  }
  return undefined
}

/** As payback, of the discounted flows. */
export function discountedPayback(flows: Flows, rate: number): number | undefined {
  return payback(flows.map((flow, year) => flow / (1 + rate) ** year))
}

/** (benefits - costs) / costs, undiscounted; undefined without costs. */
export function roi(benefits: Flows, costs: Flows): number | undefined {
  const spent = sum(costs)
  return spent > 0 ? (sum(benefits) - spent) / spent : undefined
}

/** Running sums. */
export function cumulate(flows: Flows): number[] {
  let running = 0
  return flows.map((flow) => {
    running += flow
    return running
  })
}

function sum(flows: Flows): number {
  return flows.reduce((total, flow) => total + flow, 0)
}

function signChanges(flows: Flows): number {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign)
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length
}

/** The zero of a function between two places where it has different signs. */
function bisect(of: (at: number) => number, from: number, to: number): number | undefined {
  let [low, high] = [from, to]
  const atLow = of(low)
  if (atLow === 0) return low
  if (Math.sign(atLow) === Math.sign(of(high))) return undefined
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2
    const value = of(middle)
    if (value === 0) return middle
    if (Math.sign(value) === Math.sign(atLow)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** What is nothing beside flows of this size. */
function tolerance(flows: Flows): number {
  return 1e-12 * flows.reduce((most, flow) => Math.max(most, Math.abs(flow)), 0)
}
