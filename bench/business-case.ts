import { appraise, prepare } from '../src/finance/appraise.ts'
import { financeModel, oracleCase } from '../test/oracle/finance.ts'

/** npm run bench -- --case: the simulation of the worked example, 10,000 trials of 19 inputs with PERT. Aim: under 100 ms. */
const rounds = 20
const given = oracleCase({ trials: 10_000, distribution: 'PERT' })
const costs: number[] = []
let same = true
let first = ''
for (let round = 0; round < rounds; round += 1) {
  const began = process.cpuUsage()
  const { spread } = appraise(prepare(financeModel, given))
  const { user, system } = process.cpuUsage(began)
  costs.push((user + system) / 1000)
  const text = JSON.stringify(spread)
  same &&= first === '' || text === first
  first = text
}
const [cold = 0] = costs
const sorted = costs.toSorted((one, other) => one - other)
const median = sorted[Math.floor(rounds / 2)] ?? 0
console.log(
  `10,000 trials of 19 PERT inputs: first ${cold.toFixed(0)} ms of processor time, median of ${rounds} ${median.toFixed(0)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms; ${same ? 'the same bytes each time' : 'DIFFERENT from round to round'}`,
)
if (!same || median >= 100) process.exitCode = 1
