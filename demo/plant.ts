import { changeFaults } from './change-faults.ts'
import type { Fault } from './fault.ts'
import { fulfilmentFaults } from './fulfilment-faults.ts'
import { incidentFaults } from './incident-faults.ts'
import { majorFaults } from './major-faults.ts'
import { problemFaults } from './problem-faults.ts'
import { registerFaults } from './register-faults.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

/** Puts every fault into the world, each with chance of its own. */
export function plantFaults(world: World): Fault[] {
  const plants = [
    ...changeFaults,
    ...majorFaults,
    ...registerFaults,
    ...problemFaults,
    ...incidentFaults,
    ...fulfilmentFaults,
  ]
  return plants.map((plant, place) => plant(world, streamOf(world, `fault ${place}`)))
}

/** The list of faults as it is written beside the data, never into it. */
export function faultList(faults: readonly Fault[]): unknown[] {
  return faults.map(({ id, requirement, hint, planted, subjects, of }) => ({
    id,
    requirement,
    hint,
    planted,
    tickets: subjects.map((subject) => (typeof subject === 'string' ? subject : subject.number)).sort(),
    count: subjects.length,
    of,
  }))
}
