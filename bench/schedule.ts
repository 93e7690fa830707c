import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { assumedPlan } from '#roadmap/plan.ts'
import { planRoadmap } from '#roadmap/plan-roadmap.ts'
import { tailor } from '#strategy/tailoring.ts'
import { breachesOf } from '../src/roadmap/engine/instance.ts'
import { generousHorizon, solve } from '../src/roadmap/solve.ts'
import { readProjectLibrary } from './psplib.ts'

/** npm run bench -- --schedule [--all]: the scheduler on PSPLIB j30 and j60, every 8th instance or all of them, and every requirement as an open item. */
const data = new URL('../../shared/data/psplib/', import.meta.url).pathname
const isAll = process.argv.includes('--all')
/** Schedules built for an instance at most: about one second on j30 and two on j60, on one core of 2026. */
const sets = [
  { name: 'j30', schedules: 50_000, target: 0.1 },
  { name: 'j60', schedules: 100_000, target: 0.5 },
] as const

if (!existsSync(data)) {
  console.log('Left out: the bench needs the instances of PSPLIB in ../shared/data/psplib.')
  process.exit(0)
}
const known = new Map(
  readFileSync(join(data, 'best_known_j30_j60.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','))
    .map((cells) => [cells[1] ?? '', { best: Number(cells[5]), bound: Number(cells[4]) }]),
)
let broken = 0
for (const { name, schedules, target } of sets) {
  const library = readProjectLibrary(gunzipSync(readFileSync(join(data, `${name}.sm.tgz.gz`))))
  const chosen = library.filter((_, at) => isAll || at % 8 === 0)
  let [deviation, proved, optimal, wrong, slowest] = [0, 0, 0, 0, 0]
  const began = performance.now()
  for (const { file, instance } of chosen) {
    const start = performance.now()
    const solution = solve(instance, generousHorizon(instance), { schedules, seed: 20000 })
    slowest = Math.max(slowest, performance.now() - start)
    const best = known.get(file.replace(/\.sm$/, ''))?.best
    if (!solution || best === undefined) throw new Error(`${file} was not solved, or its best is not known`)
    if (breachesOf(instance, solution.schedule).length > 0) broken += 1
    if (solution.bound > best) wrong += 1
    deviation += (100 * (solution.schedule.makespan - best)) / best
    if (solution.isProved) proved += 1
    if (solution.schedule.makespan <= best) optimal += 1
  }
  const seconds = (performance.now() - began) / 1000
  const mean = deviation / chosen.length
  console.log(
    `${name}: ${chosen.length} instances, mean deviation from the best known ${mean.toFixed(3)} % (at most ${target}), ` +
      `${optimal} equal to it, ${proved} proved by our own bound, ${wrong} bounds wrong; ` +
      `${schedules} schedules at most, ${(seconds / chosen.length).toFixed(2)} s an instance, slowest ${(slowest / 1000).toFixed(2)} s`,
  )
  if (mean > target || wrong > 0) process.exitCode = 1
}
console.log(`schedules that break a rule: ${broken} (0)`)
if (broken > 0) process.exitCode = 1

const { requirements, standard } = openLibrary('content').catalogue
const { sizes, sectors } = openStrategy('content')
const today = '2027-01-04'
for (const itStaff of [25, 150, 1000]) {
  const tailored = tailor({ itStaff, sector: undefined }, { sizes, sectors, standard, requirements })
  const factor = tailored?.effort.factor ?? 1
  const tasks = requirements.map(({ id, title, remedy, criticality, depends_on: waitsFor }) => ({
    id,
    title,
    activity: remedy.activity,
    role: remedy.role,
    effort: {
      low: remedy.effort_days.low * factor,
      likely: remedy.effort_days.likely * factor,
      high: remedy.effort_days.high * factor,
    },
    workPackage: '',
    criticality,
    waitsFor,
  }))
  const start = performance.now()
  const { workingDays } = planRoadmap({
    tasks,
    plan: assumedPlan([...new Set(tasks.map(({ role }) => role))], today),
    today,
  })
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${tasks.length} open items for ${itStaff} IT staff: ${workingDays} working days, planned in ${seconds.toFixed(2)} s (under 5)`,
  )
}
