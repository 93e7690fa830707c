import type { Instant } from './calendar.ts'
import { addWork, DAY, eveningFrom, HOUR, MINUTE, PERIOD, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import { recordChange } from './change.ts'
import type { Service } from './services.ts'
import type { ReleasePart, Ticket } from './ticket.ts'
import { openTicket, step } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, serviceAt, streamOf, volume } from './world.ts'

const COUNT = 184
const TYPES = [
  ['major', 18],
  ['minor', 80],
  ['emergency', 2],
] as const
const OUTCOMES = [
  ['successful', 94],
  ['backed_out', 4],
  ['failed', 2],
] as const
const CODES = { successful: 'Successful', backed_out: 'Backed out', failed: 'Unsuccessful' } as const
const GROUPS = new Set([
  'Store Systems',
  'E-commerce',
  'ERP and Finance',
  'Clienteling',
  'Supply Chain',
  'Atelier Systems',
])

/** Releases with the changes that carry them. */
export function makeReleases(world: World): void {
  const chance = streamOf(world, 'releases')
  for (let left = volume(world, COUNT); left > 0; ) {
    const around = Math.round(chance.between(PERIOD.from + 62 * DAY, PERIOD.to + 30 * DAY))
    const service = serviceAt(world, around - 60 * DAY, chance)
    if (!GROUPS.has(service.group)) continue
    left -= 1
    makeRelease(world, chance, service, eveningFrom(around, chance.whole(30, 150)), left)
  }
}

function makeRelease(world: World, chance: Chance, service: Service, startAt: Instant, place: number): void {
  const outcome = chance.weighted(OUTCOMES)
  const minutes = chance.whole(60, 200)
  const version = `${chance.whole(2, 9)}.${chance.whole(0, 30)}.${place}`
  const release = live(world, chance, service, { startAt, minutes, outcome, version })
  const isMajor = release.releasePart?.type === 'major'
  const design = isMajor ? { designRecord: `SDT${1000 + place}` } : {}
  for (let more = chance.whole(1, 2); more > 0; more -= 1) {
    const item = itemOf(world, service, chance)
    const plan = { type: 'Normal', service, item, startAt, minutes, reason: 'Release' } as const
    const change = recordChange(world, chance, { ...plan, ...design, outcome: CODES[outcome] })
    change.release = release
    const at = startAt + (minutes - 10) * MINUTE
    world.deployments.push({ item: item.name, service: service.name, at, change, release, version })
  }
  world.releases.push(release)
}

type Rollout = {
  readonly startAt: Instant
  readonly minutes: number
  readonly outcome: keyof typeof CODES
  readonly version: string
}

function live(world: World, chance: Chance, service: Service, rollout: Rollout): Ticket {
  const { startAt, minutes, outcome } = rollout
  const openedAt = addWork(startAt, -chance.between(24, 36) * WORKDAY)
  const release = openTicket('rm_release', openedAt)
  release.service = service.name
  release.category = 'Application'
  release.group = 'Release Office'
  release.assignee = chance.pick(world.staff.of('Release Office'))
  release.caller = chance.pick(world.staff.of(service.group))
  release.assignedAt = openedAt
  const doneAt = startAt + (minutes - 10) * MINUTE
  const part = partOf(chance, rollout, openedAt, doneAt)
  release.releasePart = part
  release.closeCode = CODES[outcome]
  release.closeNotes = 'Incidents of the first days counted; conclusions noted'
  release.closedAt = addWork(part.reviewedAt ?? doneAt, chance.between(1, 6) * HOUR)
  walk(release, part, startAt, doneAt)
  return release
}

function partOf(chance: Chance, rollout: Rollout, openedAt: Instant, doneAt: Instant): ReleasePart {
  const { startAt, outcome, version } = rollout
  const verifiedAt = addWork(startAt, -chance.between(3, 6) * WORKDAY)
  const hasConditions = chance.is(0.02)
  return {
    type: chance.weighted(TYPES),
    plannedAt: startAt,
    contents: `Version ${version} with ${chance.whole(3, 40)} changes for the user`,
    method: chance.pick(['Rolling by boutique', 'All at once', 'Pilot first']),
    criteriaAt: addWork(openedAt, chance.between(1, 3) * WORKDAY),
    verifiedAt,
    verifiedResult: hasConditions ? 'passed_with_conditions' : 'passed',
    decisionAt: hasConditions ? addWork(verifiedAt, 3 * HOUR) : undefined,
    approvedAt: addWork(verifiedAt, chance.between(5, 16) * HOUR),
    baseline: `BL-${version}`,
    baselineAt: addWork(startAt, -chance.between(1, 6) * HOUR),
    deployedAt: doneAt,
    outcome,
    approvedVersion: version,
    deployedVersion: version,
    reviewedAt: addWork(doneAt, chance.between(5, 8) * WORKDAY),
  }
}

function walk(release: Ticket, part: ReleasePart, startAt: Instant, doneAt: Instant): void {
  const { assignee, openedAt } = release
  const buildAt = addWork(part.criteriaAt ?? openedAt, 4 * HOUR)
  const say = (at: Instant | undefined, to: string) => {
    if (at !== undefined) step(release, at, assignee, 'state', to)
  }
  step(release, openedAt, release.caller ?? '', 'created', '')
  say(openedAt, 'Draft')
  step(release, openedAt, assignee, 'assignment_group', release.group)
  say(buildAt, 'Work in Progress')
  step(release, addWork(buildAt, 4 * WORKDAY), assignee, 'work_notes', 'Build on track')
  say(addWork(part.verifiedAt ?? startAt, -2 * WORKDAY), 'Testing')
  say(part.decisionAt, 'Conditional Go')
  say(part.approvedAt, 'Approved')
  say(part.baselineAt, 'Baselined')
  say(startAt, 'Deployment')
  if (part.outcome === 'successful') {
    say(doneAt, 'Released')
    say(doneAt + HOUR, 'Hypercare')
  } else {
    say(doneAt, 'Backed Out')
  }
  say(part.reviewedAt, 'Reviewed')
  step(release, part.reviewedAt ?? doneAt, assignee, 'review', 'incidents of the first days counted')
  say(release.closedAt, 'Closed')
}
