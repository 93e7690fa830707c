import type { Instant } from './calendar.ts'
import { eveningFrom, instant, PERIOD } from './calendar.ts'
import type { Chance } from './chance.ts'
import { LONGEST_LEAD, officeStart, recordChange, usualMinutes } from './change.ts'
import type { ChangePart } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, serviceAt, streamOf, volume } from './world.ts'

/** Changes in two years besides those that releases and problems ask for. */
const ORDINARY: Readonly<Record<ChangePart['type'], number>> = {
  Standard: 2680,
  Normal: 1390,
  Emergency: 190,
}

const OUTCOMES: Readonly<Record<ChangePart['type'], readonly (readonly [string, number])[]>> = {
  Standard: [
    ['Successful', 97.4],
    ['Successful with issues', 2],
    ['Unsuccessful', 0.3],
    ['Backed out', 0.3],
  ],
  Normal: [
    ['Successful', 87],
    ['Successful with issues', 6],
    ['Unsuccessful', 1.8],
    ['Backed out', 2.2],
    ['Cancelled', 3],
  ],
  Emergency: [
    ['Successful', 88],
    ['Successful with issues', 7],
    ['Unsuccessful', 3],
    ['Backed out', 2],
  ],
}

const REASONS = [
  'Vendor patch',
  'Wish of the business',
  'End of support',
  'More capacity',
  'Security finding',
  'New boutique',
]

/** No ordinary change while the boutiques are fullest. */
const FREEZES = [
  [instant('2024-12-09T00:00:00Z'), instant('2025-01-06T00:00:00Z')],
  [instant('2025-12-08T00:00:00Z'), instant('2026-01-05T00:00:00Z')],
] as const

/** The changes that teams plan by themselves. */
export function makeOrdinaryChanges(world: World): void {
  for (const type of ['Standard', 'Normal', 'Emergency'] as const) {
    const chance = streamOf(world, `changes ${type}`)
    for (let left = volume(world, ORDINARY[type]); left > 0; ) {
      const startAt = startOf(type, chance)
      if (type === 'Normal' && isFrozen(startAt)) continue
      left -= 1
      const service = serviceAt(world, startAt, chance)
      const item = itemOf(world, service, chance)
      const outcome = chance.weighted(OUTCOMES[type])
      const minutes = usualMinutes(type, chance)
      recordChange(world, chance, {
        type,
        service,
        item,
        startAt,
        minutes,
        reason: chance.pick(REASONS),
        outcome,
      })
    }
  }
}

function startOf(type: ChangePart['type'], chance: Chance): Instant {
  const moment = Math.round(chance.between(PERIOD.from + LONGEST_LEAD, PERIOD.to + LONGEST_LEAD / 2))
  if (type === 'Emergency') return Math.min(moment, PERIOD.to - 1)
  return type === 'Normal' ? eveningFrom(moment, chance.whole(20, 180)) : officeStart(moment, chance)
}

function isFrozen(moment: Instant): boolean {
  return FREEZES.some(([from, to]) => moment >= from && moment < to)
}
